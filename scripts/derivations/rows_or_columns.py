"""A batch in columns and the same batch in rows: one is the transpose of the other."""

import numpy as np

from mathematics.derivation import derive

derivation = derive(
    lambda W, X, b: np.stack([W @ x + b.ravel() for x in X.T]),
    """
    (W @ X + b @ one.T).T
    = (W @ X).T + (b @ one.T).T        # 和的轉置是轉置的和 | the transpose of a sum is the sum of the transposes
    = X.T @ W.T + one @ b.T            # 積的轉置要對調順序 | the transpose of a product reverses the order
    """,
    shapes={"W": "m k", "X": "k n", "b": "m 1"},
    sizes=({"m": 1, "k": 2, "n": 3}, {"m": 2, "k": 3, "n": 2}, {"m": 3, "k": 1, "n": 4}),
)
