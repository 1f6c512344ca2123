"""How far Swish is from ReLU: the larger beta, the less."""

from activation_functions import relu, swish
from mathematics.derivation import derive

derivation = derive(
    lambda beta, x: relu(x) - swish(x, beta=beta),
    """
    max(0, x) - x * sigma(beta * x)
    = x * (1 - sigma(beta * x)) if x > 0 else -x * sigma(beta * x)    # 兩側分開看，右側提出$x$ | each side by itself; on the right $x$ comes out
    = x * sigma(-beta * x) if x > 0 else -x * sigma(beta * x)         # $1-\\sigma(u)=\\sigma(-u)$ | $1-\\sigma(u)=\\sigma(-u)$
    = abs(x) * sigma(-beta * abs(x))                                  # 兩側說的是同一件事 | both sides say the same
    """,
)
