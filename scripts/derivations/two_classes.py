"""Softmax of two scores is the sigmoid of their difference."""

from activation_functions import softmax
from mathematics.derivation import derive

derivation = derive(
    lambda z1, z2: softmax([z1, z2])[0],
    """
    exp(z1) / (exp(z1) + exp(z2))
    = 1 / (1 + exp(z2 - z1))       # 分子分母同除以$e^{z_1}$ | divide both by $e^{z_1}$
    = sigma(z1 - z2)               # Sigmoid的定義 | the definition of the sigmoid
    """,
)
