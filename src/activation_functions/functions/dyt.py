"""DyT is a tanh whose input and output are rescaled and whose output is moved; it stands in for a normalisation layer.

Dynamic tanh: Zhu, Chen, He, LeCun and Liu, "Transformers without normalization", CVPR 2025, arXiv:2503.10622.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.rounding import exponent, two_sum

Learned = float | Floats

# With t = alpha x: near 0 the products are taken in an order in which none gets too small for its digits. Where tanh is nearly flat and beta works
# against gamma, the two are added first, and the small 1 - |tanh(t)| = 2 q / (1 + q) with q = exp(-2 |t|) is taken from their sum.
# As for tanh, the derivative is that of a sech written with h = exp(-|t|), which would magnify what is rounded off t.


def _argument(x: Floats, alpha: Learned) -> tuple[Floats, Floats]:
    """t, and h = exp(-|t|)."""
    t, dropped = exponent(x, alpha)
    return t, np.exp(-np.abs(t)) * (1.0 - np.sign(t) * dropped)


def value(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    t, h = _argument(x, alpha)
    near = np.where(np.abs(t) < 1e-9, gamma * np.asarray(alpha) * _finite(x), gamma * np.tanh(t))
    end = np.sign(t) * gamma
    level, rest = two_sum(end, np.asarray(beta))
    far = (level - end * (2.0 * h * h / (1.0 + h * h))) + rest
    return np.where(np.equal(beta, 0.0), near, np.where(np.abs(t) < 0.5, near + beta, far))


def slope(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    sech = _sech(x, alpha)
    return gamma * alpha * sech * sech


def second(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    t, _ = _argument(x, alpha)
    factor, sech = -2.0 * gamma * alpha * np.asarray(alpha), _sech(x, alpha)
    small = np.where(np.abs(alpha) < 1.0, factor * alpha * _finite(x), factor * t)
    return np.where(np.abs(t) < 1e-9, small, factor * np.tanh(t)) * sech * sech


def _sech(x: Floats, alpha: Learned) -> Floats:
    _, h = _argument(x, alpha)
    return 2.0 * h / (1.0 + h * h)


def _finite(x: Floats) -> Floats:
    return np.clip(x, -np.finfo(np.float64).max, np.finfo(np.float64).max)


def partial_gamma(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    t, _ = _argument(x, alpha)
    return np.tanh(t)


def partial_alpha(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    sech = _sech(x, alpha)
    return gamma * (_finite(x) * sech) * sech


def partial_beta(x: Floats, gamma: Learned, alpha: Learned, beta: Learned) -> Floats:
    return np.where(np.isnan(x), x, 1.0)


dyt = Activation(
    id="dyt",
    name="DyT",
    formula="gamma * tanh(alpha * x) + beta",
    derivative_formula="gamma * alpha * (1 - tanh(alpha * x)**2)",
    second_formula="-2 * gamma * alpha**2 * tanh(alpha * x) * (1 - tanh(alpha * x)**2)",
    zh_hant="是輸入與輸出都經過縮放、輸出再平移的tanh，用來代替正規化層。",
    en="is a tanh whose input and output are rescaled and whose output is moved; it stands in for a normalisation layer.",
    story=__doc__,
    family="learned",
    sources={"zhu2025": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"gamma": partial_gamma, "alpha": partial_alpha, "beta": partial_beta},
    parameters={"gamma": Parameter(default=1.0, learned=True), "alpha": Parameter(default=0.5, learned=True), "beta": Parameter(default=0.0, learned=True)},
    closed={"lower": "-1", "upper": "1", "steepest": "1 / 2"},
    zh_hant_notes="一層裡α只有一個，γ與β每個通道各有一個。它不看其他的輸入，所以並不真的把平均變成0、變異數變成1。",
    en_notes="A layer has one alpha, and one gamma and one beta for each channel. It looks at no other input, so it does not really make mean 0 and variance 1.",
)
