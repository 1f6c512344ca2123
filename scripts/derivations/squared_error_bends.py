"""The squared error of a sigmoid neuron with target 1 bends downwards where the output is below one third."""

from activation_functions import sigmoid
from mathematics.derivation import derive


def bend(x):
    """The second derivative of (1 - s)^2 by the product rule, from the slopes of s that the module computes."""
    return 2 * sigmoid.derivative(x) ** 2 - 2 * (1 - sigmoid(x)) * sigmoid.second_derivative(x)


derivation = derive(
    bend,
    """
    D(D((1 - sigma(x))**2))
    = D(-2 * sigma(x) * (1 - sigma(x))**2)                                       # 連鎖律，$\\sigma'=\\sigma(1-\\sigma)$ | the chain rule, with $\\sigma'=\\sigma(1-\\sigma)$
    = -2 * sigma(x) * (1 - sigma(x))**3 + 4 * sigma(x)**2 * (1 - sigma(x))**2    # 乘積法則，再用一次$\\sigma'$ | the product rule, and $\\sigma'$ once more
    = 2 * sigma(x) * (1 - sigma(x))**2 * (3 * sigma(x) - 1)                      # 提出共同的因子 | take out the common factor
    """,
)
