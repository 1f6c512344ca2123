"""Mish's slope: the product rule, and the softplus inside has the sigmoid as its slope."""

from activation_functions import mish
from mathematics.derivation import derive

derivation = derive(
    mish.derivative,
    """
    D(x * tanh(log(1 + exp(x))))
    = tanh(log(1 + exp(x))) + x * D(tanh(log(1 + exp(x))))                            # 乘積法則 | the product rule
    = tanh(log(1 + exp(x))) + x * (1 - tanh(log(1 + exp(x)))**2) * D(log(1 + exp(x)))   # 連鎖律，以及tanh的導數 | the chain rule, and the derivative of tanh
    = tanh(log(1 + exp(x))) + x * sigma(x) * (1 - tanh(log(1 + exp(x)))**2)           # Softplus的導數是Sigmoid | the derivative of softplus is the sigmoid
    """,
)
