"""Two more words of formulas: log1p, and the place where GELU has a given value.

They stand apart from the other words because trials on record are sealed with the code of formula.py and balls.py: a word that
only a new function uses need not break the seals of all.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
from flint import acb, arb, arb_series

from mathematics import balls
from mathematics.balls import Ball
from mathematics.formula import VOCABULARY, Word, _np_Phi

__all__ = ["VOCABULARY", "undone"]


def log1p(u: Ball) -> Ball:
    """ln(1 + u), which keeps the digits of a small u: of those, no sum with 1 would be left."""
    u = balls.ball(u)
    if isinstance(u, acb):
        return (1 + u).log(analytic=balls._analytic)
    if not isinstance(u, arb_series):
        return u.log1p()
    return arb_series([balls._middle(u).log1p(), *(1 + u).log().coeffs()[1:]])


def gelu_inverse(u: Ball) -> arb:
    """The x > 0 with x Phi(x) = u > 0, in a ball that surely holds it: interval Newton, for there the slope is positive.

    It lies between u and u + 1: x Phi(x) is below x, and (u + 1) Phi(u + 1) above u.
    """
    u = balls.ball(u)
    if not (isinstance(u, arb) and u > 0):
        raise ValueError(f"gelu_inverse takes a number above 0, and is given {u}")
    cell = u.lower().union(u.upper() + 1)
    while True:
        middle = cell.mid()
        smaller = cell.intersection(middle - (middle * balls.Phi(middle) - u) / (balls.Phi(cell) + cell * balls.phi(cell)))
        if smaller.rad() >= cell.rad() * 0.9:
            return cell
        cell = smaller


def _np_gelu_inverse(u: Any) -> Any:
    x = u + 0.5
    for _ in range(60):
        x = x - (x * _np_Phi(x) - u) / (_np_Phi(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * np.pi))
    return x


@cache
def _inverse() -> Any:
    """The algebra of gelu_inverse: a positive number of which only `undone` knows more."""
    import sympy as sp

    class gelu_inverse(sp.Function):  # type: ignore[misc]
        is_positive = True

    return gelu_inverse


def undone(expression: Any) -> Any:
    """The expression without erf(k / sqrt 2), where k = gelu_inverse(y): it is 2 y / k - 1, for k Phi(k) = y."""
    import sympy as sp

    for k in expression.atoms(_inverse()):
        expression = expression.subs(sp.erf(k / sp.sqrt(2)), 2 * k.args[0] / k - 1)
    return expression


def _log1p(u: Any) -> Any:
    import sympy as sp

    return sp.log(1 + u)


VOCABULARY |= {
    "log1p": Word(r"\ln(1 + {0})", log1p, _log1p, np.log1p),
    "gelu_inverse": Word(r"\operatorname{{GELU}}^{{-1}} {0}", gelu_inverse, lambda u: _inverse()(u), _np_gelu_inverse),
}
