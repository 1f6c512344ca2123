"""One layer with a gate and one without, with equally many weights: what is left of the error on three tasks, made of products, of kinks and of waves."""

import numpy as np

from activation_functions import identity, relu, sigmoid, silu
from activation_functions.network import Network, adam, momentum, squared, training

SIZE, SAMPLES = 6, 128
RATES = 10.0 ** np.arange(-2, 0.25, 0.5)
RULES = {"momentum": momentum, "Adam": adam}
PLAIN = {"relu": relu, "silu": silu}
GATED = {"glu": sigmoid, "reglu": relu, "swiglu": silu, "bilinear": identity}
TASKS = {
    "products": lambda x, y: x * y,
    "kinks": lambda x, y: np.maximum(x, y),
    "waves": lambda x, y: np.sin(2 * (x + y)),
}
CHANGES = ({"bias": False}, {"width": 24}, {"rule": "momentum"})

seeds = range(5)
arms = [
    *({"kind": kind, "task": task} for task in TASKS for kind in (*PLAIN, *GATED)),
    *({"kind": kind, "task": task} | change for task in ("products", "kinks") for kind in ("silu", "swiglu") for change in CHANGES),
]


class Gated:
    """W3 (u f(v)) + b3 with u = W1 x + b1 and v = W2 x + b2; no biases where that list is empty."""

    def __init__(self, weights, biases, f):
        self.weights, self.biases, self.f = weights, biases, f

    @property
    def parameters(self):
        return [*self.weights, *self.biases]

    def layer(self, l, x):
        return self.weights[l] @ x + (self.biases[l] if self.biases else 0)

    def __call__(self, x):
        return self.layer(2, self.layer(0, x) * self.f(self.layer(1, x)))

    def gradients(self, x, y, loss):
        u, v = self.layer(0, x), self.layer(1, x)
        opened = self.f(v)
        _, delta = loss(self.layer(2, u * opened), y)
        back = self.weights[2].swapaxes(-1, -2) @ delta
        deltas = [back * opened, back * u * self.f.derivative(v), delta]
        by_weights = [each @ given.swapaxes(-1, -2) for each, given in zip(deltas, (x, x, u * opened), strict=True)]
        return by_weights + ([each.sum(axis=-1, keepdims=True) for each in deltas] if self.biases else [])


def points(rng, task):
    """Standard normal columns, and of each two neighbours what the task makes, with variance one."""
    x, many = rng.standard_normal((2, SIZE, 4096)), TASKS[task]
    scale = many(*x).std()
    x = rng.standard_normal((SIZE, SAMPLES))
    return x, many(x, np.roll(x, -1, axis=0)) / scale


def run(seed, *, kind, task, bias=True, width=12, rule="Adam", steps=120):
    """The mean squared error after the last step, at each learning rate, all these networks being trained at once; inf where it is no number.

    width: that of the plain layer. The gated one has two thirds of it, and so as many weights.
    """
    rng = np.random.default_rng(seed)
    (x, y), (shown, known), (unseen, truth) = (points(rng, task) for _ in range(3))
    inner = width if kind in PLAIN else 2 * width // 3
    shapes = [(inner, SIZE)] * (1 if kind in PLAIN else 2) + [(SIZE, inner)]
    many = (len(RATES), 1, 1)
    weights = [np.tile((2 / sum(shape)) ** 0.5 * rng.standard_normal(shape), many) for shape in shapes]
    biases = [np.zeros((len(RATES), m, 1)) for m, _ in shapes] if bias else []
    network = Network(weights, biases, PLAIN[kind]) if kind in PLAIN else Gated(weights, biases, GATED[kind])
    with np.errstate(all="ignore"):
        for step in training(network, x, y, squared, RULES[rule](RATES[:, None, None])):
            if step == steps:
                left = {name: np.square(network(z) - one).mean((-2, -1)) for name, z, one in (("chosen by", shown, known), ("error", unseen, truth))}
                return {name: np.where(np.isfinite(each), each, np.inf) for name, each in left.items()} | {"weights": sum(m * n for m, n in shapes)}
