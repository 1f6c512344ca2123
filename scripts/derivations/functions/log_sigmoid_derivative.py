"""The slope of log-sigmoid is the sigmoid, mirrored."""

from activation_functions import log_sigmoid
from mathematics.derivation import derive

derivation = derive(
    log_sigmoid.derivative,
    """
    D(-log(1 + exp(-x)))
    = -(D(1 + exp(-x)) / (1 + exp(-x)))      # 對數的導數：裡面的導數除以裡面 | the logarithm's derivative: that of the inside over the inside
    = exp(-x) / (1 + exp(-x))                # 連鎖律：指數帶出一個負號 | the chain rule: the exponential brings out a minus sign
    = 1 / (1 + exp(x))                       # 分子分母同除以分子 | divide both by the numerator
    = sigma(-x)                              # 這就是左右對調的Sigmoid | which is the sigmoid, mirrored
    """,
)
