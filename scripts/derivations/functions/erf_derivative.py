"""The slope of erf is a bell curve, read off from the normal distribution."""

from activation_functions import erf
from mathematics.derivation import derive

derivation = derive(
    erf.derivative,
    """
    D(erf(x))
    = D(2 * Phi(sqrt(2) * x) - 1)               # 以常態分布函數改寫 | written with the normal distribution function
    = 2 * sqrt(2) * phi(sqrt(2) * x)            # 連鎖律：分布函數的導數是密度 | the chain rule: the derivative of a distribution function is its density
    = 2 / sqrt(pi) * exp(-x**2)                 # 密度的定義 | the definition of the density
    """,
)
