"""SELU's lambda, from the demand that the second moment be 1, with alpha in its place."""

import flint
from flint import arb

from activation_functions import selu
from mathematics.balls import exact
from mathematics.derivation import derive
from mathematics.formula import ball

DEFAULT = selu.parameters["lam"].default

derivation = derive(
    lambda: DEFAULT,
    """
    1 / sqrt(1 / 2 + (phi(0) / (1 / 2 - exp(1 / 2) * Phi(-1)))**2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2))
    = 1 / sqrt(1 / 2 + 2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2) / (pi * (1 - 2 * exp(1 / 2) * Phi(-1))**2))    # $\\varphi(0)^2=\\frac{1}{2\\pi}$，分母乘$2$ | $\\varphi(0)^2=\\frac{1}{2\\pi}$, and $2$ times the denominator
    = sqrt(2 * pi) * (1 - 2 * exp(1 / 2) * Phi(-1)) / sqrt(pi * (1 - 2 * exp(1 / 2) * Phi(-1))**2 + 2 - 8 * exp(1 / 2) * Phi(-1) + 4 * exp(2) * Phi(-2))    # 通分，把正的因子移出根號 | over one denominator; the positive factor leaves the root
    """,
)


def numbers() -> dict[str, arb]:
    """The constant, the float64 in the code, and how far that lies from it."""
    with flint.ctx.workprec(256):
        true = ball(derivation.steps[-1].line)
        return {"true": true, "default": exact(DEFAULT), "rounding": exact(DEFAULT) - true}
