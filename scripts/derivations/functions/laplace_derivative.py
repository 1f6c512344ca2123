"""The slope of Laplace is the bell curve whose area it adds up."""

from activation_functions import laplace
from mathematics.derivation import derive

derivation = derive(
    laplace.derivative,
    """
    D(Phi((x - mu) / width))
    = phi((x - mu) / width) * D((x - mu) / width)    # 連鎖律：分布函數的導數是密度 | the chain rule: the derivative of a distribution function is its density
    = phi((x - mu) / width) / width                  # 內層的導數 | the derivative of the inside
    """,
)
