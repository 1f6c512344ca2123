"""Softplus has the sigmoid for its slope: that is where the smooth corner comes from."""

from activation_functions import softplus
from mathematics.derivation import derive

derivation = derive(
    softplus.derivative,
    """
    D(log(1 + exp(beta * x)) / beta)
    = 1 / beta * (D(1 + exp(beta * x)) / (1 + exp(beta * x)))      # 對數的導數：裡面的導數除以裡面 | the logarithm's derivative: that of the inside over the inside
    = 1 / beta * (beta * exp(beta * x) / (1 + exp(beta * x)))      # 連鎖律：指數的導數帶出β | the chain rule: the exponential brings out a factor β
    = exp(beta * x) / (1 + exp(beta * x))                          # 約去β | β cancels
    = 1 / (1 + exp(-beta * x))                                     # 分子分母同除以分子 | divide both by the numerator
    = sigma(beta * x)                                              # 這就是Sigmoid | which is the sigmoid
    """,
)
