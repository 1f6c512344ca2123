"""Hardshrink keeps what is farther from 0 than lam and turns the rest into 0.

Hard thresholding, from the denoising of wavelet coefficients: Donoho and Johnstone, "Ideal spatial adaptation by
wavelet shrinkage", 1994, doi:10.1093/biomet/81.3.425.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat


def value(x: Floats, lam: float) -> Floats:
    return np.where(np.abs(x) <= lam, 0.0, x)  # asked this way round, NaN stays NaN


def slope(x: Floats, lam: float) -> Floats:
    outside = (np.abs(x) > lam) | (lam == 0.0)  # with lam = 0 it is the identity, without a jump
    return np.where(np.isnan(x), x, outside)


hardshrink = Activation(
    id="hardshrink",
    name="Hardshrink",
    formula="x if abs(x) > lam else 0",
    derivative_formula="1 if abs(x) > lam else 0",
    second_formula="0",
    zh_hant="保留離0比λ遠的數，把其餘的都變成0。",
    en="keeps what is farther from 0 than lam and turns the rest into 0.",
    story=__doc__,
    family="shrinkage",
    sources={"donoho1994": "introduced"},
    aliases={"hard_shrink": "keras", "shrink": "onnx"},
    value=value,
    slope=slope,
    second=flat,
    parameters={"lam": Parameter(default=0.5, above=0.0, zero=True)},
    kinks=(Kink(at="-lam", left="1", right="0", jump=True), Kink(at="lam", left="0", right="1", jump=True)),
    closed={
        "second_moment": "2 * (Phi(-lam) + lam * phi(lam))",
        "slope_mean": "2 * Phi(-lam)",
        "slope_moment": "2 * Phi(-lam)",
        "chi": "Phi(-lam) / (Phi(-lam) + lam * phi(lam))",
    },
    zh_hant_notes="函數在−λ與λ處跳躍；跳躍點上的值是約定，這裡取0。λ=0時就是恆等函數。",
    en_notes="It jumps at -lam and lam; the value there is a convention: here 0. With lam = 0 it is the identity.",
)
