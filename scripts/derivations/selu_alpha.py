"""SELU's alpha, from the demand that the mean be 0."""

import flint
from flint import arb

from activation_functions import selu
from mathematics.balls import exact
from mathematics.derivation import derive
from mathematics.formula import ball

DEFAULT = selu.parameters["alpha"].default

derivation = derive(
    lambda: DEFAULT,
    """
    phi(0) / (1 / 2 - exp(1 / 2) * Phi(-1))
    = 1 / sqrt(2 * pi) / (1 / 2 - exp(1 / 2) * Phi(-1))                                   # $\\varphi(0)$的值 | the value of $\\varphi(0)$
    = 1 / sqrt(2 * pi) / (1 / 2 - exp(1 / 2) * ((1 - erf(1 / sqrt(2))) / 2))              # $\\Phi(-1)$以$\\operatorname{erf}$表示 | $\\Phi(-1)$ in terms of $\\operatorname{erf}$
    = sqrt(2 / pi) / (1 - exp(1 / 2) * (1 - erf(1 / sqrt(2))))                            # 分子分母同乘$2$ | multiply both by $2$
    """,
)


def numbers() -> dict[str, arb]:
    """The constant, the float64 in the code, and how far that lies from it."""
    with flint.ctx.workprec(256):
        true = ball(derivation.steps[-1].line)
        return {"true": true, "default": exact(DEFAULT), "rounding": exact(DEFAULT) - true}
