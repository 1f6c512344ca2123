"""The slope of the loss in one class's score is that class's probability less its target."""

import numpy as np

from activation_functions import softmax
from mathematics.derivation import derive

derivation = derive(
    lambda x, s, y: softmax([x, np.log(s)])[0] - y,
    """
    D(log(exp(x) + s) - y * x)
    = D(log(exp(x) + s)) - y        # 直線$yx$的斜率是$y$ | the line $yx$ has slope $y$
    = exp(x) / (exp(x) + s) - y     # 連鎖律；$s$不含$x$ | the chain rule; $s$ does not hold $x$
    """,
)
