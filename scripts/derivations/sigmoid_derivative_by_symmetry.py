"""The sigmoid's derivative a second time: from its symmetry and its log-odds, without the quotient rule."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    sigmoid.derivative,
    """
    D(sigma(x))
    = D(sigma(x)) * (sigma(-x) + sigma(x))                                            # 對稱：括號裡是1 | symmetry: the brackets hold 1
    = sigma(x) * sigma(-x) * (D(sigma(x)) / sigma(x) + D(sigma(x)) / sigma(-x))       # 把兩個Sigmoid提到前面 | take both sigmoids out in front
    = sigma(x) * sigma(-x) * (D(log(sigma(x))) - D(log(sigma(-x))))                   # 對數的導數；對稱使導數左右相同 | the logarithm's derivative; by symmetry the slope is even
    = sigma(x) * sigma(-x) * D(log(sigma(x) / sigma(-x)))                             # 對數相減是商的對數 | a difference of logarithms is the logarithm of a quotient
    = sigma(x) * sigma(-x) * D(x)                                                     # 對數勝算就是輸入自己 | the log-odds are the input itself
    = sigma(x) * (1 - sigma(x))                                                       # 再用一次對稱 | symmetry once more
    """,
)
