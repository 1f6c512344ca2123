"""Log-softmax turns a list of numbers into the logarithms of probabilities that add up to 1.

The logarithm of softmax, computed in one piece; it is what the cross-entropy of a classifier reads. A library
function: it has no inventor, and no primary source is known.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats
from activation_functions.functions import softmax
from activation_functions.rounding import total

# With d = x - max, the result is d - ln(sum of e^d). The largest entry itself adds exactly 1 to the sum. Its own
# result is -ln(1 + the sum of the others), of which log1p keeps all the digits, however small the others are.


def value(x: Floats, present: Array | bool = True) -> Floats:
    difference, error, unsettled = softmax.below_largest(x, present)
    others = np.exp(difference) * (1.0 + error)
    np.put_along_axis(others, np.argmax(difference, axis=-1, keepdims=True), 0.0, axis=-1)
    return np.where(unsettled, np.nan, (difference - np.log1p(total(others))) + error)


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    # The Jacobian is I - 1 p^T; applied to g it is g - p (sum of g). A sum of huge entries is taken of smaller ones.
    huge = np.max(np.abs(g), axis=-1, keepdims=True) > 1e290
    scale = np.where(huge, 2.0 ** -(1 + g.shape[-1].bit_length()), 1.0)
    scaled = g * scale
    return (scaled - softmax.value(x, present) * total(scaled)) / scale


log_softmax = Activation(
    id="log_softmax",
    name="Log-softmax",
    formula="x[i] - log(sum(exp(x[j]) for j in range(n)))",
    jacobian="indicator(i == j) - exp(f[j])",
    zh_hant="把一組數變成機率的對數，這些機率加起來等於1。",
    en="turns a list of numbers into the logarithms of probabilities that add up to 1.",
    zh_hant_notes="所有的輸入同加一個數，輸出不變。先算softmax再取對數會出錯：很小的機率變成零，對數就成了負無限大。",
    en_notes="One number added to all inputs changes nothing. Softmax first and the logarithm after goes wrong: a small probability becomes 0, "
    "and its logarithm minus infinity.",
    story=__doc__,
    family="probability",
    sources={},
    value=value,
    pullback=pullback,
    absent=-np.inf,
)
