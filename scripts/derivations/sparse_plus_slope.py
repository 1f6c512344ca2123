"""SmeLU with beta = 1, which is SparsePlus, has a hard sigmoid for its slope, as softplus has the sigmoid."""

from activation_functions import hard_sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda x: hard_sigmoid(x, width=2),
    """
    D(x if x > 1 else (x + 1)**2 / (4 * 1) if x > -1 else 0)
    = 1 if x > 1 else (x + 1) / 2 if x > -1 else 0              # 三段分別求導 | each of the three pieces by itself
    = max(0, min(x / 2 + 1 / 2, 1))                             # 三段合成一個夾住的斜坡 | the three pieces in one clipped ramp
    """,
)
