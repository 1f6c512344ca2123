"""How large the pre-activations are in each of many random layers, and how much of them tells samples apart, from the starts that libraries take."""

import numpy as np

from activation_functions import gelu, relu, sigmoid, tanh
from activation_functions.network import random_network

HIDDEN = {"relu": relu, "tanh": tanh, "sigmoid": sigmoid, "gelu": gelu}
VARIANCES = {"pytorch": 1 / 3, "keras": 1.0, "flax": 1.0, "he": 2.0}
"""Of first weights, times the number of inputs, where a layer has as many units as inputs: Keras's 2 / (n + m) is then Flax's 1 / n."""

seeds = range(10)
arms = [
    *({"f": f, "start": start} for f in ("relu", "tanh", "sigmoid", "gelu") for start in ("pytorch", "keras", "he")),
    *({"f": f, "start": start} | change for f, start in (("relu", "he"), ("relu", "pytorch"), ("tanh", "keras")) for change in (
        {"bias": 0.0} if start == "pytorch" else {"bias": 1.0}, {"units": 16}, {"inputs": "uniform"}, {"draw": "uniform"})),
]  # fmt: skip


def run(seed, *, f, start, layers=20, units=100, bias=None, inputs="normal", draw="normal", samples=50):
    """log10 of the root mean square of z over units and samples, layer by layer: of z itself, and of z minus its mean over the samples.

    bias: the bound of uniform biases, times √inputs, which PyTorch's start alone has; draw: how the weights are spread, with the same variance.
    """
    rng, f = np.random.default_rng(seed), HIDDEN[f]
    network = random_network([units] * (layers + 1), f, rng, start=float(np.sqrt(VARIANCES[start])))
    if draw == "uniform":
        bound = np.sqrt(3 * VARIANCES[start] / units)
        network.weights = [rng.uniform(-bound, bound, each.shape) for each in network.weights]
    for each in network.biases:
        each += ((start == "pytorch") if bias is None else bias) * rng.uniform(-1, 1, each.shape) / np.sqrt(units)
    z, _ = network.forward((rng.standard_normal if inputs == "normal" else rng.random)((units, samples)))
    return {
        "sizes": [np.round(np.log10(np.sqrt(np.mean(each**2))), 4) for each in z],
        "apart": [np.round(np.log10(np.sqrt(np.mean((each - each.mean(1, keepdims=True)) ** 2))), 4) for each in z],
    }
