"""Two inputs, three linear hidden units, one output: nine weights regrouped into two."""

from fractions import Fraction

import numpy as np

from mathematics.derivation import derive


def network(w1, w2, w3, w4, w5, w6, w7, w8, w9, i1, i2):
    """The network as one would write it, layer by layer."""
    hidden = np.array([[w1, w2], [w3, w4], [w5, w6]]) @ np.array([i1, i2])
    return np.array([w7, w8, w9]) @ hidden


derivation = derive(
    network,
    """
    w7 * (w1 * i1 + w2 * i2) + w8 * (w3 * i1 + w4 * i2) + w9 * (w5 * i1 + w6 * i2)
    = i1 * (w1 * w7 + w3 * w8 + w5 * w9) + i2 * (w2 * w7 + w4 * w8 + w6 * w9)    # 乘開，把從同一個輸入出發的路收在一起 | multiply out and gather the routes that start at the same input
    """,
)


def numbers():
    """The example w_k = k, and what a widely copied wrong solution gives there; all exact."""
    w1, w2, w3, w4, w5, w6, w7, w8, w9 = w = [Fraction(k) for k in range(1, 10)]
    first, second = w1 * w7 + w3 * w8 + w5 * w9, w2 * w7 + w4 * w8 + w6 * w9
    root, copied = -second / first, second / (-w2 * w7 + w4 * w8 + w6 * w9)
    assert network(*[*w, root, Fraction(1)]) == 0
    there = network(*[*w, copied, Fraction(1)])
    named = {"root": -root, "copied": copied, "there": there}
    parts = {f"{name}_{part}": getattr(value, f"{part}") for name, value in named.items() for part in ("numerator", "denominator")}
    return {"first": first, "second": second, **parts}
