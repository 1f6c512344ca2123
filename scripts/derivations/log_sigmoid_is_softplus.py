"""The logarithm of the sigmoid is softplus with input and output negated."""

from activation_functions import softplus
from mathematics.derivation import derive

derivation = derive(
    lambda x: -softplus(-x),
    """
    log(sigma(x))
    = log(1 / (1 + exp(-x)))    # 定義 | the definition
    = -log(1 + exp(-x))         # 倒數的對數要變號；這是$-\\operatorname{softplus}(-x)$ | the logarithm of a reciprocal changes sign; this is $-\\operatorname{softplus}(-x)$
    """,
)
