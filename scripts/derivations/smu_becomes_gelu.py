"""SMU is GELU where its lower slope is 0 and its sharpness one over the square root of 2."""

from activation_functions import gelu
from mathematics.derivation import derive

derivation = derive(
    gelu,
    """
    ((1 + 0) * x + (1 - 0) * x * erf(sqrt(1 / 2) * (1 - 0) * x)) / 2
    = x * (1 + erf(x / sqrt(2))) / 2    # $\\alpha=0$，$\\mu=\\sqrt{1/2}$ | $\\alpha=0$ and $\\mu=\\sqrt{1/2}$
    = x * Phi(x)                        # $\\Phi(u)=\\frac{1}{2}(1+\\operatorname{erf}\\frac{u}{\\sqrt{2}})$ | $\\Phi(u)=\\frac{1}{2}(1+\\operatorname{erf}\\frac{u}{\\sqrt{2}})$
    """,
)
