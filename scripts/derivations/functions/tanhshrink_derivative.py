"""Tanhshrink's slope is tanh squared: what the slope of tanh lacks to 1."""

from activation_functions import tanhshrink
from mathematics.derivation import derive

derivation = derive(
    tanhshrink.derivative,
    """
    D(x - tanh(x))
    = 1 - D(tanh(x))          # 逐項求導 | term by term
    = 1 - (1 - tanh(x)**2)    # 雙曲正切的導數 | the derivative of tanh
    = tanh(x)**2              # 1與1抵消 | the ones cancel
    """,
)
