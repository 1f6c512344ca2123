"""A network of dense layers and how it learns, in NumPy alone: short enough to be read in one sitting.

A sample is a column. Layer l has a matrix W_l with a row for each of its units, and a column b_l of biases:

    z_l = W_l a_(l-1) + b_l,    a_l = f(z_l),    a_0 = x

The last layer has no f: it puts out z_L, and what a sigmoid or a softmax would make of that is part of the loss. On the way back
delta_l is the derivative of the loss L by z_l, and the chain rule gives (Rumelhart, Hinton and Williams, "Learning representations
by back-propagating errors", Nature 323, 1986, doi:10.1038/323533a0)

    delta_l = (W_(l+1)^T delta_(l+1)) * f'(z_l),    dL/dW_l = delta_l a_(l-1)^T,    dL/db_l = delta_l summed over the samples

Further axes come first and are networks side by side: with W_1 of shape (9, 8, 2) nine networks learn at once.

>>> import numpy as np
>>> from activation_functions import tanh
>>> from activation_functions.network import cross_entropy, gradient_descent, random_network, training
>>> x, y = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]]), np.array([[0.0, 1.0, 1.0, 0.0]])
>>> network = random_network([2, 4, 1], tanh, np.random.default_rng(0))
>>> for step in training(network, x, y, cross_entropy, gradient_descent(1.0)):
...     if step == 1000:
...         break
>>> (network(x) > 0).astype(int)
array([[0, 1, 1, 0]])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Hidden(Protocol):
    """What hidden units may compute: a function of each entry that knows its derivative, as the functions of this package do."""

    def __call__(self, x: Floats, /) -> Any: ...

    def derivative(self, x: Floats, /) -> Any: ...


Loss = Callable[[Floats, Floats], tuple[Any, Floats]]
"""From the outputs z_L and what they should be: the loss, one number a network, and its derivative by z_L."""

Rule = Callable[[list[Floats]], list[Floats]]
"""From the gradients of a step to what the step takes away; it may remember the steps before."""


# ---- the network -----------------------------------------------------------------------------


@dataclass
class Network:
    """Dense layers. weights[l] has shape (…, units, inputs), biases[l] (…, units, 1); no biases at all is an empty list.

    f is the function of every hidden unit; at a kink its derivative is that of the left, as everywhere in this package.
    """

    weights: list[Floats]
    biases: list[Floats]
    f: Hidden

    def __post_init__(self) -> None:
        if getattr(self.f, "mixes", False):
            raise ValueError(f"{self.f} mixes its entries; hidden units need a function of one number")
        if self.biases and len(self.biases) != len(self.weights):
            raise ValueError(f"{len(self.weights)} layers need as many biases or none, not {len(self.biases)}")
        for before, after in pairwise(self.weights):
            if before.shape[-2] != after.shape[-1]:
                raise ValueError(f"a layer of {before.shape[-2]} units comes before one of {after.shape[-1]} inputs")

    @property
    def parameters(self) -> list[Floats]:
        """All that learns: the weights of each layer, then the biases."""
        return [*self.weights, *self.biases]

    def __call__(self, x: Floats) -> Floats:
        """The outputs z_L, of shape (…, outputs, samples), for x of shape (…, inputs, samples)."""
        return self.forward(x)[0][-1]

    def forward(self, x: Floats) -> tuple[list[Floats], list[Floats]]:
        """The z of every layer, and the inputs a of every layer: x comes first."""
        if x.ndim < 2 or x.shape[-2] != self.weights[0].shape[-1]:
            raise ValueError(f"a sample is a column of {self.weights[0].shape[-1]} numbers; x has the shape {x.shape}")
        z: list[Floats] = []
        a = [x]
        for l, W in enumerate(self.weights):
            if l:
                a.append(self.f(z[-1]))
            z.append(W @ a[-1] + self.biases[l] if self.biases else W @ a[-1])
        return z, a

    def gradients(self, x: Floats, y: Floats, loss: Loss) -> list[Floats]:
        """The derivative of the loss by each array of `parameters`, for samples x and what should come out, y."""
        z, a = self.forward(x)
        _, delta = loss(z[-1], y)
        by_weights, by_biases = [], []
        for l in reversed(range(len(self.weights))):
            by_weights.append(delta @ a[l].swapaxes(-1, -2))
            by_biases.append(delta.sum(axis=-1, keepdims=True))
            if l:
                delta = self.weights[l].swapaxes(-1, -2) @ delta * self.f.derivative(z[l - 1])
        return by_weights[::-1] + (by_biases[::-1] if self.biases else [])


STARTS = {"lecun": (1.0, 0.0), "glorot": (2.0, 1.0), "he": (2.0, 0.0)}
"""The variance of first weights: the first number over (inputs + the second number times outputs)."""


def random_network(sizes: Sequence[int], f: Hidden, rng: np.random.Generator, *, start: str | float = "glorot", bias: bool = True) -> Network:
    """A network with sizes[0] inputs, hidden layers, and sizes[-1] outputs, its weights drawn at random and its biases zero.

    Weights are normal with mean 0. Of a layer with n inputs and m units their variance is

        "lecun"    1 / n            LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998
        "glorot"   2 / (n + m)      Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010
        "he"       2 / n            He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015
        a number s                  s^2 / n

    and "pytorch" draws weights and biases uniformly between -1 / sqrt(n) and 1 / sqrt(n), as torch.nn.Linear does.
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"sizes are the numbers of inputs, of units of each hidden layer and of outputs, not {list(sizes)}")
    if isinstance(start, str) and start not in {*STARTS, "pytorch"}:
        raise ValueError(f"start is one of {', '.join(STARTS)}, pytorch, or a number, not {start!r}")
    weights, biases = [], []
    for n, m in pairwise(sizes):
        if start == "pytorch":
            weights.append(rng.uniform(-(n**-0.5), n**-0.5, (m, n)))
            biases.append(rng.uniform(-(n**-0.5), n**-0.5, (m, 1)))
            continue
        above, outputs = STARTS[start] if isinstance(start, str) else (start**2, 0.0)
        weights.append(np.sqrt(above / (n + outputs * m)) * rng.standard_normal((m, n)))
        biases.append(np.zeros((m, 1)))
    return Network(weights, biases if bias else [], f)


# ---- losses: the mean over samples -----------------------------------------------------------


def squared(z: Floats, y: Floats) -> tuple[Any, Floats]:
    """L = mean of |z - y|^2 / 2, and its derivative (z - y) / samples."""
    error = z - _of_shape(y, z)
    return np.square(error).sum(axis=-2).mean(axis=-1) / 2, error / z.shape[-1]


def cross_entropy(z: Floats, y: Floats) -> tuple[Any, Floats]:
    """L = mean of log(1 + e^z) - y z, the cross-entropy of sigmoid(z) with y between 0 and 1; derivative (sigmoid(z) - y) / samples."""
    loss = np.logaddexp(0.0, z) - _of_shape(y, z) * z
    return loss.sum(axis=-2).mean(axis=-1), (np.exp(-np.logaddexp(0.0, -z)) - y) / z.shape[-1]  # log sigmoid(z) = -log(1 + e^-z)


def softmax_cross_entropy(z: Floats, y: Floats) -> tuple[Any, Floats]:
    """L = mean of log(sum of e^z) - y . z, the cross-entropy of softmax(z) with the shares y, which sum to 1 in each column."""
    total = np.logaddexp.reduce(z, axis=-2, keepdims=True)
    loss = total.squeeze(-2) - (_of_shape(y, z) * z).sum(axis=-2)
    return loss.mean(axis=-1), (np.exp(z - total) - y) / z.shape[-1]


def _of_shape(y: Floats, z: Floats) -> Floats:
    """y, unless it would be stretched to fit."""
    if y.shape[-2:] != z.shape[-2:]:
        raise ValueError(f"the outputs have the shape {z.shape}, and y says {y.shape}")
    return y


# ---- rules: what a step takes away -----------------------------------------------------------
# The rate may be an array of shape (networks, 1, 1): one for each of the networks side by side.


def gradient_descent(rate: float | Floats) -> Rule:
    """rate * g."""
    return lambda gradients: [rate * g for g in gradients]


def momentum(rate: float | Floats, keep: float = 0.9) -> Rule:
    """rate * v, with v = keep * v + g: the gradients before count too, the older the less."""
    velocity: list[Floats] = []

    def rule(gradients: list[Floats]) -> list[Floats]:
        velocity[:] = [keep * v + g for v, g in zip(velocity or map(np.zeros_like, gradients), gradients, strict=True)]
        return [rate * v for v in velocity]

    return rule


def adam(rate: float | Floats, keep: float = 0.9, keep_squares: float = 0.999, tiny: float = 1e-8) -> Rule:
    """rate * m / (sqrt(s) + tiny), with m and s the running means of g and g^2, both divided by the weight that they have gathered.

    Kingma and Ba, "Adam: a method for stochastic optimization", 2015, arXiv:1412.6980.
    """
    mean: list[Floats] = []
    squares: list[Floats] = []
    step = 0

    def rule(gradients: list[Floats]) -> list[Floats]:
        nonlocal step
        step += 1
        mean[:] = [keep * m + (1 - keep) * g for m, g in zip(mean or map(np.zeros_like, gradients), gradients, strict=True)]
        squares[:] = [keep_squares * s + (1 - keep_squares) * g**2 for s, g in zip(squares or map(np.zeros_like, gradients), gradients, strict=True)]
        shares = 1 - keep**step, 1 - keep_squares**step
        return [rate * (m / shares[0]) / (np.sqrt(s / shares[1]) + tiny) for m, s in zip(mean, squares, strict=True)]

    return rule


# ---- training --------------------------------------------------------------------------------


def training(
    network: Network, x: Floats, y: Floats, loss: Loss, rule: Rule, *, batch: int | None = None, rng: np.random.Generator | None = None
) -> Iterator[int]:
    """Train, and hand over the number of steps made: 0 before the first. It never ends: look at the network, and break off.

    x has the shape (…, inputs, samples), y (…, outputs, samples). Each step takes all samples, or with `batch` so many, drawn by `rng`
    with replacement. The parameters are changed in place.
    """
    if batch is not None and rng is None:
        raise ValueError("batches are drawn at random: give rng, as numpy.random.default_rng(0)")
    step = 0
    while True:
        yield step
        some = slice(None) if batch is None or rng is None else rng.integers(0, x.shape[-1], batch)
        for parameter, move in zip(network.parameters, rule(network.gradients(x[..., some], y[..., some], loss)), strict=True):
            parameter -= move
        step += 1
