"""The sigmoid's second derivative: its sign says where the slope is largest."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda x: sigmoid.derivative(x) * (1 - 2 * sigmoid(x)),
    """
    D(sigma(x) * (1 - sigma(x)))
    = D(sigma(x)) * (1 - sigma(x)) - sigma(x) * D(sigma(x))    # 乘積法則 | the product rule
    = D(sigma(x)) * (1 - 2 * sigma(x))                         # 提出共同的因子 | take out the common factor
    = sigma(x) * (1 - sigma(x)) * (1 - 2 * sigma(x))           # 一階導數的式子 | the formula of the first derivative
    """,
)
