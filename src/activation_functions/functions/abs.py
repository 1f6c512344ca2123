"""Abs keeps the size of its input and drops the sign.

The absolute value, which has no inventor. Jarrett, Kavukcuoglu, Ranzato and LeCun found that a layer of it helps to
recognise objects: "What is the best multi-stage architecture for object recognition?", 2009, doi:10.1109/ICCV.2009.5459469.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.abs(x)


def slope(x: Floats) -> Floats:
    return 2.0 * np.maximum(np.sign(x), 0.0) - 1.0  # 1 right of the kink, -1 at it and left of it, NaN at NaN


abs = Activation(
    id="abs",
    name="Abs",
    formula="abs(x)",
    derivative_formula="1 if x > 0 else -1",
    second_formula="0",
    zh_hant="保留輸入的大小，去掉正負號。",
    en="keeps the size of its input and drops the sign.",
    story=__doc__,
    family="rectifier",
    sources={"jarrett2009": "studied"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="0", left="-1", right="1"),),
    closed={
        "mean": "sqrt(2 / pi)",
        "second_moment": "1",
        "slope_moment": "1",
        "gain": "1",
        "chi": "1",
    },
    zh_hant_notes="偶函數：正負相反的兩個輸入得到相同的輸出，輸入的正負就此遺失。",
    en_notes="It is even: two inputs of opposite sign give the same output, and the sign is lost.",
)
