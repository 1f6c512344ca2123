"""Steps that a linear neuron takes off centre and centred, with and without a bias, when its inputs or its training are changed."""

import numpy as np

from activation_functions import relu, sigmoid, tanh


def uniform(rng, size):
    """Inputs spread evenly between 0 and 1."""
    return rng.random(size)


def outputs(f):
    """Inputs that are outputs of f, for standard normal pre-activations."""
    return lambda rng, size: f(rng.standard_normal(size))


def with_bias(x):
    """The same inputs and one more that is always 1: the bias."""
    return np.concatenate([x, np.ones((*x.shape[:-1], 1))], axis=-1)


def uneven(rng, size):
    """Inputs of mean zero and variance one, but for the last: its mean is one and its standard deviation a quarter."""
    x = rng.standard_normal(size)
    x[..., -1] = 1 + x[..., -1] / 4
    return x


INPUTS = {
    "uniform": uniform,
    "centred": lambda rng, size: rng.random(size) - 0.5,
    "sigmoid": outputs(sigmoid),
    "relu": outputs(relu),
    "tanh": outputs(tanh),
    "uneven": uneven,
}
RULES = {"gradient descent": (0.0, False), "momentum": (0.9, False), "Adam": (0.9, True)}  # how much velocity stays, a rate for each weight
RATES = 2.0 ** np.arange(-7, 4)
CHANGES = (
    {},
    {"n": 2},
    {"n": 50},
    {"inputs": "sigmoid"},
    {"inputs": "relu"},
    {"inputs": "tanh"},
    {"inputs": "centred"},
    {"inputs": "uneven"},
    {"aligned": True},
    {"by_loss": True},
    {"batch": 1},
    {"rule": "momentum"},
    {"rule": "momentum", "n": 50},
    {"rule": "Adam"},
    {"rule": "Adam", "n": 50},
)

seeds = range(16)
arms = [{"bias": bias} | change for bias in (False, True) for change in CHANGES]


def steps(x, error, at=None, *, rule, batch, by_loss, patience, seed):
    """Steps to a hundredth of the error (or to a loss of 1/20000) at each of RATES; inf where it has not arrived.

    It stops when the rate number `at` has arrived, or without one when the first has. A batch of None is all of x.
    """
    keep, adaptive = RULES[rule]
    rng, curvature, goal = np.random.default_rng(seed), x.T @ x / len(x), 0.01 * np.linalg.norm(error)
    found, errors = np.full(len(RATES), np.inf), np.tile(error, (len(RATES), 1))
    velocity, size, rates = np.zeros_like(errors), np.zeros_like(errors), RATES[:, None]
    for step in range(1, patience + 1):
        part = x[rng.integers(0, len(x), batch)] if batch else None
        gradient = errors @ curvature if part is None else (errors @ part.T) @ part / batch
        velocity = keep * velocity + gradient if keep else gradient
        if adaptive:
            size = 0.999 * size + 0.001 * gradient**2
            move = rates * ((1 - keep) / (1 - keep**step) / (np.sqrt(size / (1 - 0.999**step)) + 1e-8)) * velocity
        else:
            move = rates * velocity
        errors = np.maximum(np.minimum(errors - move, 1e9), -1e9)  # what runs away stays far away
        arrived = np.add.reduce(errors @ curvature * errors, axis=1) / 2 < 5e-5 if by_loss else np.sqrt(np.add.reduce(errors * errors, axis=1)) < goal
        if arrived.any():
            found[arrived & (found > step)] = step
            if at is None or arrived[at]:
                break
    return found


def run(seed, *, inputs="uniform", bias=False, n=10, aligned=False, rule="gradient descent", batch=None, by_loss=False, samples=2000, patience=12_000):
    """Steps off centre at the best rate; centred, at that rate and at its own best.

    aligned: the error is the same in every weight at the start; batch: samples a step, all without one; by_loss: until the loss is small.
    """
    how = {"rule": rule, "batch": batch, "by_loss": by_loss, "patience": patience, "seed": seed}
    rng = np.random.default_rng(seed)
    x = INPUTS[inputs](rng, (samples, n))
    raw, centred = (with_bias(each) if bias else each for each in (x, x - x.mean(axis=0)))
    error = np.ones(n + bias) if aligned else rng.standard_normal(n + bias)
    first = steps(raw, error, **how)
    best = int(np.argmin(first))
    others = steps(centred, error, best, **how)
    return {"off": first[best], "same": others[best], "own": others.min()}
