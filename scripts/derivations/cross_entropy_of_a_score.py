"""The cross-entropy of a sigmoid's output, as a function of what enters the sigmoid: softplus less a straight line."""

from activation_functions import softplus
from mathematics.derivation import derive

derivation = derive(
    lambda x, y: softplus(x) - y * x,
    """
    -y * log(sigma(x)) - (1 - y) * log(1 - sigma(x))
    = -y * log(sigma(x)) - (1 - y) * log(sigma(-x))           # $1-\\sigma(x)=\\sigma(-x)$ | $1-\\sigma(x)=\\sigma(-x)$
    = y * log(1 + exp(-x)) + (1 - y) * log(1 + exp(x))        # Sigmoid的定義；倒數的對數要變號 | the definition of the sigmoid; the logarithm of a reciprocal changes sign
    = y * (log(1 + exp(x)) - x) + (1 - y) * log(1 + exp(x))   # 提出$e^{-x}$：$1+e^{-x}=e^{-x}(1+e^{x})$ | take out $e^{-x}$: $1+e^{-x}=e^{-x}(1+e^{x})$
    = log(1 + exp(x)) - y * x                                 # 合併同類項 | collect the terms
    """,
)
