"""Serf's slope: the product rule, and the chain rule through erf and softplus."""

from activation_functions import serf
from mathematics.derivation import derive

derivation = derive(
    serf.derivative,
    """
    D(x * erf(log(1 + exp(x))))
    = erf(log(1 + exp(x))) + x * D(erf(log(1 + exp(x))))    # 乘積法則 | the product rule
    = erf(log(1 + exp(x))) + x * 2 / sqrt(pi) * exp(-log(1 + exp(x))**2) * D(log(1 + exp(x)))    # erf的導數與連鎖律 | the derivative of erf, and the chain rule
    = erf(log(1 + exp(x))) + 2 / sqrt(pi) * x * sigma(x) * exp(-log(1 + exp(x))**2)    # Softplus的導數是Sigmoid | the derivative of softplus is the sigmoid
    """,
)
