"""Sine answers with a wave; omega sets how closely its crests follow each other.

Sitzmann, Martel, Bergman, Lindell and Wetzstein build networks of sines in "Implicit neural representations with
periodic activation functions", NeurIPS 2020, arXiv:2006.09661. Earlier uses exist: it has no inventor.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.rounding import two_product

LARGEST = np.finfo(np.float64).max


def wave(rate: float, x: Floats) -> tuple[Floats, Floats]:
    """The sine and cosine of rate * x. At an infinity they have no limit, and are NaN.

    The product has to keep what its rounding drops: 1e6 is far out on the wave, and its last digit is a step along it.
    So sin(high + low) = sin(high) cos(low) + cos(high) sin(low), and alike for the cosine.
    """
    if rate == 1.0:
        return np.sin(x), np.cos(x)
    high, low = argument(rate, x)
    sine, cosine = turned(high, low)
    finite = np.isfinite(x)
    return np.where(finite, sine, np.nan), np.where(finite, cosine, np.nan)


def argument(rate: float, x: Floats) -> tuple[Floats, Floats]:
    """rate * x, and what its rounding drops.

    A large x is made smaller by a power of two, for two_product cuts it into halves; a product beyond the largest double stays at it.
    """
    unit = np.where(np.abs(x) > 2.0**500, 2.0**600, 1.0)
    high, low = (np.clip(part * unit, -LARGEST, LARGEST) for part in two_product(rate, x / unit))
    return high, low


def turned(high: Floats, low: Floats) -> tuple[Floats, Floats]:
    """The sine and cosine of high + low."""
    sine, cosine = np.sin(high), np.cos(high)
    if low.any():
        along, across = np.cos(low), np.sin(low)
        both = sine * along + cosine * across, cosine * along - sine * across
        sine, cosine = np.where(low != 0.0, both, (sine, cosine))
    return sine, cosine


def value(x: Floats, omega: float) -> Floats:
    return wave(omega, x)[0]


def slope(x: Floats, omega: float) -> Floats:
    return omega * wave(omega, x)[1]


def second(x: Floats, omega: float) -> Floats:
    return -omega * (omega * wave(omega, x)[0])


sine = Activation(
    id="sine",
    name="Sine",
    formula="sin(omega * x)",
    derivative_formula="omega * cos(omega * x)",
    second_formula="-omega**2 * sin(omega * x)",
    zh_hant="以一道波回答，ω決定波有多密。",
    en="answers with a wave; omega sets how closely its crests follow each other.",
    story=__doc__,
    family="wave",
    sources={"sitzmann2020": "popularised"},
    aliases={"sin": "torch, tensorflow, keras, jax, onnx"},
    value=value,
    slope=slope,
    second=second,
    parameters={"omega": Parameter(default=1.0)},
    closed={
        "minimum.x": "-pi / 2",
        "minimum.y": "-1",
        "maximum.x": "pi / 2",
        "maximum.y": "1",
        "inflection2.x": "pi",
        "root2.x": "pi",
        "steepest": "1",
        "second_moment": "(1 - exp(-2 * omega**2)) / 2",
        "slope_mean": "omega * exp(-omega**2 / 2)",
        "slope_moment": "omega**2 * (1 + exp(-2 * omega**2)) / 2",
        "gain": "sqrt(2 / (1 - exp(-2 * omega**2)))",
        "chi": "omega**2 * (1 + exp(-2 * omega**2)) / (1 - exp(-2 * omega**2))",
        "period": "2 * pi",
    },
    zh_hant_notes="它沒有極限，也不飽和：同樣的值每隔一個週期就再出現一次。",
    en_notes="It has no limit and does not saturate: every value comes back one period later.",
)
