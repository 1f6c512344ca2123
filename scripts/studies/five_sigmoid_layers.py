"""Hidden layers of sigmoids on two moons, by plain SGD from four different starts, and with one thing changed: first gradients, and accuracy on the way."""

import numpy as np

from activation_functions import sigmoid
from activation_functions.network import adam, cross_entropy, gradient_descent, random_network, training
from mathematics.raised import Raised

POINTS, EVERY = 400, 50
DRAWS = 8  # networks whose first gradients are looked at; the first of them is trained

seeds = range(5)
RULES = {"gradient descent": gradient_descent, "Adam": adam}
CHANGES = ({"bias": False}, {"units": 32}, {"hidden": 1}, {"hidden": 3}, {"shift": 2.0}, {"rule": "Adam", "rate": 0.01}, {"batch": 128})
arms = [
    *({"start": "pytorch"}, {"start": 1.0}, {"start": 4.0}, {"start": 4.0, "minus": 0.5}, {"start": 1.0, "hidden": 1}, {"start": "glorot"}),
    *({"start": "pytorch"} | change for change in CHANGES),
]


def moons(rng):
    """Two interleaved half circles with noise, standardised; columns are points."""
    t, upper = rng.uniform(0, np.pi, POINTS), np.arange(POINTS) % 2 == 0
    x = np.where(upper, [np.cos(t), np.sin(t)], [1 - np.cos(t), 0.5 - np.sin(t)]) + 0.1 * rng.standard_normal((2, POINTS))
    return (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True), upper[None].astype(float)


def run(seed, *, start, minus=0.0, hidden=5, units=16, steps=3000, rule="gradient descent", rate=1.0, batch=32, points=POINTS, bias=True, shift=0.0):
    """‖∂L/∂W_l‖ of the hidden layers before the first step, a row a network; then accuracy on unseen points, every 50 steps. shift: added to every input."""
    rng = np.random.default_rng(seed)
    x, y = moons(rng)
    unseen, truth = moons(rng)
    x, unseen = x + shift, unseen + shift
    networks = [random_network([2, *[units] * hidden, 1], Raised(sigmoid, -minus), rng, start=start, bias=bias) for _ in range(DRAWS)]
    first = [[np.linalg.norm(g) for g in each.gradients(x, y, cross_entropy)[:hidden]] for each in networks]
    accuracy = []
    for step in training(networks[0], x, y, cross_entropy, RULES[rule](rate), batch=batch, rng=rng):
        if step % EVERY == 0:
            accuracy.append(np.mean((networks[0](unseen) > 0) == truth))
        if step == steps:
            return {"gradients": first, "accuracy": accuracy}
