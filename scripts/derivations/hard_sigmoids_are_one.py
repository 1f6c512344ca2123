"""Every hard sigmoid is the one of width 6 with its input rescaled."""

from activation_functions import hard_sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda kappa, x: hard_sigmoid(6 * x / kappa),
    """
    max(0, min(x / kappa + 1 / 2, 1))
    = max(0, min((6 * x / kappa) / 6 + 1 / 2, 1))    # 輸入乘上$6/\\kappa$，再除以$6$ | the input times $6/\\kappa$, then over $6$
    """,
)
