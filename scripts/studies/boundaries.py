"""Two networks with the same start, of linear and of tanh hidden units, and logistic regression, trained on two moons with noise."""

import numpy as np

from activation_functions import identity, tanh
from activation_functions.network import Network, cross_entropy, gradient_descent, training

HIDDEN = {"identity": identity, "tanh": tanh}

seeds = range(5)
arms = [{"f": "identity"}, {"f": "tanh"}, {"f": "identity", "units": 0}]


def moons(rng, count):
    """Two interlocking half circles with noise; labels 0 and 1."""
    label = np.arange(count) % 2
    angle = rng.uniform(0, np.pi, count)
    arc = np.stack([np.cos(angle), np.sin(angle)])
    points = np.where(label, np.array([[1.0], [0.4]]) - arc, arc)
    return points - np.array([[0.5], [0.2]]) + rng.normal(0, 0.17, points.shape), label


def start(seed, f, units):
    """Normal weights, of variance 1 in the first layer and one over the units in the second; without units one layer, from zero."""
    rng = np.random.default_rng(100 + seed)
    if not units:
        return Network([np.zeros((1, 2))], [np.zeros((1, 1))], HIDDEN[f])
    return Network([rng.normal(0, 1, (units, 2)), rng.normal(0, units**-0.5, (1, units))], [np.zeros((units, 1)), np.zeros((1, 1))], HIDDEN[f])


def run(seed, *, f, units=16, count=240, steps=3000, rate=0.5, fresh=4000):
    """What was learned, array by array, and the accuracy on fresh data."""
    points, label = moons(np.random.default_rng(seed), count)
    network = start(seed, f, units)
    for step in training(network, points, label[None].astype(float), cross_entropy, gradient_descent(rate)):
        if step == steps:
            break
    unseen, truth = moons(np.random.default_rng(1000 + seed), fresh)
    learned = {f"{what}{layer}": each for what, parts in (("W", network.weights), ("b", network.biases)) for layer, each in enumerate(parts, 1)}
    return {"accuracy": np.mean((network(unseen)[0] > 0) == truth), **learned}
