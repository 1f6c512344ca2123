"""The default coefficients of Padé are what its notes say: the least-squares fit of leaky ReLU between -3 and 3."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import least_squares

from activation_functions import leaky_relu, pade

DEFAULTS = {name: p.default for name, p in pade.parameters.items()}


def test_the_defaults_are_the_best_fit_of_leaky_relu() -> None:
    """Leaky ReLU is 0.505 x + 0.495 |x|. The odd part is met exactly, the even part by three coefficients above and two below."""
    assert (DEFAULTS["a1"], DEFAULTS["b1"], DEFAULTS["b3"]) == (0.505, 0, 0)
    assert DEFAULTS["a3"] == pytest.approx(0.505 * DEFAULTS["b2"], rel=1e-15)
    assert DEFAULTS["a5"] == pytest.approx(0.505 * DEFAULTS["b4"], rel=1e-15)
    nodes, weights = np.polynomial.legendre.leggauss(200)
    x, root = 1.5 * (nodes + 1), np.sqrt(1.5 * weights)

    def gap(c: NDArray[np.float64]) -> Any:
        return root * ((c[0] + c[1] * x**2 + c[2] * x**4) / (1 + c[3] * x**2 + c[4] * x**4) - 0.495 * x)

    found = least_squares(gap, [0.1, 1.0, 1.0, 3.0, 1.0], xtol=1e-15, ftol=1e-15, gtol=1e-15).x
    assert found == pytest.approx([DEFAULTS[name] for name in ("a0", "a2", "a4", "b2", "b4")], rel=2e-5)


def test_the_defaults_are_close_to_leaky_relu() -> None:
    x = np.linspace(-3, 3, 1001)
    assert np.abs(pade(x) - leaky_relu(x)).max() == pytest.approx(DEFAULTS["a0"])  # at 0, where leaky ReLU has its corner


def test_other_coefficients() -> None:
    """Polynomials below that change their sign, vanish, or leave a constant out there."""
    x = np.array([-1e5, -3.0, -0.5, 0.0, 0.5, 3.0, 1e5])
    trials: list[dict[str, Any]] = [{"b1": 2.0, "b2": -1.0}, {"b2": 0.0, "b4": 0.0}, {"a5": 0.0, "b3": 0.7}, {"b1": -0.5, "b2": 0.0, "b3": 0.0, "b4": 0.0}]
    for given in trials:
        c = DEFAULTS | given
        above, below = (np.polynomial.polynomial.polyval(x, [c.get(f"{letter}{k}", 0.0) for k in range(6)]) for letter in "ab")
        np.testing.assert_allclose(pade(x, **given), above / (1 + np.abs(below)), rtol=1e-11)
    assert pade(np.inf, a5=0.0) == pytest.approx(DEFAULTS["a4"] / DEFAULTS["b4"])
    assert pade(-np.inf, b4=0.0, b2=1.0) == -np.inf
    assert pade(np.inf, a3=0.0, a4=0.0, a5=0.0) == 0
    many = np.linspace(0.1, 0.3, 4)
    assert pade(np.full((3, 1), 5e3), b1=many).tolist() == [[pade(5e3, b1=float(b)) for b in many]] * 3
