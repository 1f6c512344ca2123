"""With bias -w/2 a sigmoid unit maps one half to one half, and there its factor is a quarter of its weight."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda w: float(w * sigmoid.derivative(w * 0.5 - w / 2)),
    """
    w * sigma(w * (1 / 2) - w / 2) * (1 - sigma(w * (1 / 2) - w / 2))
    = w * sigma(0) * (1 - sigma(0))    # 輸入$\\frac{1}{2}$與偏置$-\\frac{w}{2}$互相抵消 | the input $\\frac{1}{2}$ and the bias $-\\frac{w}{2}$ cancel
    = w * (1 / 2)**2                   # $\\sigma(0)=\\frac{1}{2}$，輸出又回到$\\frac{1}{2}$ | $\\sigma(0)=\\frac{1}{2}$: the output is back at $\\frac{1}{2}$
    = w / 4                            # 相乘 | multiply
    """,
)
