"""How well and how fast a small network classifies after its inputs were scaled in five ways, each at the rate that validation chooses for it, on four data sets."""

import json
from pathlib import Path

import numpy as np

from activation_functions import relu, sigmoid, tanh
from activation_functions.network import Network, adam, gradient_descent, random_network, softmax_cross_entropy, training

HIDDEN = {"tanh": tanh, "sigmoid": sigmoid, "relu": relu}  # by name, so that a new function of the package leaves this study as it is
SAMPLES = Path(__file__).parents[1] / "measured" / "samples.json"
RULES = {"gradient descent": gradient_descent, "Adam": adam}
RATES = 10.0 ** (np.arange(14) * 2 / 3 - 7)
COMMON = 9  # the place of a tenth among the rates
SCALINGS = ("none", "unit", "symmetric", "standard", "spread")
TRAINED = 60

DATA = ("moons", "wine", "breast_cancer", "digits")
FUNCTIONS = tuple(HIDDEN)
CHANGES = ({"bias": False}, {"width": 16}, {"hidden": 2}, {"start": "glorot"}, {"batch": 16}, {"rule": "Adam"})
seeds = range(5)
arms = [
    *({"data": data, "f": f} for data in DATA for f in FUNCTIONS),
    *({"data": "wine", "f": "tanh"} | change for change in CHANGES),
    *({"data": "wine", "f": f} | change for f in FUNCTIONS[1:] for change in ({"bias": False}, {"rule": "Adam"})),
]


def moons(rng, samples=260):
    """Two interleaved half circles with some noise, as they are, and their classes: samples are columns."""
    angle, side = np.pi * rng.random(samples), np.arange(samples) % 2
    points = np.where(side, [np.cos(angle), np.sin(angle)], [1 - np.cos(angle), 0.5 - np.sin(angle)])
    return points + 0.15 * rng.standard_normal((samples, 2)).T, side


def parts(data, rng):
    """Samples to train on, to choose a rate by and to test with: (columns, and a 1 in the row of their class) of each."""
    if data == "moons":
        x, side = moons(rng)
    else:
        found = json.loads(SAMPLES.read_text("utf-8"))["sets"][data]
        x, side = np.array(found["samples"], dtype=float).T, np.array(found["classes"])
    order = rng.permutation(x.shape[1])
    half = (TRAINED + len(order)) // 2
    truth = np.eye(side.max() + 1).T[:, side]
    return [(x[:, some], truth[:, some]) for some in (order[:TRAINED], order[TRAINED:half], order[half:])]


def scalings(x, fitted):
    """x as it is; from 0 to 1; from -1 to 1; with mean 0 and deviation 1; with deviation 1 alone. All is read off `fitted`; a constant column is divided by 1."""
    low, mean = fitted.min(1, keepdims=True), fitted.mean(1, keepdims=True)
    reach, spread = np.ptp(fitted, 1, keepdims=True), fitted.std(1, keepdims=True)
    reach, spread = np.where(reach > 0, reach, 1), np.where(spread > 0, spread, 1)
    return np.stack([x, (x - low) / reach, 2 * (x - low) / reach - 1, (x - mean) / spread, x / spread])


def run(seed, *, data, f, bias=True, width=8, hidden=1, start="pytorch", batch=None, rule="gradient descent", steps=100):
    """For each scaling, as it is and times the number that gives first pre-activations the variance 1 (biases aside), what came of the best rate.

    `rate` is the place of that rate, for which the loss on the samples to choose by is least; `accuracy` is that of the test; `updates` are those
    until the training loss is below a fifth of ln(classes). Before training: `flat`, the share of slopes of the first layer below a tenth of the
    steepest; `straight`, the share of its units that have z of one sign on all samples; `gradient`, the power of ten by which the gradient of its
    weights is longer than that of the last layer's. `common` is the accuracy on the samples to choose by at one rate, a tenth.
    `columns` are: how many, how many constant ones, the power of ten between the largest and the smallest deviation, the most deviations from the mean.
    """
    rng = np.random.default_rng(seed)
    (x, y), (shown, known), (unseen, truth) = parts(data, rng)
    spread = x.std(1)
    far = np.abs(x - x.mean(1, keepdims=True)).max(1)[spread > 0] / spread[spread > 0]
    columns = [len(x), np.sum(spread == 0), np.ptp(np.log10(spread[spread > 0])), far.max()]
    first = random_network([len(x), *[width] * hidden, len(y)], HIDDEN[f], rng, start=start, bias=bias)
    fits = scalings(x, x)
    size = 1 / (first.weights[0] @ fits).std((-2, -1), keepdims=True)
    x, shown, unseen = (np.concatenate([each, size * each])[:, None] for each in (fits, scalings(shown, x), scalings(unseen, x)))
    many = (len(x), len(RATES), 1, 1)
    network = Network([np.tile(each, many) for each in first.weights], [np.tile(each, many) for each in first.biases], HIDDEN[f])

    z = network.forward(x)[0][0][:, 0]
    slopes = HIDDEN[f].derivative(z)
    by_weights = [np.sqrt((each[:, 0] ** 2).sum((-2, -1))) for each in network.gradients(x, y, softmax_cross_entropy)[: hidden + 1]]
    found = {"columns": columns, "flat": np.mean(slopes < 0.1 * HIDDEN[f].derivative(np.linspace(-1, 1, 201)).max(), axis=(-2, -1))}
    found["straight"] = np.mean((z > 0).all(-1) | (z <= 0).all(-1), axis=-1)
    found["gradient"] = np.log10(by_weights[0] / by_weights[-1])

    updates = np.full(many[:2], np.inf)
    with np.errstate(all="ignore"):
        for step in training(network, x, y, softmax_cross_entropy, RULES[rule](RATES[:, None, None]), batch=batch, rng=rng):
            if step % 4 == 0:
                updates[np.isinf(updates) & (softmax_cross_entropy(network(x), y)[0] < np.log(len(y)) / 5)] = step
            if step == steps:
                break
        losses = softmax_cross_entropy(network(shown), known)[0]
        right = [np.mean(network(each).argmax(-2) == classes.argmax(-2), axis=-1) for each, classes in ((shown, known), (unseen, truth))]
    best = np.where(np.isfinite(losses), losses, np.inf).argmin(axis=1)
    chosen = np.arange(len(best)), best
    return found | {"rate": best, "updates": updates[chosen], "accuracy": right[1][chosen], "common": right[0][:, COMMON]}
