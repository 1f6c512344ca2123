"""Derf is an erf whose input is rescaled and moved, and whose output is too; it stands in for a normalisation layer.

Dynamic erf: Chen, Lu, Zhu, Sun and Liu, "Stronger normalization-free transformers", CVPR 2026, arXiv:2512.10938.
"""

import numpy as np
from scipy.special import erf

from activation_functions.activation import Activation, Array, Floats, Parameter
from activation_functions.bells import TWO_OVER_ROOT_PI, held, times_bell, times_tail
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats

# u = alpha x + s may cancel, and the bell exp(-u^2) magnifies what is rounded off it: it comes in two words. Near 0, without a shift, the products are
# taken in an order in which none gets too small for its digits. Where erf is nearly flat and beta works against gamma, the two are added
# first, and the tail is taken from their sum.


def _argument(x: Floats, alpha: Learned, s: Learned) -> tuple[Floats, Floats]:
    furthest = np.minimum((2.0 * np.abs(s) + 100.0) / np.abs(np.asarray(alpha)), 1e300)
    product, product_rest = two_product(alpha, np.clip(x, -furthest, furthest))
    total, total_rest = two_sum(product, np.asarray(s))
    rest = total_rest + product_rest
    u = total + rest
    return held(u, (total - u) + rest)


def _near(x: Floats, u: Floats, s: Learned) -> Array:
    return np.equal(s, 0.0) & (np.abs(u) < 1e-9) & np.isfinite(x)


def value(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    u, rest = _argument(x, alpha, s)
    middle = gamma * (erf(u) + TWO_OVER_ROOT_PI * rest * np.exp(-u * u))
    near = np.where(_near(x, u, s), TWO_OVER_ROOT_PI * (gamma * np.asarray(alpha)) * x, middle)
    end = np.sign(u) * gamma
    level, level_rest = two_sum(end, np.asarray(beta))
    far = (level - times_tail(end, np.abs(u), np.sign(u) * rest)) + level_rest
    return np.where(np.equal(beta, 0.0), near, np.where(np.abs(u) < 0.5, near + beta, far))


def slope(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    return times_bell(TWO_OVER_ROOT_PI * (gamma * alpha), *_argument(x, alpha, s))


def second(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    u, rest = _argument(x, alpha, s)
    factor = -2.0 * TWO_OVER_ROOT_PI * (gamma * alpha * np.asarray(alpha))
    small = _near(x, u, s) & (np.abs(alpha) < 1.0)
    return times_bell(np.where(small, factor * alpha * x, factor * u), u, rest)


def partial_gamma(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    return value(x, 1.0, alpha, s, 0.0)


def partial_alpha(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    u, rest = _argument(x, alpha, s)
    outside = np.equal(np.abs(u), 40.0)
    return times_bell(TWO_OVER_ROOT_PI * gamma * np.where(outside, 0.0, x), u, rest)


def partial_s(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    return times_bell(TWO_OVER_ROOT_PI * gamma, *_argument(x, alpha, s))


def partial_beta(x: Floats, gamma: Learned, alpha: Learned, s: Learned, beta: Learned) -> Floats:
    return np.where(np.isnan(x), x, 1.0)


derf = Activation(
    id="derf",
    name="Derf",
    formula="gamma * erf(alpha * x + s) + beta",
    derivative_formula="2 * gamma * alpha / sqrt(pi) * exp(-(alpha * x + s)**2)",
    second_formula="-4 * gamma * alpha**2 / sqrt(pi) * (alpha * x + s) * exp(-(alpha * x + s)**2)",
    zh_hant="是輸入與輸出都經過縮放與平移的erf，用來代替正規化層。",
    en="is an erf whose input is rescaled and moved, and whose output is too; it stands in for a normalisation layer.",
    story=__doc__,
    family="learned",
    sources={"chen2026": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"gamma": partial_gamma, "alpha": partial_alpha, "s": partial_s, "beta": partial_beta},
    parameters={
        "gamma": Parameter(default=1.0, learned=True),
        "alpha": Parameter(default=0.5, learned=True),
        "s": Parameter(default=0.0, learned=True),
        "beta": Parameter(default=0.0, learned=True),
    },
    closed={"lower": "-1", "upper": "1", "steepest": "1 / sqrt(pi)"},
    zh_hant_notes="一層裡α與s各只有一個，γ與β每個通道各有一個。論文摘要裡的Derf只有α與s；γ與β和其他正規化層一樣，放在後面。",
    en_notes="A layer has one alpha and one s, and one gamma and one beta for each channel. In the abstract of the paper Derf has alpha and s alone; gamma and beta follow, as in any normalisation layer.",
)
