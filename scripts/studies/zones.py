"""Where the pre-activations of sigmoids lie while a network learns: how many in the central zone, for units that matter more, the others, and the output."""

import numpy as np

from activation_functions import sigmoid
from activation_functions.network import adam, cross_entropy, gradient_descent, momentum, random_network, training

RULES = {"gradient descent": (gradient_descent, 3.0), "momentum": (momentum, 0.3), "Adam": (adam, 0.03)}  # with a rate that suits each
EDGE = float(np.log(3 + 2 * np.sqrt(2)))  # the zone in which the slope is at least half of its peak
STEPS, LOOKS = 600, 7

seeds = range(5)
arms = [
    {},
    {"bias": False},
    {"width": 8},
    {"hidden": 2},
    {"inputs": "quadrants"},
    {"start": "pytorch"},
    {"start": 4.0},
    {"rule": "momentum"},
    {"rule": "Adam"},
    {"batch": 16},
    {"flipped": 0.2},
]


def points(rng, inputs, count=96):
    """Points as columns, and their classes: two interleaved half circles, or four clouds with equal classes in opposite quadrants."""
    t, first = rng.uniform(0, np.pi, count), np.arange(count) % 2 == 0
    if inputs == "moons":
        x = np.where(first, [np.cos(t), np.sin(t)], [1 - np.cos(t), 0.5 - np.sin(t)]) + 0.1 * rng.standard_normal((2, count))
        return (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True), first[None].astype(float)
    side = np.where(np.arange(count) % 4 < 2, 1.0, -1.0)
    x = np.array([side, np.where(first, side, -side)]) + 0.3 * rng.standard_normal((2, count))
    return x, first[None].astype(float)


def central(z):
    """The share of samples in the central zone, one a unit."""
    return np.mean(np.abs(z) < EDGE, axis=-1)


def importance(network, x, y):
    """How much the loss rises when one unit of the last hidden layer says the same to every sample, its mean; one a unit."""
    z, a = network.forward(x)
    usual, _ = cross_entropy(z[-1], y)
    without = z[-1] - network.weights[-1].T * (a[-1] - a[-1].mean(axis=1, keepdims=True))
    return np.array([cross_entropy(row[None], y)[0] - usual for row in without])


def run(seed, *, inputs="moons", width=16, hidden=1, bias=True, start="lecun", rule="gradient descent", batch=None, flipped=0.0):
    """Shares in the central zone at seven looks: of the half of the last hidden units that matters more in the end, of the other half, and of the output.

    flipped: how many of the labels are wrong, as a share.
    """
    rng = np.random.default_rng(seed)
    x, y = points(rng, inputs)
    if flipped:
        y = np.where(rng.random(y.shape) < flipped, 1 - y, y)
    network = random_network([2, *[width] * hidden, 1], sigmoid, rng, start=start, bias=bias)
    learn, rate = RULES[rule]
    shares, output = [], []
    for step in training(network, x, y, cross_entropy, learn(rate), batch=batch, rng=rng):
        if step % (STEPS // (LOOKS - 1)) == 0:
            z, _ = network.forward(x)
            shares.append(central(z[-2]))
            output.append(float(central(z[-1])[0]))
        if step == STEPS:
            order = np.argsort(importance(network, x, y))
            found = np.array(shares)
            return {"others": found[:, order[: width // 2]].mean(axis=1), "needed": found[:, order[width // 2 :]].mean(axis=1), "output": output}
