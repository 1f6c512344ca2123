"""Into how many regions ReLU networks cut a square around their data, two moons, before and after training; and which units are on for some samples and off for others."""

import numpy as np

from activation_functions import relu
from activation_functions.network import adam, cross_entropy, gradient_descent, momentum, random_network, training
from mathematics.regions import divided, square
from studies.centring import moons

RULES = {"gradient descent": gradient_descent, "momentum": momentum, "Adam": adam}
RATE = {"gradient descent": 0.3, "momentum": 0.03, "Adam": 0.01}
REACH = 3.0
SEEN = (1, 4, 16, 96)

seeds = range(5)
arms = [
    {},
    {"bias": False},
    {"width": 4},
    {"width": 16},
    {"width": 16, "hidden": 1},
    {"width": 4, "hidden": 4},
    {"hidden": 4},
    {"start": "pytorch"},
    {"start": "glorot"},
    {"rule": "momentum"},
    {"rule": "Adam"},
    {"batch": 16},
    {"shift": 2.0},
]


def both_ways(network, x):
    """The share of hidden units that are on for some and off for others of the first so many samples."""
    on = np.concatenate(network.forward(x)[0][:-1]) > 0
    return [np.mean(on[:, :m].any(axis=1) & ~on[:, :m].all(axis=1)) for m in SEEN]


def run(seed, *, width=8, hidden=2, bias=True, start="he", rule="gradient descent", batch=None, shift=0.0, steps=600):
    """The regions in the square that reaches so far from the middle of the data, before and after; and of the trained network what else is asked.

    `maps` are the different affine maps among the regions. shift: added to every input.
    """
    rng = np.random.default_rng(seed)
    x, y = moons(rng)
    unseen, truth = moons(rng)
    x, unseen = x + shift, unseen + shift
    network = random_network([2, *[width] * hidden, 1], relu, rng, start=start, bias=bias)
    around = square(REACH, shift)
    before = len(divided(network, around)[0])
    for step in training(network, x, y, cross_entropy, RULES[rule](RATE[rule]), batch=batch, rng=np.random.default_rng(seed)):
        if step == steps:
            break
    found = divided(network, around)[0]
    maps = {(*np.round(region.M[0], 6), round(float(region.c[0]), 6)) for region in found}
    return {
        "before": before,
        "after": len(found),
        "maps": len(maps),
        "mixed": both_ways(network, x),
        "accuracy": np.mean((network(unseen) > 0) == truth),
    }
