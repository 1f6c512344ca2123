"""The bell curve's slope: the chain rule, and the exponential comes back."""

from activation_functions import gaussian
from mathematics.derivation import derive

derivation = derive(
    gaussian.derivative,
    """
    D(exp(-x**2))
    = exp(-x**2) * D(-x**2)      # 連鎖律：指數的導數是它自己 | the chain rule: the exponential is its own derivative
    = -2 * x * exp(-x**2)        # 平方的導數 | the derivative of a square
    """,
)
