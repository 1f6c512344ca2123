"""SiLU is Swish with beta = 1, and ACON-C with one of its slopes 0."""

from activation_functions import swish
from mathematics.derivation import derive

derivation = derive(
    swish,
    """
    (1 - 0) * x * sigma(beta * (1 - 0) * x) + 0 * x
    = x * sigma(beta * x)    # 這是Swish：ACON-C的兩個斜率取$1$與$0$ | this is Swish: the two slopes of ACON-C are $1$ and $0$
    """,
)
