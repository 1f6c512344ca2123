"""DyT is soft capping where its two scales are the cap and one over the cap."""

from activation_functions import soft_capping
from mathematics.derivation import derive

derivation = derive(
    soft_capping,
    """
    c * tanh(1 / c * x) + 0
    = c * tanh(x / c)    # 這是Soft capping：DyT的$\\gamma$取$c$、$\\alpha$取$1/c$、$\\beta$取$0$ | this is soft capping: DyT with $c$ for $\\gamma$, $1/c$ for $\\alpha$ and $0$ for $\\beta$
    """,
)
