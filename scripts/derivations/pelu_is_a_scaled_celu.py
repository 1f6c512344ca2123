"""PELU is CELU, stretched by a/b."""

from activation_functions import celu
from mathematics.derivation import derive

derivation = derive(
    lambda a, b, x: a / b * celu(x, alpha=b),
    """
    a / b * x if x > 0 else a * (exp(x / b) - 1)
    = a / b * x if x > 0 else a / b * (b * (exp(x / b) - 1))    # 負的一側也提出$a/b$ | take $a/b$ out on the left as well
    = a / b * (x if x > 0 else b * (exp(x / b) - 1))            # 括號裡是$\\alpha=b$的CELU | in the brackets stands CELU with $\\alpha=b$
    """,
)
