"""What residual connections and batch normalisation change: the same fifty random layers, four ways."""

import numpy as np

from activation_functions import relu, sigmoid

FUNCTIONS = {"sigmoid": sigmoid, "relu": relu}
WAYS = ({}, {"residual": True}, {"normalised": True}, {"residual": True, "normalised": True})

seeds = range(6)
arms = [*({"f": f} | way for f in FUNCTIONS for way in WAYS), {"f": "sigmoid", "normalised": True, "batch": 4}]


def run(seed, *, f, residual=False, normalised=False, layers=50, units=100, batch=32):
    """log10 of ‖∂L/∂z_l‖ / ‖∂L/∂z_L‖ for l = L, …, 1; a layer is f(norm(Wa)), or a + f(norm(Wa))."""
    f, rng = FUNCTIONS[f], np.random.default_rng(seed)
    weights = rng.standard_normal((layers, units, units)) / np.sqrt(units)
    a = rng.standard_normal((units, batch))
    pre, spreads = [], []
    for W in weights:
        z = W @ a
        spreads.append(z.std(-1, keepdims=True) if normalised else np.ones((units, 1)))
        pre.append((z - z.mean(-1, keepdims=True)) / spreads[-1] if normalised else z)
        a = (a if residual else 0) + f(pre[-1])
    above = rng.standard_normal(a.shape)  # the gradient at the last activations
    lengths = []
    for W, z, spread in zip(weights[::-1], pre[::-1], spreads[::-1], strict=True):
        delta = above * f.derivative(z)
        if normalised:  # back through (z − mean) / spread, whose mean and spread depend on the whole batch
            delta = (delta - delta.mean(-1, keepdims=True) - z * (delta * z).mean(-1, keepdims=True)) / spread
        lengths.append(np.linalg.norm(delta))
        above = (above if residual else 0) + W.T @ delta
    return {"exponents": np.round(np.log10(np.array(lengths) / lengths[0]), 4)}
