"""How fast one and two linear layers learn the three directions of a linear map, by gradient descent on the expectation."""

import numpy as np

from activation_functions import identity
from activation_functions.network import Network, gradient_descent, squared, training

seeds = range(6)
arms = [{"layers": 1}, {"layers": 2}]


def run(seed, *, layers, strengths=(4.0, 2.0, 1.0), rate=0.01, steps=1000, every=10, start=0.01, size=6):
    """The steps until each direction is half learned, and the share of each that has been learned, every so many steps."""
    rng = np.random.default_rng(seed)
    left, right = (np.linalg.qr(rng.normal(size=(size, size)))[0][:, : len(strengths)] for _ in range(2))
    weights = [np.zeros((size, size))] if layers == 1 else [start * rng.normal(size=(size, size)) for _ in range(2)]
    network, x = Network(weights, [], identity), np.eye(size)  # uncorrelated inputs of variance 1: as many samples as entries, and so many times the rate
    shares = []
    for _ in training(network, x, left * strengths @ right.T, squared, gradient_descent(size * rate)):
        shares.append(np.diag(left.T @ network(x) @ right) / strengths)
        if len(shares) == steps:
            half = np.array(shares) >= 0.5
            return {"half": np.where(half.any(axis=0), half.argmax(axis=0), np.inf), "shares": np.round(shares[::every], 4)}
