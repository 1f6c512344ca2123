"""The induction step: an affine map followed by one more layer is an affine map; and a check on deep random networks."""

import numpy as np
from flint import fmpz_mat

from mathematics.derivation import derive
from mathematics.observation import observe

SEEDS, DEPTH, WIDTH = range(50), 10, 6


def one_more_layer(W, b, M, c, x):
    """The layers so far, already merged into M and c, and then one more."""
    return W @ (M @ x + c) + b


derivation = derive(
    one_more_layer,
    """
    W @ (M @ x + c) + b
    = W @ M @ x + W @ c + b    # 分配律：乘著x的是新矩陣，其餘是新偏置 | distribute: what multiplies x is the new matrix, the rest the new bias
    """,
    shapes={"W": "k h", "b": "k 1", "M": "h n", "c": "h 1", "x": "n 1"},
    sizes=({"n": 2, "h": 3, "k": 2}, {"n": 3, "h": 1, "k": 3}),
)


def layers(seed, integers):
    """Weights and biases of a deep network, and an input."""
    rng = np.random.default_rng(seed)
    shapes = [(WIDTH, WIDTH), (WIDTH, 1)] * DEPTH + [(WIDTH, 1)]
    drawn = [rng.integers(-3, 4, shape).astype(object) if integers else rng.normal(0, WIDTH**-0.5, shape) for shape in shapes]
    return drawn[:-1:2], drawn[1:-1:2], drawn[-1]


def gap(seed, integers):
    """The layer-by-layer output minus W′x + b′ by the closed formula, and the output."""
    W, b, x = layers(seed, integers)
    a = x
    for weight, bias in zip(W, b, strict=True):
        a = weight @ a + bias
    tails = [np.eye(WIDTH, dtype=object if integers else float)]  # W_L … W_{l+1}, for l = L, L−1, …, 0
    for weight in reversed(W):
        tails.append(tails[-1] @ weight)
    merged = tails[-1] @ x + sum(tail @ bias for tail, bias in zip(tails, reversed(b), strict=False))
    return a - merged, a


def rounding(seed):
    """The length of the difference in double precision, in units of 2⁻⁵² of the output's length."""
    difference, output = gap(seed, integers=False)
    return np.linalg.norm(difference) / np.linalg.norm(output) * 2.0**52


def rank_of(hidden, seed):
    """The exact rank of the 5×5 map of a linear network with `hidden` units, integer weights."""
    rng = np.random.default_rng(seed)
    first, second = (fmpz_mat(rng.integers(-9, 10, shape).tolist()) for shape in ((hidden, 5), (5, hidden)))
    return (second * first).rank()


def numbers():
    groups = np.reshape([rounding(seed) for seed in SEEDS], (5, -1)).mean(axis=1)
    wrong = sum(bool(np.any(gap(seed, integers=True)[0] != 0)) for seed in SEEDS)
    (narrow,) = {rank_of(2, seed) for seed in SEEDS}
    (wide,) = {rank_of(5, seed) for seed in SEEDS}
    return {"networks": len(SEEDS), "depth": DEPTH, "wrong": wrong, "rounding": observe(groups), "narrow_rank": narrow, "wide_rank": wide}
