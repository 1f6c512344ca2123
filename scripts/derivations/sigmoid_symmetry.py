"""Half a turn about (0, 1/2) brings the sigmoid back to itself."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda x: sigmoid(-x),
    """
    sigma(-x)
    = 1 / (1 + exp(x))                             # 定義，把輸入換成相反數 | the definition, at the opposite input
    = exp(-x) / (exp(-x) + 1)                      # 分子分母同乘一個指數 | multiply both by an exponential
    = (1 + exp(-x) - 1) / (1 + exp(-x))            # 分子加一減一 | add one above, and take it away
    = 1 - 1 / (1 + exp(-x))                        # 拆成兩個分數 | split into two fractions
    = 1 - sigma(x)                                 # 定義 | the definition
    """,
)
