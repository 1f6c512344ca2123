"""Whether every step of a linear neuron moves all its weights up or all down, one sample at a time and with the full batch."""

import numpy as np

from studies.off_centre import INPUTS, RULES, with_bias

seeds = range(5)
arms = [
    {},
    {"bias": True},
    {"n": 10},
    *({"inputs": inputs} for inputs in ("sigmoid", "relu", "tanh", "centred")),
    {"first": 100},
    {"error": (1.0, -0.5)},
    {"rule": "momentum"},
    {"rule": "Adam"},
]


def run(seed, *, inputs="uniform", error=(1.0, -1.0), bias=False, n=2, samples=1000, rule="gradient descent", first=0):
    """1 if it is so of all steps on the way from this error, 0 if not; the rate is one over the squared length of the longest input."""
    x, start, (keep, adaptive) = INPUTS[inputs](np.random.default_rng(first + seed), (samples, n)), np.resize(error, n), RULES[rule]
    if bias:
        x, start = with_bias(x), np.append(start, 0.0)
    rate = 0.01 if adaptive else (1 - keep) / np.max(np.sum(x**2, axis=1))

    def one_way(batches):
        error, velocity, size = start, 0.0, 0.0
        for step, part in enumerate(batches, 1):
            gradient = part.T @ (part @ error) / len(part)
            velocity, size = keep * velocity + gradient, 0.999 * size + 0.001 * gradient**2
            move = velocity / (np.sqrt(size / (1 - 0.999**step)) + 1e-8) if adaptive else velocity
            if np.any(move > 0) and np.any(move < 0):
                return 0
            error = error - rate * move
        return 1

    return {"single": one_way([x[[k]] for k in range(samples)]), "full": one_way([x] * samples)}
