"""ReLU6 keeps what lies between 0 and 6 and cuts off the rest.

A ReLU with a ceiling: Krizhevsky, "Convolutional deep belief networks on CIFAR-10", an unpublished manuscript
of 2010. The MobileNets made it popular, Sandler and others, "MobileNetV2", 2018, arXiv:1801.04381, and are
often credited with it.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.minimum(np.maximum(x, 0.0), 6.0) + 0.0  # + 0.0 makes max(-0.0, 0), whose sign is left open, +0.0


def slope(x: Floats) -> Floats:
    inside = (x > 0.0) & (x <= 6.0)
    return np.where(np.isnan(x), x, inside)


relu6 = Activation(
    id="relu6",
    name="ReLU6",
    formula="min(max(0, x), 6)",
    derivative_formula="0 if x > 6 else 1 if x > 0 else 0",
    second_formula="0",
    zh_hant="保留0與6之間的數，把超出的部分削平。",
    en="keeps what lies between 0 and 6 and cuts off the rest.",
    story=__doc__,
    family="rectifier",
    sources={"krizhevsky2010": "introduced", "sandler2018": "popularised", "howard2017": "miscited"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="0", left="0", right="1"), Kink(at="6", left="1", right="0")),
    closed={
        "mean": "phi(0) - phi(6) + 6 * Phi(-6)",
        "second_moment": "1 / 2 - 6 * phi(6) + 35 * Phi(-6)",
        "slope_mean": "1 / 2 - Phi(-6)",
        "slope_moment": "1 / 2 - Phi(-6)",
    },
    zh_hant_notes="有了上限，數值適合低精度的運算；但超過6之後，斜率是0。",
    en_notes="The ceiling suits low-precision arithmetic; above 6 the slope is 0.",
)
