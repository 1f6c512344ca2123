"""A sigmoid unit's factor, written with tanh: it falls off from w/4 as the pre-activation leaves zero."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda w, x: float(w * sigmoid.derivative(x)),
    """
    w * sigma(x) * (1 - sigma(x))
    = w * (1 / 4 - (sigma(x) - 1 / 2)**2)     # 四分之一減去一個平方 | a quarter less a square
    = w * (1 / 4 - (tanh(x / 2) / 2)**2)      # $\\tanh\\frac{x}{2}=2\\sigma(x)-1$ | $\\tanh\\frac{x}{2}=2\\sigma(x)-1$
    = w / 4 * (1 - tanh(x / 2)**2)            # 提出$\\frac{1}{4}$ | take out $\\frac{1}{4}$
    """,
)
