"""SMU's slope: its weight, and a bell curve that the product rule adds."""

from activation_functions import smu
from mathematics.derivation import derive

derivation = derive(
    smu.derivative,
    """
    D(((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2)
    = (1 + alpha) / 2 + (1 - alpha) / 2 * (erf(mu * (1 - alpha) * x) + x * D(erf(mu * (1 - alpha) * x)))    # 乘積法則 | the product rule
    = (1 + alpha) / 2 + (1 - alpha) / 2 * (erf(mu * (1 - alpha) * x) + x * mu * (1 - alpha) * 2 / sqrt(pi) * exp(-(mu * (1 - alpha) * x)**2))    # erf的導數與連鎖律 | the derivative of erf, and the chain rule
    = ((1 + alpha) + (1 - alpha) * erf(mu * (1 - alpha) * x)) / 2 + mu * (1 - alpha)**2 / sqrt(pi) * x * exp(-(mu * (1 - alpha) * x)**2)    # 整理 | rearrange
    """,
)
