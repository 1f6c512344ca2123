"""Leaky ReLU is the positive part plus a share of the negative part."""

from activation_functions import leaky_relu
from mathematics.derivation import derive

derivation = derive(
    lambda alpha, x: leaky_relu(x, alpha=alpha),
    """
    x if x > 0 else alpha * x
    = max(0, x) + alpha * min(0, x)    # 每一側有一項是$0$ | on either side one of the terms is $0$
    """,
)
