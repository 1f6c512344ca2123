"""A chain of two sigmoid units, one a layer: each unit passed adds a factor, its weight times its slope."""

from activations import sigmoid
from derivation import derive


def code(x: float, w1: float, b1: float, w2: float, b2: float) -> float:
    """Forwards keeping z, then backwards, the last layer's factor first."""
    z1 = w1 * x + b1
    z2 = w2 * sigmoid(z1) + b2
    return float((w2 * sigmoid.derivative(z2)) * (w1 * sigmoid.derivative(z1)))


derivation = derive(
    code,
    """
    D(sigma(w2 * sigma(w1 * x + b1) + b2))
    = w2 * sigma(w2 * sigma(w1 * x + b1) + b2) * (1 - sigma(w2 * sigma(w1 * x + b1) + b2)) * D(sigma(w1 * x + b1))    # 連鎖律，從外層開始：$w_2\\,\\sigma'(z_2)$，再乘上裡面那一層的導數 | the chain rule from the outside: $w_2\\,\\sigma'(z_2)$ times the derivative of the layer inside
    = w2 * sigma(w2 * sigma(w1 * x + b1) + b2) * (1 - sigma(w2 * sigma(w1 * x + b1) + b2)) * w1 * sigma(w1 * x + b1) * (1 - sigma(w1 * x + b1))    # 同一條規則再用一次，多出$w_1\\,\\sigma'(z_1)$ | the same rule once more adds $w_1\\,\\sigma'(z_1)$
    """,
)
