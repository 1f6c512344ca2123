"""Hard tanh keeps what lies between -1 and 1 and cuts off the rest.

Usually credited to Collobert, "Large scale machine learning", thesis, Université Paris VI, 2004, but already the
output of Chua and Yang, "Cellular neural networks: theory", 1988. Collobert, Weston, Bottou, Karlen, Kavukcuoglu and
Kuksa used it for "Natural language processing (almost) from scratch", 2011, arXiv:1103.0398.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.clip(x, -1.0, 1.0)


def slope(x: Floats) -> Floats:
    return np.where(np.isnan(x), x, (x > -1.0) & (x <= 1.0))


hard_tanh = Activation(
    id="hard_tanh",
    name="Hard tanh",
    formula="max(-1, min(x, 1))",
    derivative_formula="0 if x > 1 else 1 if x > -1 else 0",
    second_formula="0",
    zh_hant="保留−1到1之間的數，超出的部分一律截掉。",
    en="keeps what lies between -1 and 1 and cuts off the rest.",
    story=__doc__,
    family="sigmoidal",
    sources={"chua1988": "introduced", "collobert2004": "introduced", "collobert2011": "studied"},
    aliases={"hardtanh": "torch"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="-1", left="0", right="1"), Kink(at="1", left="1", right="0")),
    closed={
        "second_moment": "1 - 2 * phi(1)",
        "slope_mean": "2 * Phi(1) - 1",
        "slope_moment": "2 * Phi(1) - 1",
        "gain": "1 / sqrt(1 - 2 * phi(1))",
        "chi": "(2 * Phi(1) - 1) / (1 - 2 * phi(1))",
    },
    zh_hant_notes="−1到1之間就是恆等函數；超出這個範圍，斜率是0，梯度完全停住。",
    en_notes="Between -1 and 1 it is the identity; outside, the slope is 0 and no gradient passes.",
)
