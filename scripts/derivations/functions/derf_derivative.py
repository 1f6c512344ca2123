"""Derf's slope is a bell curve, rescaled and moved."""

from activation_functions import derf
from mathematics.derivation import derive

derivation = derive(
    derf.derivative,
    """
    D(gamma * erf(alpha * x + s) + beta)
    = gamma * D(erf(alpha * x + s))                                       # 常數項的導數是0 | the derivative of a constant is 0
    = gamma * 2 / sqrt(pi) * exp(-(alpha * x + s)**2) * alpha             # erf的導數是鐘形曲線，再用連鎖律 | the derivative of erf is a bell curve; then the chain rule
    = 2 * gamma * alpha / sqrt(pi) * exp(-(alpha * x + s)**2)             # 換個次序 | in another order
    """,
)
