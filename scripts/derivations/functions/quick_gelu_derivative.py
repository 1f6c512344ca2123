"""Quick GELU's slope: Swish's, with beta = 1.702."""

from activation_functions import quick_gelu
from mathematics.derivation import derive

derivation = derive(
    quick_gelu.derivative,
    """
    D(x * sigma(1.702 * x))
    = sigma(1.702 * x) + x * D(sigma(1.702 * x))                        # 乘積法則 | the product rule
    = sigma(1.702 * x) + x * 1.702 * sigma(1.702 * x) * sigma(-1.702 * x)   # 連鎖律，以及Sigmoid的導數 | the chain rule, and the sigmoid's derivative
    = sigma(1.702 * x) * (1 + 1.702 * x * sigma(-1.702 * x))            # 提出共同的因子 | take out the common factor
    """,
)
