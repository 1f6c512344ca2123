"""Hard Swish is its input times a hard sigmoid, whichever bound is taken first."""

from activation_functions import hard_sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda x: x * hard_sigmoid(x),
    """
    x * max(0, min(x / 6 + 1 / 2, 1))
    = x * min(max(x / 6 + 1 / 2, 0), 1)    # 先夾上端還是先夾下端，結果相同 | the upper bound first or the lower: the result is the same
    """,
)
