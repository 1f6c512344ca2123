"""Softpick gives every entry above 0 a share, every other exactly 0, and so may leave a list without any.

A softmax with a rectifier, made for attention: Zuhri, Fuadi and Aji, "Softpick: no attention sink, no massive
activations with rectified softmax", 2025, arXiv:2504.20966.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats, Parameter
from activation_functions.rounding import exp, total, two_sum

# expm1 keeps the digits of e^x - 1 near 0. Where the largest x is above HIGH, everything is divided by its exponential:
# from ENOUGH on e^x - 1 is e^x to all digits, and below it meets the small factor in two steps, so that nothing is lost.
HIGH, ENOUGH = 600.0, 40.0


def value(x: Floats, present: Array | bool = True, epsilon: float = 1e-8) -> Floats:
    rises, _, sizes, unsettled = _parts(x, present, epsilon)
    return np.where(unsettled, np.nan, np.maximum(rises, 0.0) / sizes)


def _parts(x: Floats, present: Array | bool, epsilon: float) -> tuple[Floats, Floats, Floats, Array]:
    """e^x - 1, e^x, epsilon plus the sum of |e^x - 1|, all on one scale, and where there is no limit."""
    largest = np.max(x, axis=-1, keepdims=True, initial=-np.inf)
    down = np.where(largest > HIGH, largest, 0.0)
    root = np.exp(-down / 2.0)
    near, (far, dropped) = np.minimum(x, ENOUGH), two_sum(x, -down)
    dropped = np.where(np.isfinite(dropped), dropped, 0.0)
    tied = (x == largest) & np.isinf(down)
    powers = np.where(x < ENOUGH, np.exp(near) * root * root, exp(np.where(tied, 0.0, far), dropped))
    rises = np.where(x < ENOUGH, np.expm1(near) * root * root, powers)
    counted = np.where(present, np.abs(rises), 0.0)
    return rises, powers, total(counted) + epsilon * root * root, tied & (tied.sum(axis=-1, keepdims=True) > 1)


def pullback(x: Floats, g: Floats, present: Array | bool = True, epsilon: float = 1e-8) -> Floats:
    # With the sum S and e^x over S as w, an entry above 0 gets w (g - sum of g f), one below w (sum of g f). A quarter of huge g's does not overflow.
    scale = np.where(np.max(np.abs(g), axis=-1, keepdims=True) > 1e290, 0.25, 1.0)
    rises, powers, sizes, unsettled = _parts(x, present, epsilon)
    mean = total(g * scale * (np.maximum(rises, 0.0) / sizes))
    pull = np.where(x > 0.0, g * scale - mean, np.where(x < 0.0, mean, 0.0))
    pulled = np.where(sizes < 1.0, pull / sizes * powers, powers / sizes * pull) / scale
    return np.where(unsettled | np.isnan(sizes), np.nan, pulled)


softpick = Activation(
    id="softpick",
    name="Softpick",
    formula="max(0, exp(x[i]) - 1) / (epsilon + sum(abs(exp(x[j]) - 1) for j in range(n)))",
    jacobian="exp(x[j]) * (indicator(i == j) * indicator(x[j] > 0) - f[i] * (indicator(x[j] > 0) - indicator(x[j] < 0)))"
    " / (epsilon + sum(abs(exp(x[k]) - 1) for k in range(n)))",
    zh_hant="大於零的項各得一份，其餘恰好得零，所以可以一份也不給。",
    en="gives every entry above 0 a share, every other exactly 0, and so may leave a list without any.",
    zh_hant_notes="份額加起來最多是1；有項小於零，就不到1。所有的輸入同加一個數，輸出會變。ε只在所有的輸入都是零時防止除以零。"
    "作者的程式先把分子與分母都除以最大輸入的指數，才加ε；與論文的式子相比，相對差別不超過ε。剛好是零的一項算作不大於零，也不小於零，梯度不流過它。"
    "Elixir的套件Edifice也有一個叫Softpick的函數，它把每個數除以「1加上所有數的絕對值之和」，與論文的不同。",
    en_notes="The shares add up to 1 at most, and to less where an entry is below 0. One number added to all inputs changes the outputs. "
    "epsilon only keeps a list of zeros from a division by 0. The authors' code first divides both sides of the fraction by the exponential of the largest input "
    "and adds epsilon then; the relative difference from the formula of the paper is epsilon at most. An entry of exactly 0 counts as neither above nor below 0, "
    "and no gradient flows through it. Edifice, a package for Elixir, has a function called Softpick too, which divides each number by 1 plus the sum of all "
    "absolute values; it is not that of the paper.",
    story=__doc__,
    family="probability",
    sources={"zuhri2025": "introduced"},
    parameters={"epsilon": Parameter(1e-8, above=0.0, zero=True)},
    value=value,
    pullback=pullback,
    absent=0.0,
)
