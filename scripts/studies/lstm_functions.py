"""A cell of long short-term memory with other functions in its gates, its candidate and its output: how large the memory gets, and what is learned."""

import numpy as np

from activation_functions import hard_sigmoid, identity, relu, sigmoid, tanh
from activation_functions.network import adam, cross_entropy, training

FUNCTIONS = {f.id: f for f in (hard_sigmoid, identity, relu, sigmoid, tanh)}
UNITS, LENGTH, SAMPLES = 8, 12, 48
RATES = 10.0 ** np.arange(-2, -0.75, 0.5)

seeds = range(5)
arms = [
    {},
    {"gate": "hard_sigmoid"},
    {"gate": "tanh"},
    {"gate": "relu"},
    {"candidate": "sigmoid"},
    {"candidate": "relu"},
    {"output": "identity"},
    {"output": "sigmoid"},
    {"forget": False},
]


class Memory:
    """One layer of cells, read step by step, and one number read off its last outputs. Networks side by side share nothing but the data."""

    def __init__(self, rng, gate, candidate, output, forget):
        self.gate, self.candidate, self.output, self.forget = FUNCTIONS[gate], FUNCTIONS[candidate], FUNCTIONS[output], forget
        shapes = (4 * UNITS, UNITS + 2), (1, UNITS)
        self.parameters = [np.tile(rng.standard_normal(shape) / shape[1] ** 0.5, (len(RATES), 1, 1)) for shape in shapes]
        self.parameters += [np.zeros((len(RATES), m, 1)) for m, _ in shapes]
        self.parameters[2][:, UNITS : 2 * UNITS] = 1.0  # the forget gate begins by keeping

    def steps(self, x):
        """What each step took in and made: inputs, z, the four parts, the memory before and after, what is shown of it."""
        W, _, b, _ = self.parameters
        h = c = np.zeros((len(RATES), UNITS, x.shape[-1]))
        for now in x:
            joined = np.concatenate([np.broadcast_to(now, (len(RATES), *now.shape)), h], axis=-2)
            z = W @ joined + b
            i, f, o = np.split(self.gate(z[:, : 3 * UNITS]), 3, axis=-2)
            f, g = f if self.forget else np.ones_like(f), self.candidate(z[:, 3 * UNITS :])
            before, c = c, f * c + i * g
            shown = self.output(c)
            h = o * shown
            yield joined, z, (i, f, o, g), before, c, shown

    def read(self, last):
        *_, (_, _, o, _), _, _, shown = last
        return self.parameters[1] @ (o * shown) + self.parameters[3]

    def __call__(self, x):
        return self.read([*self.steps(x)][-1])

    def gradients(self, x, y, loss):
        W, V, _, _ = self.parameters
        tape = [*self.steps(x)]
        _, delta = loss(self.read(tape[-1]), y)
        (_, _, o, _), shown = tape[-1][2], tape[-1][5]
        by_V, by_v = delta @ (o * shown).swapaxes(-1, -2), delta.sum(-1, keepdims=True)
        by_h, by_c, by_W, by_b = V.swapaxes(-1, -2) @ delta, 0.0, 0.0, 0.0
        for joined, z, (i, f, o, g), before, c, shown in reversed(tape):
            by_c = by_c + by_h * o * self.output.derivative(c)
            gates = np.concatenate([by_c * g, by_c * before * self.forget, by_h * shown], axis=-2) * self.gate.derivative(z[:, : 3 * UNITS])
            by_z = np.concatenate([gates, by_c * i * self.candidate.derivative(z[:, 3 * UNITS :])], axis=-2)
            by_W, by_b = by_W + by_z @ joined.swapaxes(-1, -2), by_b + by_z.sum(-1, keepdims=True)
            by_h, by_c = (W.swapaxes(-1, -2) @ by_z)[:, 2:], by_c * f
        return [by_W, by_V, by_b, by_v]


def sequences(rng):
    """First a sign with a mark beside it, then noise without; in the end the sign is asked for."""
    sign = rng.choice([-1.0, 1.0], SAMPLES)
    x = np.zeros((LENGTH, 2, SAMPLES))
    x[:, 0] = rng.standard_normal((LENGTH, SAMPLES))
    x[0] = sign, np.ones(SAMPLES)
    return x, (sign > 0)[None].astype(float)


def run(seed, *, gate="sigmoid", candidate="tanh", output="tanh", forget=True, steps=60):
    """`size`: the mean of |c| after each step of the sequence, before training. `error`: the share of unseen sequences answered wrongly at each rate,
    one half where a parameter is no finite number, which `diverged` tells. forget: whether there is a forget gate; without one it is 1, as in 1997."""
    rng = np.random.default_rng(seed)
    (x, y), (unseen, truth) = sequences(rng), sequences(rng)
    network = Memory(rng, gate, candidate, output, forget)
    size = [np.abs(c[0]).mean() for *_, c, _ in network.steps(x)]
    with np.errstate(all="ignore"):
        for step in training(network, x, y, cross_entropy, adam(RATES[:, None, None])):
            if step == steps:
                sound = np.all([np.isfinite(each).all((-2, -1)) for each in network.parameters], axis=0)
                wrong = np.mean((network(unseen) > 0) != truth, axis=(-2, -1))
                return {"size": size, "error": np.where(sound, wrong, 0.5), "diverged": ~sound * 1.0}
