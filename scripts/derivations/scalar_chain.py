"""A chain of two units, one a layer: each unit passed adds a slope, and each connection its weight."""

from activation_functions import tanh
from mathematics.derivation import derive


def code(w2, b2, z1):  # type: ignore[no-untyped-def]  # arrays of one number
    """Forwards keeping z2, then backwards, the last layer first."""
    z2 = w2 * tanh(z1) + b2
    return (tanh.derivative(z2) * w2) * tanh.derivative(z1)


derivation = derive(
    code,
    """
    jac(f(w2 @ f(z1) + b2), z1)
    = df(w2 @ f(z1) + b2) @ jac(w2 @ f(z1) + b2, z1)    # 連鎖律：外層的斜率，乘上裡面的導數 | the chain rule: the outer slope times the derivative of the inside
    = df(w2 @ f(z1) + b2) @ w2 @ jac(f(z1), z1)         # 偏置不動；權重是常數，提到外面 | the bias stands still; the weight is a constant and comes out
    = df(w2 @ f(z1) + b2) @ w2 @ df(z1)                 # 最裡面剩下自己的斜率 | what is left inside is the unit's own slope
    """,
    shapes={"w2": "1 1", "b2": "1 1", "z1": "1 1"},
    sizes=({"n": 1},),
)
