"""Hard Mish is its input times a hard sigmoid that has been moved to the left."""

from activation_functions import hard_mish
from mathematics.derivation import derive

derivation = derive(
    hard_mish,
    """
    x * max(0, min(x / 2 + 1, 1))
    = x / 2 * max(0, min(x + 2, 2))    # 把$\\frac{1}{2}$提到前面 | take $\\frac{1}{2}$ to the front
    = x / 2 * min(max(x + 2, 0), 2)    # 先夾哪一邊都一樣 | it does not matter which bound comes first
    """,
)
