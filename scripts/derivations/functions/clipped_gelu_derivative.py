"""Clipped GELU has GELU's slope up to its kink, and 0 from there on."""

from activation_functions import clipped_gelu
from mathematics.derivation import derive

derivation = derive(
    clipped_gelu.derivative,
    """
    D(min(x * Phi(x), 10))
    = D(10 if x * Phi(x) > 10 else x * Phi(x))              # 兩數取小，寫成兩段 | the smaller of two, in two pieces
    = D(10) if x * Phi(x) > 10 else D(x * Phi(x))           # 逐段求導；GELU等於10的地方是轉折點，那裡沒有導數 | each piece by itself; where GELU is 10 there is a kink and no derivative
    = 0 if x * Phi(x) > 10 else Phi(x) + x * D(Phi(x))      # 常數的導數是零；乘積法則 | the derivative of a constant is zero; the product rule
    = 0 if x * Phi(x) > 10 else Phi(x) + x * phi(x)         # 分布函數的導數是密度；程式在轉折點回傳左側的斜率 | the derivative of a distribution function is its density; at the kink the code returns the slope on the left
    """,
)
