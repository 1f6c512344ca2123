"""Two affine layers with nothing between them are one affine layer."""

from mathematics.derivation import derive


def two_layers(W1, b1, W2, b2, x):
    """A forward pass without activations."""
    a = W1 @ x + b1
    return W2 @ a + b2


derivation = derive(
    two_layers,
    """
    W2 @ (W1 @ x + b1) + b2
    = W2 @ W1 @ x + W2 @ b1 + b2    # 矩陣乘法對加法有分配律 | matrix multiplication distributes over addition
    """,
    shapes={"W1": "h n", "b1": "h 1", "W2": "m h", "b2": "m 1", "x": "n 1"},
    sizes=({"n": 2, "h": 3, "m": 1}, {"n": 3, "h": 2, "m": 3}, {"n": 1, "h": 4, "m": 2}),
)
