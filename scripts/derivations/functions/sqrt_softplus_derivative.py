"""The slope of the square root of softplus: the sigmoid, divided by twice the value."""

from activation_functions import sqrt_softplus
from mathematics.derivation import derive

derivation = derive(
    sqrt_softplus.derivative,
    """
    D(sqrt(log1p(exp(x))))
    = D(log1p(exp(x))) / (2 * sqrt(log1p(exp(x))))        # 平方根的導數與連鎖律 | the derivative of a square root, and the chain rule
    = exp(x) / (1 + exp(x)) / (2 * sqrt(log1p(exp(x))))     # 對數的導數 | the derivative of a logarithm
    = sigma(x) / (2 * sqrt(log1p(exp(x))))                  # 這個商就是Sigmoid | the quotient is the sigmoid
    """,
)
