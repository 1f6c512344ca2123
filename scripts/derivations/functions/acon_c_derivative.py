"""ACON-C's slope: Swish's, scaled by the difference of the two slopes, plus the second slope."""

from activation_functions import acon_c
from mathematics.derivation import derive

derivation = derive(
    acon_c.derivative,
    """
    D((p1 - p2) * x * sigma(beta * (p1 - p2) * x) + p2 * x)
    = (p1 - p2) * D(x * sigma(beta * (p1 - p2) * x)) + p2      # 和與常數倍 | sums and constant factors
    = (p1 - p2) * (sigma(beta * (p1 - p2) * x) + x * D(sigma(beta * (p1 - p2) * x))) + p2   # 乘積法則 | the product rule
    = (p1 - p2) * sigma(beta * (p1 - p2) * x) * (1 + beta * (p1 - p2) * x * sigma(-beta * (p1 - p2) * x)) + p2   # 連鎖律與Sigmoid的導數，再提出共同的因子 | the chain rule and the sigmoid's derivative; then take out the common factor
    """,
)
