"""How the gradient changes on its way back through random layers, by function, size of the weights, biases, width and depth."""

import numpy as np

from activation_functions import relu, sigmoid, tanh
from activation_functions.network import random_network

FUNCTIONS = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu}
ROOT_2 = float(np.sqrt(2))
LIKE_PYTORCH = {"start": float(1 / np.sqrt(3)), "bias": 1.0}  # normal weights of the variance of torch.nn.Linear's, and its biases

seeds = range(20)
arms = [
    *({"f": f, "layers": 50, "start": gain} for f in FUNCTIONS for gain in (1.0, ROOT_2, 2.0)),
    *({"f": "sigmoid", "layers": 50, "start": gain} for gain in (4.0, 8.0, 16.0)),
    *(LIKE_PYTORCH | change for change in ({}, {"bias": 0.0}, {"units": 16}, {"inputs": "uniform"})),
    *(LIKE_PYTORCH | {"layers": layers} for layers in (4, 5, 11, 30)),
    *(LIKE_PYTORCH | {"layers": 5} | change for change in ({"bias": 0.0}, {"units": 16}, {"inputs": "uniform"})),
    LIKE_PYTORCH | {"layers": 11, "inputs": "uniform"},
    *({"layers": layers, "start": start} for layers, start in ((5, 2.0), (5, 4.0), (11, 4.0), (10, 8.0))),
    *({"layers": layers, "start": start} for start in ("glorot", "he") for layers in (5, 10, 11)),
]


def run(seed, *, start, f="sigmoid", layers=10, units=100, bias=0.0, inputs="normal"):
    """log10 of ‖δ_l‖ / ‖δ_L‖ for l = L, …, 1, and the share of units of the last layer whose slope is below a tenth of the sigmoid's peak.

    start: as random_network draws, a number s for a variance of s² / units; bias: uniform biases between ±bias / √units.
    """
    f, rng = FUNCTIONS[f], np.random.default_rng(seed)
    network = random_network([units] * (layers + 1), f, rng, start=start)
    for b in network.biases:
        b += bias * rng.uniform(-1, 1, b.shape) / np.sqrt(units)
    z, _ = network.forward((rng.standard_normal if inputs == "normal" else rng.random)((units, 1)))
    delta = rng.standard_normal((units, 1)) * f.derivative(z[-1])  # any loss: a random gradient at the last activations
    lengths = [np.linalg.norm(delta)]
    for W, before in zip(network.weights[:0:-1], z[-2::-1], strict=True):
        delta = W.T @ delta * f.derivative(before)
        lengths.append(np.linalg.norm(delta))
    return {"exponents": np.round(np.log10(np.array(lengths) / lengths[0]), 4), "saturated": np.mean(f.derivative(z[-1]) < 0.025)}
