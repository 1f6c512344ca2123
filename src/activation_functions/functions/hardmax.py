"""Hardmax gives the largest of several numbers a 1 and all others a 0.

The operator of this name in ONNX; without the name it is the arg max, written as a vector of zeros and a single one.
It has no inventor, and no primary source is known.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats

# Of equal entries the first is taken. Which of several infinite ones is the largest depends on how they grow: no limit.


def value(x: Floats, present: Array | bool = True) -> Floats:
    largest = np.max(x, axis=-1, keepdims=True, initial=-np.inf)
    tied = (x == largest) & present
    y = np.zeros(x.shape)
    np.put_along_axis(y, np.argmax(tied, axis=-1, keepdims=True), 1.0, axis=-1)
    unsettled = tied & np.isinf(largest) & (tied.sum(axis=-1, keepdims=True) > 1)
    return np.where(unsettled | np.isnan(largest), np.nan, y)


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    return np.where(np.isnan(value(x, present)), np.nan, 0.0)


hardmax = Activation(
    id="hardmax",
    name="Hardmax",
    formula="indicator(sum(indicator(x[j] > x[i]) + indicator(j < i) * indicator(x[j] == x[i]) for j in range(n)) == 0)",
    jacobian="0",
    zh_hant="把一組數裡最大的變成1，其餘都變成0。",
    en="gives the largest of several numbers a 1 and all others a 0.",
    zh_hant_notes="有幾項並列最大時，1給其中的第一項，ONNX也是這樣約定。導數處處取零，所以梯度傳不回去，不能用梯度下降訓練它前面的層。所有的輸入同加一個數，輸出不變。",
    en_notes="Of several largest entries the first gets the 1, as ONNX has it. The derivative is taken as 0 everywhere: no gradient comes back, "
    "and gradient descent cannot train the layers before it. One number added to all inputs changes nothing.",
    story=__doc__,
    family="probability",
    sources={},
    value=value,
    pullback=pullback,
    absent=0.0,
)
