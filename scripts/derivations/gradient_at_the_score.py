"""The slope of the cross-entropy in what enters the sigmoid is the output less the target."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda x, y: sigmoid(x) - y,
    """
    D(log(1 + exp(x)) - y * x)
    = D(log(1 + exp(x))) - y        # 直線$yx$的斜率是$y$ | the line $yx$ has slope $y$
    = exp(x) / (1 + exp(x)) - y     # 連鎖律 | the chain rule
    = sigma(x) - y                  # 分子分母同除以$e^{x}$，就是Sigmoid | divide both by $e^{x}$: it is the sigmoid
    """,
)
