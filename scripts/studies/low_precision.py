"""Small networks on two spirals, computed again in number formats of sixteen and eight bits, and with another function in the place of theirs."""

from itertools import pairwise

import ml_dtypes
import numpy as np

from activation_functions import hard_swish, relu, silu, swiglu
from activation_functions.network import adam, cross_entropy
from studies.rate_or_function import points

FORMATS = {
    "float16": np.float16,
    "bfloat16": ml_dtypes.bfloat16,
    "E4M3": ml_dtypes.float8_e4m3fn,
    "E5M2": ml_dtypes.float8_e5m2,
    "int8": np.int8,
}
KNOWN = {f.id: f for f in (relu, silu, swiglu, hard_swish)}
STAND_INS = ("relu", "hard_swish", "silu")
AGAIN = (0, 20, 100)
RATE, STEPS = 0.02, 400

seeds = range(5)
FUNCTIONS = ("relu", "silu", "swiglu")
arms = [*({"f": f} for f in FUNCTIONS), *({"f": f, "scaled": False} for f in FUNCTIONS), *({"f": f, "hidden": 4} for f in FUNCTIONS)]


def forward(weights, biases, f, x):
    """The z of every layer, and the inputs of every layer; of a gate the first half of z is multiplied by the SiLU of the second."""
    z, a = [], [x]
    for place, (W, b) in enumerate(zip(weights, biases, strict=True)):
        if place:
            a.append(f(z[-1], axis=-2) if f.mixes else f(z[-1]))
        z.append(W @ a[-1] + b)
    return z, a


def gradients(weights, biases, f, x, y):
    z, a = forward(weights, biases, f, x)
    _, delta = cross_entropy(z[-1], y)
    by_weights, by_biases = [], []
    for place in reversed(range(len(weights))):
        by_weights.append(delta @ a[place].T)
        by_biases.append(delta.sum(axis=1, keepdims=True))
        if place:
            back = weights[place].T @ delta
            delta = f.vjp(z[place - 1], back, axis=-2) if f.mixes else back * f.derivative(z[place - 1])
    return [*by_weights[::-1], *by_biases[::-1]]


def train(weights, biases, f, x, y, steps):
    """Adam on all samples, in float64; changes the arrays in place."""
    rule = adam(RATE)
    for _ in range(steps):
        for parameter, move in zip([*weights, *biases], rule(gradients(weights, biases, f, x, y)), strict=True):
            parameter -= move


def rounded(a, name, scaled):
    """The nearest numbers of a format. Scaled means that the array is first divided by one number, so that its largest entry becomes the format's largest;
    integers always are. What is beyond the largest number becomes the largest."""
    number = FORMATS[name]
    largest = 127.0 if name == "int8" else float(ml_dtypes.finfo(number).max)
    scale = np.abs(a).max() / largest if name == "int8" or (scaled and np.dtype(number).itemsize == 1) else 1.0
    inside = np.clip(a / scale, -largest, largest)
    return (np.rint(inside) if name == "int8" else inside.astype(number).astype(float)) * scale


def coarse(weights, biases, f, x, name, scaled):
    """The outputs when weights and activations are numbers of the format; products are summed in float32, and biases and f are in float32."""
    a = rounded(x, name, scaled).astype(np.float32)
    for place, (W, b) in enumerate(zip(weights, biases, strict=True)):
        z = rounded(W, name, scaled).astype(np.float32) @ a + b.astype(np.float32)
        if place < len(weights) - 1:
            a = rounded((f(z, axis=-2) if f.mixes else f(z)).astype(float), name, scaled).astype(np.float32)
    return z.astype(float)


def run(seed, *, f, hidden=2, scaled=True):
    """What rounding does to a network trained in float64, on unseen points.

    `gap`: by format, how far the outputs move, as a share of their root mean square; `error`: the share on the wrong side, first in float64, then by
    format. `largest`: the largest hidden activation, and `peak`: over their root mean square, by layer. `swapped`: the error with each of STAND_INS in the place of f,
    after each of AGAIN more steps of training; asked of SiLU alone.
    """
    rng, record = np.random.default_rng(seed), KNOWN[f]
    (x, y), (unseen, truth) = points(rng, "spirals"), points(rng, "spirals")
    sizes, weights, biases = [2, *[16] * hidden, 1], [], []
    for place, (n, m) in enumerate(pairwise(sizes)):
        units = 2 * m if record.mixes and place < hidden else m
        weights.append(np.sqrt(2 / (n + m)) * rng.standard_normal((units, n)))
        biases.append(np.zeros((units, 1)))
    train(weights, biases, record, x, y, STEPS)
    z, a = forward(weights, biases, record, unseen)
    wrong = lambda outputs: float(np.mean((outputs > 0) != truth))  # noqa: E731
    size = lambda entries: float(np.sqrt(np.mean(np.square(entries))))  # noqa: E731
    low = [coarse(weights, biases, record, unseen, name, scaled) for name in FORMATS]
    found = {
        "error": [wrong(z[-1]), *map(wrong, low)],
        "gap": [size(outputs - z[-1]) / size(z[-1]) for outputs in low],
        "largest": [np.abs(each).max() for each in a[1:]],
        "peak": [np.abs(each).max() / size(each) for each in a[1:]],
    }
    if f != "silu":
        return found
    found["swapped"] = []
    for name in STAND_INS:
        copies = [each.copy() for each in weights], [each.copy() for each in biases]
        errors = []
        for before, after in pairwise((0, *AGAIN)):
            train(*copies, KNOWN[name], x, y, after - before)
            errors.append(wrong(forward(*copies, KNOWN[name], unseen)[0][-1]))
        found["swapped"].append(errors)
    return found
