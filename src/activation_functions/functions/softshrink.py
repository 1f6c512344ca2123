"""Softshrink moves every number towards 0 by lam, and what is closer than that becomes 0.

Soft thresholding, from the denoising of wavelet coefficients: Donoho and Johnstone, "Ideal spatial adaptation by
wavelet shrinkage", 1994, doi:10.1093/biomet/81.3.425; Donoho, "De-noising by soft-thresholding", 1995,
doi:10.1109/18.382009.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat


def value(x: Floats, lam: float) -> Floats:
    return np.maximum(x - lam, 0.0) + np.minimum(x + lam, 0.0)  # at most one of the two is not 0


def slope(x: Floats, lam: float) -> Floats:
    outside = (x > lam) | (x <= -lam)  # at -lam the slope on the left is 1
    return np.where(np.isnan(x), x, outside)


softshrink = Activation(
    id="softshrink",
    name="Softshrink",
    formula="max(x - lam, 0) + min(x + lam, 0)",
    derivative_formula="1 if x > lam else 0 if x > -lam else 1",
    second_formula="0",
    zh_hant="讓每個數向0靠近λ，離0不到λ的就變成0。",
    en="moves every number towards 0 by lam, and what is closer than that becomes 0.",
    story=__doc__,
    family="shrinkage",
    sources={"donoho1994": "introduced", "donoho1995": "popularised"},
    aliases={"soft_shrink": "keras"},
    value=value,
    slope=slope,
    second=flat,
    parameters={"lam": Parameter(default=0.5, above=0.0, zero=True)},
    kinks=(Kink(at="-lam", left="1", right="0"), Kink(at="lam", left="0", right="1")),
    closed={
        "second_moment": "2 * (1 + lam**2) * Phi(-lam) - 2 * lam * phi(lam)",
        "slope_mean": "2 * Phi(-lam)",
        "slope_moment": "2 * Phi(-lam)",
    },
    zh_hant_notes="離0很遠的數也要少去λ，這一點與Hardshrink不同。λ=0時就是恆等函數。",
    en_notes="Numbers far from 0 lose lam as well, which hardshrink leaves alone. With lam = 0 it is the identity.",
)
