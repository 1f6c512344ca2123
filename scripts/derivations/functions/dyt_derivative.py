"""DyT's slope is that of tanh, rescaled twice; what moves the output leaves no trace."""

from activation_functions import dyt
from mathematics.derivation import derive

derivation = derive(
    dyt.derivative,
    """
    D(gamma * tanh(alpha * x) + beta)
    = gamma * D(tanh(alpha * x))                      # 常數項的導數是0 | the derivative of a constant is 0
    = gamma * (1 - tanh(alpha * x)**2) * alpha        # tanh的導數與連鎖律 | the derivative of tanh, and the chain rule
    = gamma * alpha * (1 - tanh(alpha * x)**2)        # 換個次序 | in another order
    """,
)
