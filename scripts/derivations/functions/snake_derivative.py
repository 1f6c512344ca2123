"""Snake's slope: the chain rule, and the double angle."""

from activation_functions import snake
from mathematics.derivation import derive

derivation = derive(
    snake.derivative,
    """
    D(x + sin(a * x)**2 / a)
    = 1 + 2 * sin(a * x) * D(sin(a * x)) / a          # 逐項求導，並對平方用連鎖律 | term by term, with the chain rule for the square
    = 1 + 2 * sin(a * x) * a * cos(a * x) / a         # 正弦的導數 | the derivative of the sine
    = 1 + 2 * sin(a * x) * cos(a * x)                 # 約去a | a cancels
    = 1 + sin(2 * a * x)                              # 倍角公式 | the formula for the double angle
    """,
)
