"""SELU's slope is that of ELU, scaled."""

from activation_functions import selu
from mathematics.derivation import derive

derivation = derive(
    selu.derivative,
    """
    D(lam * x if x > 0 else lam * alpha * (exp(x) - 1))
    = lam * D(x) if x > 0 else lam * alpha * D(exp(x) - 1)    # 兩側分別求導，常數倍提到外面 | each side by itself; constant factors come out
    = lam if x > 0 else lam * alpha * exp(x)                  # 指數的導數是它自己 | the exponential is its own derivative
    """,
)
