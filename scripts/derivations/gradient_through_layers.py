"""Two steps of backpropagation at once: the factors that reach a layer are those of the layers after it."""

from activation_functions import tanh
from mathematics.derivation import derive


def code(W2, b2, W3, b3, z1, delta3):  # type: ignore[no-untyped-def]  # arrays of the shapes below
    """Forwards keeping z, then backwards: the recursion, twice."""
    z2 = W2 @ tanh(z1) + b2
    delta2 = (W3.T @ delta3) * tanh.derivative(z2)
    return (W2.T @ delta2) * tanh.derivative(z1)


derivation = derive(
    code,
    """
    jac(W3 @ f(W2 @ f(z1) + b2) + b3, z1).T @ delta3
    = (W3 @ diag(df(W2 @ f(z1) + b2)) @ W2 @ diag(df(z1))).T @ delta3          # 連鎖律：雅可比矩陣依前向的順序，由外而內相乘 | the chain rule: Jacobians multiplied from the outside in
    = diag(df(z1)) @ W2.T @ diag(df(W2 @ f(z1) + b2)) @ W3.T @ delta3          # 轉置把順序倒過來：最先碰到$\\delta_3$的是最後一層 | transposing reverses the order: the last layer is the first to meet $\\delta_3$
    """,
    shapes={"W2": "k n", "b2": "k 1", "W3": "m k", "b3": "m 1", "z1": "n 1", "delta3": "m 1"},
    sizes=({"m": 1, "n": 2, "k": 2}, {"m": 2, "n": 1, "k": 2}),
)
