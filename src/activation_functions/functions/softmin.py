"""Softmin turns a list of numbers into probabilities, of which the smallest number gets the largest.

Softmax of the numbers with their signs turned. PyTorch has it as `Softmin`; it has no inventor, and no primary source
is known.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats
from activation_functions.functions import softmax

# An entry that does not count is -inf and would win here; turned, it has to be -inf again.


def value(x: Floats, present: Array | bool = True) -> Floats:
    return softmax.value(np.where(present, -x, -np.inf), present)


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    return -softmax.pullback(np.where(present, -x, -np.inf), g, present)


softmin = Activation(
    id="softmin",
    name="Softmin",
    formula="exp(-x[i]) / sum(exp(-x[j]) for j in range(n))",
    jacobian="f[i] * (f[j] - indicator(i == j))",
    zh_hant="把一組數變成加起來等於1的機率，最小的數得到最大的機率。",
    en="turns a list of numbers into probabilities, of which the smallest number gets the largest.",
    zh_hant_notes="就是把每個數變號之後的Softmax；例如把距離變成機率，越近的越可能。所有的輸入同加一個數，輸出不變。",
    en_notes="It is softmax of the numbers with their signs turned, and makes probabilities of distances, say: the nearer, the likelier. "
    "One number added to all inputs changes nothing.",
    story=__doc__,
    family="probability",
    sources={},
    value=value,
    pullback=pullback,
    absent=0.0,
)
