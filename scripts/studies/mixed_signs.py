"""How often one sample and a batch give all weights of a neuron gradients of one sign, and what inputs off centre cost in condition."""

import numpy as np

from activation_functions import sigmoid
from studies.off_centre import INPUTS, with_bias

CROWDED = {"crowded": lambda rng, size: sigmoid(6 + rng.standard_normal(size))}  # near 1, with hardly any spread

seeds = range(5)
arms = [
    {},
    {"bias": True},
    {"n": 2},
    {"n": 10},
    {"batch": 8},
    {"inputs": "uniform"},
    {"inputs": "relu"},
    {"inputs": "crowded"},
    {"first": 100},
]


def price(x, bias):
    """How many times the condition number of E[x xᵀ] is that of the centred inputs, were the inputs x independent and alike."""
    n = x.shape[1]
    spread = np.diag([x.var()] * n + [0.0] * bias)
    raw, centred = (spread + np.outer(mean, mean) for mean in (np.append(np.full(n, m), [1.0] * bias) for m in (x.mean(), 0.0)))
    return np.linalg.cond(raw) / np.linalg.cond(centred)


def run(seed, *, inputs="sigmoid", bias=False, n=50, batch=128, trials=400, samples=20_000, first=0):
    """Shares of trials with one sign: a sample alone, a batch together, and a batch whose errors lean one way; and the cost."""
    draw = (INPUTS | CROWDED)[inputs]

    def share(size, lean):
        rng = np.random.default_rng(first + seed)
        x, delta = draw(rng, (trials, size, n)), rng.standard_normal((trials, 1, size))
        gradients = (np.abs(delta) if lean else delta) @ (with_bias(x) if bias else x)
        return np.mean(np.all(gradients >= 0, axis=2) | np.all(gradients <= 0, axis=2))

    cost = price(draw(np.random.default_rng(first + seed), (samples, n)), bias)
    return {"alone": share(1, False), "together": share(batch, False), "leaning": share(batch, True), "cost": cost}
