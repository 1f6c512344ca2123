"""ReLU keeps what is positive and turns the rest into 0.

The rectified linear unit. Householder modelled nerve fibres with it in 1941, doi:10.1007/BF02478220; Fukushima
built a multilayered network of it, "Visual feature extraction by a multilayered network of analog threshold
elements", 1969, doi:10.1109/TSSC.1969.300225. Nair and Hinton brought it to deep learning under this name,
"Rectified linear units improve restricted Boltzmann machines", ICML 2010; Glorot, Bordes and Bengio trained
deep networks with it from scratch, "Deep sparse rectifier neural networks", AISTATS 2011; Krizhevsky, Sutskever and
Hinton won with it in 2012. Agarap's report of 2018, often cited for it, uses it and did not introduce it.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.maximum(x, 0.0) + 0.0  # + 0.0 makes max(-0.0, 0), whose sign is left open, +0.0


def slope(x: Floats) -> Floats:
    return np.maximum(np.sign(x), 0.0)


relu = Activation(
    id="relu",
    name="ReLU",
    formula="max(0, x)",
    derivative_formula="1 if x > 0 else 0",
    second_formula="0",
    zh_hant="保留正數，把其餘的都變成0。",
    en="keeps what is positive and turns the rest into 0.",
    story=__doc__,
    family="rectifier",
    sources={
        "householder1941": "introduced",
        "fukushima1969": "introduced",
        "nair2010": "named",
        "glorot2011": "popularised",
        "krizhevsky2012": "popularised",
        "fukushima1975": "studied",
        "hahnloser2000": "studied",
        "jarrett2009": "studied",
        "agarap2018": "miscited",
    },
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="0", left="0", right="1"),),
    closed={
        "mean": "1 / sqrt(2 * pi)",
        "second_moment": "1 / 2",
        "slope_mean": "1 / 2",
        "slope_moment": "1 / 2",
        "gain": "sqrt(2)",
        "chi": "1",
    },
    zh_hant_notes="負的輸入得不到梯度；一個單元若對所有的輸入都是負的，就不再學習。",
    en_notes="Negative inputs get no gradient: a unit that is negative for every input stops learning.",
)
