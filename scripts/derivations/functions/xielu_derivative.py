"""xIELU's slope: each side loses one power, and both sides meet at beta."""

from activation_functions import xielu
from mathematics.derivation import derive

derivation = derive(
    xielu.derivative,
    """
    D(alpha_p * x**2 + beta * x if x > 0 else alpha_n * (exp(x) - 1) - alpha_n * x + beta * x)
    = alpha_p * D(x**2) + beta if x > 0 else alpha_n * D(exp(x) - 1) - alpha_n + beta   # 兩側逐項求導，常數倍提到外面 | each side term by term; constant factors come out
    = 2 * alpha_p * x + beta if x > 0 else alpha_n * exp(x) - alpha_n + beta            # 冪與指數的導數 | the derivatives of a power and of the exponential
    = 2 * alpha_p * x + beta if x > 0 else alpha_n * (exp(x) - 1) + beta                # 提出負側的α；兩側在0處都是β | take out the α of the left; both sides are β at 0
    """,
)
