"""Steps that a small network needs on two moons: two hidden functions, each with and without its mean taken away."""

from itertools import pairwise

import numpy as np

from activation_functions import sigmoid, tanh
from activation_functions.network import Network, adam, cross_entropy, gradient_descent, momentum, training
from mathematics.raised import Raised

HIDDEN = {"sigmoid": sigmoid, "sigmoid_centred": Raised(sigmoid, -0.5), "tanh_raised": Raised(tanh, 1.0), "tanh": tanh}
RULES = {"gradient descent": gradient_descent, "momentum": momentum, "Adam": adam}
SMALLER = {"momentum": 8, "Adam": 128}  # these rules want smaller learning rates
RATES = 2.0 ** np.arange(-2, 7)
SAMPLES = 96

seeds = range(9)
CHANGES = (
    {},
    {"bias": False},
    {"width": 4},
    {"width": 16},
    {"hidden": 1},
    {"hidden": 3},
    {"start": 0.5},
    {"start": 2.0},
    {"batch": 16},
    {"rule": "momentum"},
    {"rule": "Adam"},
)
arms = [
    *({"f": f} for f in HIDDEN),
    *({"f": f, "best": True} | change for f in HIDDEN for change in CHANGES),
    *({"f": f, "hidden": hidden, "rates": (0.25,)} for f in ("tanh_raised", "tanh") for hidden in (2, 4)),
]


def moons(rng):
    """Two interleaved half circles with a little noise, standardised, and their classes: points are columns."""
    angle, side = np.pi * rng.random(SAMPLES), np.arange(SAMPLES) % 2
    upper, lower = [np.cos(angle), np.sin(angle)], [1 - np.cos(angle), 0.5 - np.sin(angle)]
    points = np.where(side, lower, upper) + 0.1 * rng.standard_normal((SAMPLES, 2)).T
    return (points - points.mean(1, keepdims=True)) / points.std(1, keepdims=True), side[None].astype(float)


def run(seed, *, f, bias=True, width=8, hidden=2, start=1.0, rule="gradient descent", batch=None, rates=RATES, target=0.05, patience=700, best=False):
    """Steps until the loss is below the target, at each learning rate; all these networks are trained at once.

    bias: whether biases learn (they start at zero); start: the standard deviation of the first weights times √inputs;
    batch: samples a step, all without one; best: only the steps at the best rate are asked for, so that the first to arrive ends it.
    """
    if best:
        rates = (RATES[:7] if f in ("tanh", "tanh_raised") else RATES[2:]) / SMALLER.get(rule, 1)
    rng = np.random.default_rng(seed)
    x, y = moons(rng)
    layers = list(pairwise([2, *[width] * hidden, 1]))
    weights = [np.tile(start * rng.standard_normal((n, m)).T / np.sqrt(n), (len(rates), 1, 1)) for n, m in layers]
    network = Network(weights, [np.zeros((len(rates), m, 1)) for _, m in layers] if bias else [], HIDDEN[f])
    found = np.full(len(rates), np.inf)
    learning = RULES[rule](np.array(rates)[:, None, None])
    for step in training(network, x, y, cross_entropy, learning, batch=batch, rng=np.random.default_rng(0)):
        found[np.isinf(found) & (cross_entropy(network(x), y)[0] < target)] = step
        arrived = np.isfinite(found)
        if arrived.all() or (best and arrived.any()) or step + 1 == patience:
            return {"steps": found.min() if best else found}
