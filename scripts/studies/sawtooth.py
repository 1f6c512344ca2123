"""Whether training finds a sawtooth that four layers of two ReLUs can make exactly: networks that are large enough, and how far off they stay."""

import numpy as np

from activation_functions import relu
from activation_functions.network import adam, gradient_descent, momentum, random_network, squared, training

RULES = {"gradient descent": (gradient_descent, 0.03), "momentum": (momentum, 0.003), "Adam": (adam, 0.005)}

seeds = range(5)
arms = [
    {"folds": 1},
    {"folds": 2},
    {},
    {"width": 8},
    {"width": 32},
    {"width": 32, "hidden": 1},
    {"width": 8, "bias": False},
    {"width": 8, "start": "pytorch"},
    {"width": 8, "rule": "gradient descent"},
    {"width": 8, "rule": "momentum"},
    {"width": 8, "batch": 32},
    {"width": 8, "low": -1.0},
]


def sawtooth(x, folds):
    """The tent 2 relu(x) - 4 relu(x - 1/2), so many times over: 2^folds pieces between 0 and 1."""
    for _ in range(folds):
        x = 2 * relu(x) - 4 * relu(x - 0.5)
    return x


def run(seed, *, width=2, hidden=4, folds=4, bias=True, start="he", rule="Adam", batch=None, low=0.0, steps=2000):
    """The root mean square error over 257 points between 0 and 1 after training on them. low: the inputs are stretched to lie between it and 1."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 1, 257)[None]
    x, y = low + (1 - low) * t, sawtooth(t, folds)
    network = random_network([1, *[width] * hidden, 1], relu, rng, start=start, bias=bias)
    method, rate = RULES[rule]
    for step in training(network, x, y, squared, method(rate), batch=batch, rng=np.random.default_rng(seed)):
        if step == steps:
            break
    return {"error": np.sqrt(np.mean((network(x) - y) ** 2))}
