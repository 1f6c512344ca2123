"""Seven hidden functions on two spirals, each at seven learning rates with equally many steps: error on points to choose by, and on unseen ones."""

from itertools import pairwise

import numpy as np

from activation_functions import elu, gelu, leaky_relu, relu, sigmoid, silu, tanh
from activation_functions.network import Network, adam, cross_entropy, momentum, training

RULES = {"momentum": momentum, "Adam": adam}
RATES = 10.0 ** np.arange(-2.5, 1, 0.5)
SAMPLES = 100

FUNCTIONS = {f.id: f for f in (sigmoid, tanh, relu, leaky_relu, elu, gelu, silu)}
CHANGES = (
    {"bias": False},
    {"width": 32},
    {"hidden": 1},
    {"hidden": 4},
    {"start": "he"},
    {"rule": "momentum"},
    {"batch": 32},
    {"data": "moons"},
)
seeds = range(5)
arms = [*({"f": f} for f in FUNCTIONS), *({"f": f} | change for f in ("tanh", "relu") for change in CHANGES)]


def points(rng, data):
    """Points as columns, and their classes: two spirals, or two interleaved half circles."""
    side, t = np.arange(SAMPLES) % 2, rng.random(SAMPLES)
    if data == "spirals":
        angle = 0.5 + 2.5 * np.pi * np.sqrt(t)
        x = angle * [np.cos(angle), np.sin(angle)] * np.where(side, 1, -1) / 4.5
        return x + 0.12 * rng.standard_normal(x.shape), side[None].astype(float)
    x = np.where(side, [np.cos(np.pi * t), np.sin(np.pi * t)], [1 - np.cos(np.pi * t), 0.5 - np.sin(np.pi * t)])
    return x - [[0.5], [0.25]] + 0.25 * rng.standard_normal(x.shape), side[None].astype(float)


def run(seed, *, f, bias=True, width=16, hidden=2, start="glorot", rule="Adam", batch=None, data="spirals", steps=120):
    """The share of points on the wrong side after the last step, at each learning rate; all these networks are trained at once."""
    rng = np.random.default_rng(seed)
    (x, y), (shown, known), (unseen, truth) = (points(rng, data) for _ in range(3))
    layers, weights, biases = list(pairwise([2, *[width] * hidden, 1])), [], []
    for n, m in layers:
        weights.append({"glorot": (2 / (n + m)) ** 0.5, "he": (2 / n) ** 0.5}[start] * rng.standard_normal((m, n)))
        biases.append(np.zeros((m, 1)))
    many = (len(RATES), 1, 1)
    network = Network([np.tile(w, many) for w in weights], [np.tile(b, many) for b in biases] if bias else [], FUNCTIONS[f])
    learning = RULES[rule](RATES[:, None, None])
    with np.errstate(over="ignore", invalid="ignore"):
        for step in training(network, x, y, cross_entropy, learning, batch=batch, rng=np.random.default_rng(seed)):
            if step == steps:
                return {name: [np.mean((each > 0) != one) for each in network(z)] for name, z, one in (("chosen by", shown, known), ("error", unseen, truth))}
