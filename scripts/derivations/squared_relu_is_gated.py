"""The squared ReLU is ReGLU fed the same input twice."""

from activation_functions import relu2
from mathematics.derivation import derive

derivation = derive(
    relu2,
    """
    x * max(0, x)
    = x * x if x > 0 else x * 0    # 兩側分開看 | each side by itself
    = max(0, x)**2                 # 左側都是$0$，右側都是$x^2$ | $0$ on the left, $x^2$ on the right
    """,
)
