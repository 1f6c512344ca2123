"""LiSHT's slope: the product rule."""

from activation_functions import lisht
from mathematics.derivation import derive

derivation = derive(
    lisht.derivative,
    """
    D(x * tanh(x))
    = tanh(x) + x * D(tanh(x))         # 乘積法則 | the product rule
    = tanh(x) + x * (1 - tanh(x)**2)   # tanh的導數 | the derivative of tanh
    """,
)
