"""CELU with alpha = 1 is ELU."""

from activation_functions import elu
from mathematics.derivation import derive

derivation = derive(
    elu,
    """
    x if x > 0 else 1 * (exp(x / 1) - 1)
    = x if x > 0 else exp(x) - 1    # $\\alpha$取$1$ | $\\alpha$ is $1$
    """,
)
