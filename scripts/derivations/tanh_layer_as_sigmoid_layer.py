"""The same for whole layers, in matrices: only `2 f(2z) - 1` is used, nothing else about f."""

from mathematics.derivation import derive

derivation = derive(
    None,
    """
    V @ (2 * f(2 * (W @ x + b)) - one) + c
    = 2 * V @ f(2 * (W @ x + b)) + (c - V @ one)             # 乘開，常數併入後一層的偏置 | multiply out; the constant joins the next layer's bias
    = (2 * V) @ f((2 * W) @ x + 2 * b) + (c - V @ one)       # 2併入前後兩層的權重 | each 2 joins the weights of its layer
    """,
    shapes={"W": "n k", "x": "k 1", "b": "n 1", "V": "m n", "c": "m 1"},
    sizes=({"k": 1, "n": 1, "m": 1}, {"k": 2, "n": 3, "m": 1}, {"k": 3, "n": 2, "m": 2}),
)
