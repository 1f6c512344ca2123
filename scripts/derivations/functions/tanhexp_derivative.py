"""TanhExp's slope: the product rule, and the exponential is its own derivative."""

from activation_functions import tanhexp
from mathematics.derivation import derive

derivation = derive(
    tanhexp.derivative,
    """
    D(x * tanh(exp(x)))
    = tanh(exp(x)) + x * D(tanh(exp(x)))               # 乘積法則 | the product rule
    = tanh(exp(x)) + x * exp(x) * (1 - tanh(exp(x))**2)   # 連鎖律，以及tanh的導數 | the chain rule, and the derivative of tanh
    = tanh(exp(x)) + x * exp(x) * sech(exp(x))**2      # 雙曲函數的平方關係 | the squares of the hyperbolic functions
    """,
)
