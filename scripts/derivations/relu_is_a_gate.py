"""ReLU is its input times a gate that is 1 above zero and 0 elsewhere."""

from activation_functions import relu
from mathematics.derivation import derive

derivation = derive(
    relu,
    """
    max(0, x)
    = x if x > 0 else 0        # 兩側分開看 | each side by itself
    = indicator(x > 0) * x     # 閘門在右側是$1$，其餘是$0$ | the gate is $1$ on the right and $0$ elsewhere
    """,
)
