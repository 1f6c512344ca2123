"""Erf is to the normal distribution function what tanh is to the sigmoid."""

from activation_functions import erf
from mathematics.derivation import derive

derivation = derive(
    erf,
    """
    2 * Phi(sqrt(2) * x) - 1
    = 2 * ((1 + erf(sqrt(2) * x / sqrt(2))) / 2) - 1    # $\\Phi(u)=\\frac{1}{2}(1+\\operatorname{erf}\\frac{u}{\\sqrt{2}})$ | $\\Phi(u)=\\frac{1}{2}(1+\\operatorname{erf}\\frac{u}{\\sqrt{2}})$
    = erf(x)                                            # 約去，$1$也抵消 | cancel; the ones cancel too
    """,
)
