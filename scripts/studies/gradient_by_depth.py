"""How the gradient changes on its way back through random layers, by function, size of the weights, biases, width and depth."""

import numpy as np

from activation_functions import identity, relu, sigmoid, tanh
from activation_functions.network import random_network

FUNCTIONS = {"identity": identity, "sigmoid": sigmoid, "tanh": tanh, "relu": relu}
ROOT_2 = float(np.sqrt(2))
STARTS = {
    "PyTorch": (1 / np.sqrt(3), 1.0),
    "Glorot": (1.0, 0.0),
    "He": (ROOT_2, 0.0),
}  # for as many outputs as inputs: s, and the bound of biases, both over √inputs

seeds = range(20)
arms = [
    *({"f": f, "layers": 50, "start": gain} for f in ("sigmoid", "tanh", "relu") for gain in (1.0, ROOT_2, 2.0)),
    *({"layers": 50, "start": gain} for gain in (4.0, 8.0, 16.0)),
    *({"start": "PyTorch", "layers": layers} for layers in (4, 5, 10, 11, 30)),
    *({"start": "PyTorch", "layers": layers} | change for layers in (5, 10) for change in ({"bias": 0.0}, {"units": 16}, {"inputs": "uniform"})),
    {"start": "PyTorch", "layers": 11, "inputs": "uniform"},
    *({"start": start, "layers": layers} for start, layers in ((2.0, 5), (4.0, 5), (4.0, 11), (8.0, 10))),
    *({"start": start, "layers": layers} for start in ("Glorot", "He") for layers in (5, 10, 11)),
    *({"f": "relu", "start": 1.0, "layers": 50} | change for change in ({"bias": 1.0}, {"units": 16}, {"layers": 10}, {"inputs": "uniform"})),
    *({"f": "relu", "start": start, "layers": 50} for start in ("PyTorch", "He")),
    {"f": "identity", "start": 1.0, "layers": 50},
    {"f": "tanh", "start": 1.0, "layers": 50, "bias": 10.0},
    {"f": "relu", "start": ROOT_2, "layers": 50, "units": 16},
    {"start": 16.0, "layers": 50, "units": 16},
]


def run(seed, *, start, f="sigmoid", layers=10, units=100, bias=None, inputs="normal"):
    """log10 of ‖δ_l‖ / ‖δ_L‖ for l = L, …, 1, and the share of units of the last layer whose slope is below a tenth of the sigmoid's peak.

    start: normal weights of variance s² / units, for a number s or as STARTS has it; biases are uniform, and zero unless the start has some.
    """
    f, rng = FUNCTIONS[f], np.random.default_rng(seed)
    std, bound = STARTS.get(start, (start, 0.0))
    network = random_network([units] * (layers + 1), f, rng, start=float(std))
    for b in network.biases:
        b += (bound if bias is None else bias) * rng.uniform(-1, 1, b.shape) / np.sqrt(units)
    z, _ = network.forward((rng.standard_normal if inputs == "normal" else rng.random)((units, 1)))
    delta = rng.standard_normal((units, 1)) * f.derivative(z[-1])  # any loss: a random gradient at the last activations
    lengths = [np.linalg.norm(delta)]
    for W, before in zip(network.weights[:0:-1], z[-2::-1], strict=True):
        delta = W.T @ delta * f.derivative(before)
        lengths.append(np.linalg.norm(delta))
    return {"exponents": np.round(np.log10(np.array(lengths) / lengths[0]), 4), "saturated": np.mean(f.derivative(z[-1]) < 0.025)}
