"""Entmax lies halfway between softmax and sparsemax: probabilities, of which the small ones are exactly 0.

The 1.5-entmax of a family with a parameter alpha, where 1 is softmax and 2 is sparsemax: Peters, Niculae and Martins,
"Sparse sequence-to-sequence models", 2019, doi:10.18653/v1/P19-1146, arXiv:1905.05702, who also give the exact
algorithm by sorting for 1.5.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats
from activation_functions.functions import softmax
from activation_functions.rounding import total, two_product, two_sum

# With z = x / 2 the probabilities are the squares of what z rises above tau. Of the k largest alone, with mean m and
# squared deviations s, tau would be m - sqrt((1 - s) / k); the right k is the number of k whose tau lies below their
# smallest z. This tau is rounded. What it leaves of the equation is computed with all its digits, and two steps of
# Newton's method settle it, so that small probabilities keep theirs.


def value(x: Floats, present: Array | bool = True) -> Floats:
    return np.square(_roots(x, present))


def _roots(x: Floats, present: Array | bool) -> Floats:
    """The square roots of the probabilities."""
    difference, error, unsettled = softmax.below_largest(x, present)
    z, error = difference / 2.0, error / 2.0
    falling = np.maximum(np.sort(z, axis=-1)[..., ::-1], -1.0)  # tau is never below -1
    k = np.arange(1, x.shape[-1] + 1)
    mean = np.cumsum(falling, axis=-1) / k
    deviations = np.cumsum(np.square(falling), axis=-1) - k * np.square(mean)
    candidates = mean - np.sqrt(np.maximum(1.0 - deviations, 0.0) / k)
    tau = np.take_along_axis(candidates, np.sum(candidates <= falling, axis=-1, keepdims=True) - 1, axis=-1)
    shift = np.zeros(tau.shape)
    for _ in range(2):
        tau = tau + shift
        distance, rest = two_sum(z, -tau)
        rest = np.where(np.isfinite(rest), rest, 0.0) + error
        above = np.maximum(distance, 0.0)
        square, dropped = two_product(above, above)
        dropped += 2.0 * above * rest
        shift = total(np.concatenate((square, dropped, np.full(tau.shape, -1.0)), axis=-1)) / (2.0 * total(above))
    return np.where(unsettled, np.nan, np.maximum((distance - shift) + rest, 0.0))


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    # With the roots s as shares w = s / sum(s), the Jacobian applied to g is s g - s (sum of w g).
    s = _roots(x, present)
    return s * g - s * total(s / total(s) * g)


entmax = Activation(
    id="entmax",
    name="Entmax",
    formula="max(0, x[i] / 2 - tau)**2",
    where="sum(max(0, x[j] / 2 - tau)**2 for j in range(n)) == 1",
    jacobian="sqrt(f[i]) * (indicator(i == j) - sqrt(f[j]) / sum(sqrt(f[k]) for k in range(n)))",
    zh_hant="介於softmax與sparsemax的正中間：輸出是機率，其中小的恰好是零。",
    en="lies halfway between softmax and sparsemax: probabilities, of which the small ones are exactly 0.",
    zh_hant_notes="這是參數為3/2的entmax；參數1是softmax，2是sparsemax。門檻值由「加起來等於1」決定。所有的輸入同加一個數，輸出不變。",
    en_notes="This is entmax with the parameter 3/2; with 1 it is softmax, with 2 sparsemax. The threshold tau follows from the sum of 1. "
    "One number added to all inputs changes nothing.",
    story=__doc__,
    family="probability",
    sources={"peters2019": "introduced"},
    value=value,
    pullback=pullback,
    absent=0.0,
)
