"""How many units are active, layer by layer, and how many paths, before and after training; and zeros made by sparse units or by dead ones."""

import numpy as np

from activation_functions import gelu, leaky_relu, relu, sigmoid, tanh
from activation_functions.network import adam, cross_entropy, gradient_descent, random_network, training

RULES = {"gradient descent": (gradient_descent, 0.3), "Adam": (adam, 0.01)}
FUNCTIONS = {f.id: f for f in (gelu, leaky_relu, relu, sigmoid, tanh)}
NETWORKS = 40
UNSEEN = 400
OFF = -1e3  # a bias that no step of these trainings overcomes, and whose gradient is zero

LEARNED = {"rule": "Adam", "hidden": 4}
CHANGES = (
    {},
    {"bias": False},
    {"width": 8},
    {"hidden": 8},
    {"data": "spirals"},
    {"shift": 2.0},
    {"start": "pytorch"},
    {"rule": "gradient descent"},
    {"batch": 16},
)
SMALL = {"rule": "Adam", "hidden": 1}
VARIED = ({}, {"width": 16}, {"hidden": 2}, {"data": "spirals"}, {"start": "glorot"}, {"rule": "gradient descent"}, {"batch": 16})
FEW = SMALL | {"samples": 48, "extra": 8}

seeds = range(8)
arms = [
    *({"f": f} for f in ("relu", "leaky_relu", "sigmoid", "tanh", "gelu")),
    *({"width": width} for width in (3, 64)),
    *({"start": start} for start in ("pytorch", "glorot")),
    *({"data": data} for data in ("spirals", "normal")),
    {"shift": 2.0},
    *(LEARNED | change for change in CHANGES),
    *(SMALL | zeros | change for zeros in ({}, {"dead": 0.875}, {"first_bias": -1.5}) for change in VARIED),
    *(SMALL | {"dead": dead} for dead in (0.25, 0.5, 0.75)),
    SMALL | {"first_bias": -1.0},
    *(FEW | {"first_bias": first} | change for first in (-1.0, 1.0) for change in VARIED),
    FEW | {"first_bias": 1.0, "samples": 384},
    FEW,
]


def points(rng, data, samples, extra):
    """Points as columns, with `extra` further coordinates that mean nothing, and their classes."""
    side, t = np.arange(samples) % 2, rng.random(samples)
    if data == "moons":
        x = np.where(side, [np.cos(np.pi * t), np.sin(np.pi * t)], [1 - np.cos(np.pi * t), 0.5 - np.sin(np.pi * t)])
        x = x + 0.15 * rng.standard_normal(x.shape)
    elif data == "spirals":
        angle = 0.5 + 2.5 * np.pi * np.sqrt(t)
        x = angle * [np.cos(angle), np.sin(angle)] * np.where(side, 1, -1) + 0.3 * rng.standard_normal((2, samples))
    else:
        x = rng.standard_normal((64, samples))
        side = x[0] > 0
    return np.concatenate([x, rng.standard_normal((extra, samples))]), np.asarray(side, dtype=float)[None]


def counted(network, x):
    """By hidden layer: the share of active units, of outputs that are exactly 0, of paths, and of units that are on, or off, on every sample."""
    z = network.forward(x)[0][:-1]
    on = np.array([each > 0 for each in z])  # layers, units, samples
    return {
        "rate": on.mean((1, 2)),
        "zeros": np.array([np.mean(network.f(each) == 0) for each in z]),
        "paths": np.cumprod(on.mean(1), axis=0).mean(-1),
        "always on": on.all(-1).mean(-1),
        "always off": (~on.any(-1)).mean(-1),
    }


def run(
    seed,
    *,
    f="relu",
    data="moons",
    samples=96,
    extra=0,
    shift=0.0,
    width=32,
    hidden=8,
    start="he",
    bias=True,
    first_bias=0.0,
    dead=0.0,
    rule="",
    batch=None,
    steps=300,
):
    """What is counted before training, the mean of several networks where none is trained; after training, also the errors.

    extra: inputs that mean nothing; shift: added to every input; first_bias: added to all hidden biases;
    dead: the share of units of each hidden layer that no sample ever switches on.
    `relevant` is the share of the squared change of first weights that falls on the two inputs that mean something.
    It is inf where no weight of the first layer has moved.
    """
    rng = np.random.default_rng(seed)
    (x, y), (unseen, truth) = (points(rng, data, many, extra) for many in (samples, UNSEEN))
    mean, spread = x.mean(1, keepdims=True), x.std(1, keepdims=True)
    x, unseen = (x - mean) / spread + shift, (unseen - mean) / spread + shift
    found = []
    for _ in range(1 if rule else NETWORKS):
        network = random_network([len(x), *[width] * hidden, 1], FUNCTIONS[f], rng, start=start, bias=bias)
        for biases in network.biases[:-1]:
            biases += first_bias
            biases[: round(dead * width)] = OFF
        found.append(counted(network, x))
    before = {name: np.mean([each[name] for each in found], axis=0) for name in found[0]}
    if not rule:
        return before
    learning, rate = RULES[rule]
    first = network.weights[0].copy()
    for step in training(network, x, y, cross_entropy, learning(rate), batch=batch, rng=np.random.default_rng(seed)):
        if step == steps:
            break
    moved = np.square(network.weights[0] - first)
    wrong = [np.mean((network(at) > 0) != known) for at, known in ((x, y), (unseen, truth))]
    after = {f"{name} after": value for name, value in counted(network, x).items()}
    return before | after | {"error": wrong[0], "unseen error": wrong[1], "relevant": moved[:, :2].sum() / moved.sum() if moved.any() else np.inf}
