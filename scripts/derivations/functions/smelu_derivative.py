"""SmeLU's slope climbs from 0 to 1 along a straight line."""

from activation_functions import smelu
from mathematics.derivation import derive

derivation = derive(
    smelu.derivative,
    """
    D(x if x > beta else (x + beta)**2 / (4 * beta) if x > -beta else 0)
    = D(x) if x > beta else D((x + beta)**2) / (4 * beta) if x > -beta else D(0)    # 逐段求導，常數倍提到外面 | each piece by itself; a constant factor comes out
    = 1 if x > beta else 2 * (x + beta) / (4 * beta) if x > -beta else 0                # 連鎖律與冪的導數 | the chain rule and the derivative of a power
    = 1 if x > beta else (x + beta) / (2 * beta) if x > -beta else 0                    # 約分；三段在交界處相接 | cancel; the three pieces join where they meet
    """,
)
