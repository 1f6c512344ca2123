"""ReLU keeps what is positive and turns the rest into 0.

The rectified linear unit. Householder modelled nerve fibres with it in 1941, doi:10.1007/BF02478220; Fukushima
built a multilayered network of it, "Visual feature extraction by a multilayered network of analog threshold
elements", 1969, doi:10.1109/TSSC.1969.300225. Nair and Hinton brought it to deep learning under this name,
"Rectified linear units improve restricted Boltzmann machines", ICML 2010; Glorot, Bordes and Bengio trained
deep networks with it from scratch, "Deep sparse rectifier neural networks", AISTATS 2011.
"""

import numpy as np

from activations.activation import Activation, Floats, Kink


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
    sources=("householder1941", "fukushima1969", "nair2010", "glorot2011"),
    value=value,
    slope=slope,
    kinks=(Kink(at="0", left="0", right="1"),),
)
