"""ELiSH's slope: SiLU's on the right; on the left the product rule and the symmetry of the sigmoid."""

from activation_functions import elish
from mathematics.derivation import derive

derivation = derive(
    elish.derivative,
    """
    D(x * sigma(x) if x > 0 else (exp(x) - 1) * sigma(x))
    = D(x * sigma(x)) if x > 0 else D((exp(x) - 1) * sigma(x))    # 兩側分別求導 | each side by itself
    = sigma(x) + x * D(sigma(x)) if x > 0 else exp(x) * sigma(x) + (exp(x) - 1) * D(sigma(x))    # 乘積法則 | the product rule
    = sigma(x) * (1 + x * sigma(-x)) if x > 0 else sigma(x) * (exp(x) + exp(x) * sigma(-x) - sigma(-x))    # Sigmoid的導數，再提出共同的因子 | the sigmoid's derivative; then take out the common factor
    = sigma(x) * (1 + x * sigma(-x)) if x > 0 else sigma(x) * (exp(x) + sigma(x) - sigma(-x))    # e的x次方乘σ(−x)就是σ(x) | e to the x times σ(−x) is σ(x)
    """,
)
