"""Which ReLU units are inactive on the whole training set: at the start, later, and no more, by layer, learning rate and optimiser, on two moons."""

import numpy as np

from activation_functions import elu, leaky_relu, relu
from activation_functions.network import adam, cross_entropy, gradient_descent, momentum, random_network, training
from studies.centring import moons

HIDDEN = {"relu": relu, "leaky_relu": leaky_relu, "elu": elu}  # and "prelu", a leaky ReLU whose slope is learned
RULES = {"gradient descent": gradient_descent, "momentum": momentum, "Adam": adam}
SMALLER = {"momentum": 10, "Adam": 100}  # these rules want smaller learning rates
RATES = 0.1 * np.sqrt(10) ** np.arange(6)
BATCHES = (1, 4, 16, 96)
STUCK = 1e-3

seeds = range(5)
CHANGES = (
    {},
    {"bias": False},
    {"width": 8},
    {"width": 32},
    {"hidden": 1},
    {"hidden": 5},
    {"start": "pytorch"},
    {"start": "glorot"},
    {"batch": 16},
    {"shift": 2.0},
    {"rule": "momentum"},
    {"rule": "Adam"},
)
arms = [
    *CHANGES,
    {"rule": "Adam", "batch": 16},
    {"rule": "Adam", "bias": False},
    *({"f": f} | change for f in ("leaky_relu", "prelu", "elu") for change in ({}, {"rule": "Adam"})),
    *({"lowered": True} | change for change in ({}, {"hidden": 1})),
]


class Learned:
    """A leaky ReLU with one slope a network, which starts at a quarter and is learned, as He and others let it be."""

    def __init__(self, networks):
        self.alpha = np.full((networks, 1, 1), 0.25)

    def __call__(self, z):
        return np.where(z > 0, z, self.alpha * z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, self.alpha)

    def slope(self, network, x, y, h=1e-6):
        """The derivative of the loss by alpha, from differences."""
        start, losses = self.alpha, []
        for self.alpha in (start + h, start - h):
            losses.append(cross_entropy(network(x), y)[0])
        self.alpha = start
        return ((losses[0] - losses[1]) / (2 * h))[:, None, None]


def run(seed, *, f="relu", rule="gradient descent", bias=True, width=16, hidden=3, start="he", batch=None, shift=0.0, lowered=False, steps=240):
    """What became of the units of each hidden layer at each learning rate, all these networks being trained at once; looked at before every step.

    At the end a unit is one of: dead since the `start`, `died`, `revived`, of a network that `diverged`, or never dead. Dead is z ≤ 0 on
    every training sample; revived is dead at some look and active at the last; diverged is a parameter that is no finite number, and all
    units of such a network count as that and as nothing else. `stuck` are units with slopes below a thousandth on every sample.
    `once` are units that were dead at some look. `off` is the share of units that are off, before training, on as many samples as BATCHES has.
    shift: added to every input; lowered: the second half of the steps is made at the smallest rate.
    """
    rng = np.random.default_rng(seed)
    x, y = moons(rng)
    unseen, truth = moons(rng)
    x, unseen = x + shift, unseen + shift
    rates = (RATES / SMALLER.get(rule, 1))[:, None, None]
    network = random_network([2, *[width] * hidden, 1], HIDDEN.get(f, relu), rng, start=start, bias=bias)
    network.weights, network.biases = ([np.tile(each, (len(rates), 1, 1)) for each in part] for part in (network.weights, network.biases))
    if f == "prelu":
        network.f = Learned(len(rates))
    first = [z[0] for z in network.forward(x)[0][:-1]]
    found = {"off": [np.mean([~(z[:, :m] > 0).any(-1) for z in first]) for m in BATCHES]}
    ever_active = once = None
    learning, of_alpha, midway = RULES[rule](rates), RULES[rule](rates), None
    with np.errstate(all="ignore"):
        for step in training(network, x, y, cross_entropy, learning, batch=batch, rng=np.random.default_rng(seed)):
            z, _ = network.forward(x)
            active = np.stack([(each > 0).any(-1) for each in z[:-1]], 1)  # networks, layers, units
            if once is None:
                ever_active, once = active.copy(), ~active
            finite = np.all([np.isfinite(each).all((-2, -1)) for each in network.parameters], axis=0)
            ever_active |= active
            once |= ~active & finite[:, None, None]
            if step == steps // 2:
                midway = np.mean((network(unseen) > 0) == truth, axis=(-2, -1))
                if lowered:
                    rates[:] = rates[0]
            if step == steps:
                break
            if f == "prelu":
                network.f.alpha = network.f.alpha - of_alpha([network.f.slope(network, x, y)])[0]
        sound = finite[:, None, None]
        stuck = np.stack([np.all(np.abs(network.f.derivative(each)) < STUCK, -1) for each in z[:-1]], 1)
        shares = {
            "start": ~active & ~ever_active & sound,
            "died": ~active & ever_active & sound,
            "revived": active & once & sound,
            "once": once & sound,
            "stuck": stuck & sound,
        }
        right = np.mean((network(unseen) > 0) == truth, axis=(-2, -1))
    found |= {name: each.mean(-1) for name, each in shares.items()}
    return found | {"diverged": ~finite * 1.0, "midway": midway, "accuracy": np.where(finite, right, 0.5)}
