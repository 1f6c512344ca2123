"""Inputs times c are first weights times c that learn at c² times the rate: one step of gradient descent keeps them equal."""

from typing import Any

import numpy as np

from activation_functions import identity
from activation_functions.network import Network, gradient_descent, training
from mathematics.derivation import derive


def stepped(w: float, x: float, c: float, eta: float, delta: float) -> float:
    """What multiplies x after a step on the input c x: c times the new weight. The loss has the slope delta at z."""
    network = Network([np.full((1, 1), w)], [], identity)

    def loss(z: Any, _: Any) -> Any:
        return delta * z, np.full((1, 1), delta)

    for step in training(network, np.full((1, 1), c * x), np.zeros((1, 1)), loss, gradient_descent(eta)):
        if step == 1:
            break
    return float(c * network.weights[0][0, 0])


derivation = derive(
    stepped,
    """
    c * (w - eta * (delta * (c * x)))
    = c * w - c * eta * delta * c * x          # 乘開 | multiply out
    = c * w - c**2 * eta * (delta * x)         # 兩個$c$乘在學習率上 | both $c$ go to the rate
    """,
)
