"""ReLU6 clips its input between 0 and 6, whichever bound is taken first."""

from activation_functions import relu6
from mathematics.derivation import derive

derivation = derive(
    relu6,
    """
    max(0, min(x, 6))
    = min(max(0, x), 6)    # 先夾上端還是先夾下端，結果相同 | the upper bound first or the lower: the result is the same
    """,
)
