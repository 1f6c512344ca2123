"""ReLU of x minus ReLU of -x gives x back."""

from activation_functions import identity
from mathematics.derivation import derive

derivation = derive(
    identity,
    """
    max(0, x) - max(0, -x)
    = x - 0 if x > 0 else 0 - (-x)    # 兩側分開看 | each side by itself
    = x                               # 兩側都是$x$ | on both sides it is $x$
    """,
)
