"""With the gates held fixed, a network of two hidden layers is one affine map; and a check on deep random ReLU networks, in whole numbers."""

import numpy as np

from activation_functions import relu
from activation_functions.network import Network
from mathematics.derivation import derive
from mathematics.regions import affine, gates

NETWORKS, SAMPLES, DEPTH, WIDTH = 50, 20, 5, 6


def layer_by_layer(W1, b1, d1, W2, b2, d2, W3, b3, x):
    """The forward pass; d1 and d2 are the gates, entry by entry."""
    a1 = d1 * (W1 @ x + b1)
    a2 = d2 * (W2 @ a1 + b2)
    return W3 @ a2 + b3


derivation = derive(
    layer_by_layer,
    """
    W3 @ hadamard(d2, W2 @ hadamard(d1, W1 @ x + b1) + b2) + b3
    = W3 @ diag(d2) @ (W2 @ diag(d1) @ (W1 @ x + b1) + b2) + b3    # 逐元素乘上閘門，就是乘上對角矩陣 | multiplying entry by entry with the gates is multiplying by a diagonal matrix
    = W3 @ diag(d2) @ W2 @ diag(d1) @ W1 @ x + (W3 @ diag(d2) @ (W2 @ diag(d1) @ b1 + b2) + b3)    # 乘開，把帶$x$的放在一起 | multiply out, and gather what has $x$
    """,
    shapes={"W1": "h n", "b1": "h 1", "d1": "h 1", "W2": "k h", "b2": "k 1", "d2": "k 1", "W3": "m k", "b3": "m 1", "x": "n 1"},
    sizes=({"n": 2, "h": 3, "k": 2, "m": 1}, {"n": 1, "h": 2, "k": 3, "m": 2}),
)


def drawn(seed):
    """A deep ReLU network with whole numbers for weights, and whole inputs, a column each."""
    rng = np.random.default_rng(seed)
    sizes = [3, *[WIDTH] * DEPTH, 2]
    weights = [rng.integers(-3, 4, (m, n)).astype(float) for n, m in zip(sizes, sizes[1:], strict=False)]
    biases = [rng.integers(-3, 4, (m, 1)).astype(float) for m in sizes[1:]]
    return Network(weights, biases, relu), rng.integers(-9, 10, (3, SAMPLES)).astype(float)


def numbers():
    """How many of the samples come out otherwise by M x + c than layer by layer; whole numbers of this size are exact in double precision."""
    wrong, several = 0, 0
    for seed in range(NETWORKS):
        network, x = drawn(seed)
        maps = [affine(network, gates(network, column)) for column in x.T]
        wrong += sum(not np.array_equal(M @ column + c, network(column[:, None])[:, 0]) for (M, c), column in zip(maps, x.T, strict=True))
        several += len({M.tobytes() for M, _ in maps}) > 1
    return {"networks": NETWORKS, "samples": NETWORKS * SAMPLES, "depth": DEPTH, "wrong": wrong, "several": several}
