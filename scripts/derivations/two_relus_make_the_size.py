"""ReLU of x plus ReLU of -x gives the absolute value."""

from activation_functions import abs
from mathematics.derivation import derive

derivation = derive(
    abs,
    """
    max(0, x) + max(0, -x)
    = x + 0 if x > 0 else 0 + (-x)    # 兩側分開看 | each side by itself
    = abs(x)                          # 這是絕對值的定義 | the definition of the absolute value
    """,
)
