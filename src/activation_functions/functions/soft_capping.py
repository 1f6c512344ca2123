"""Soft capping follows its input near 0 and lets nothing beyond a cap c; the cap is approached, never passed.

Gemma 2 caps its attention scores and its logits by c tanh(x/c) and made the form popular: Gemma Team, "Gemma 2: improving open
language models at a practical size", 2024, arXiv:2408.00118. Bello, Pham, Le, Norouzi and Bengio had bounded scores by c tanh(x), without the
division, in "Neural combinatorial optimization with reinforcement learning", 2016, arXiv:1611.09940; of the form with the
division no inventor is known.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.rounding import two_product

# Near 0 the value is x to all digits. The quotient x / c may be too small for its digits there, though x itself is not.


def value(x: Floats, c: float) -> Floats:
    return np.where(np.abs(x) < 1e-9 * c, x, c * np.tanh(x / c))


# The derivative is sech(t)^2 with t = x / c, written with h = exp(-|t|), which would magnify the rounding of t: what the division
# leaves over is put back. A sech meets the factor before the other one does, so that the tail keeps its digits.


def slope(x: Floats, c: float) -> Floats:
    return np.square(_sech(x, c))


def second(x: Floats, c: float) -> Floats:
    sech = _sech(x, c)
    return -2.0 / c * np.tanh(x / c) * sech * sech


def _sech(x: Floats, c: float) -> Floats:
    x = np.minimum(np.abs(x), 1200.0 * c)  # 0 from there on
    t = x / c
    product, dropped = two_product(c, t)
    h = np.exp(-t) * (1.0 - ((x - product) - dropped) / c)
    return 2.0 * h / (1.0 + h * h)


soft_capping = Activation(
    id="soft_capping",
    name="Soft capping",
    formula="c * tanh(x / c)",
    derivative_formula="1 - tanh(x / c)**2",
    second_formula="-2 / c * tanh(x / c) * (1 - tanh(x / c)**2)",
    zh_hant="在0附近跟著輸入走，但不讓輸出超過上限c：只會靠近，不會越過。",
    en="follows its input near 0 and lets nothing beyond a cap c; the cap is approached, never passed.",
    story=__doc__,
    family="sigmoidal",
    sources={"gemma2024": "popularised", "bello2016": "studied"},
    value=value,
    slope=slope,
    second=second,
    parameters={"c": Parameter(default=30.0, above=0.0)},
    closed={"lower": "-c", "upper": "c", "steepest": "1"},
    zh_hant_notes="預設的c是Gemma 2給輸出分數的上限；它的注意力分數用更大的c。若c是1，它就是tanh。",
    en_notes="The default c is the cap that Gemma 2 puts on its output scores; its attention scores have a larger one. With c = 1 it is tanh.",
)
