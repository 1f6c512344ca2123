"""The gradient with respect to one unit's weights: its delta times what the unit was fed."""

from mathematics.derivation import derive

derivation = derive(
    lambda w, a, b, delta: delta * a.T,
    """
    jac(delta @ (w @ a + b), w)
    = delta @ jac(w @ a + b, w)    # 損失的改變是$\\delta$乘上$z$的改變；$\\delta$不含$w$ | the loss changes by $\\delta$ times the change of $z$; $\\delta$ stays outside
    = delta @ a.T                  # $z$對每個權重的導數，就是那個權重所乘的輸入 | the derivative of $z$ by each weight is the input that weight multiplies
    """,
    shapes={"w": "1 n", "a": "n 1", "b": "1 1", "delta": "1 1"},
    sizes=({"n": 1}, {"n": 2}, {"n": 4}),
)
