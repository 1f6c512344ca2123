"""Swish with beta = 1 is SiLU."""

from activation_functions import silu
from mathematics.derivation import derive

derivation = derive(
    silu,
    """
    x * sigma(1 * x)
    = x * sigma(x)                 # $\\beta$取$1$ | $\\beta$ is $1$
    = x / (1 + exp(-x))            # Sigmoid的定義 | the definition of the sigmoid
    """,
)
