"""The chain rule once: how fast the output of a sigmoid neuron moves with its input."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    lambda w, x, b: w * sigmoid.derivative(w * x + b),
    """
    D(sigma(w*x + b))
    = sigma(w*x + b) * (1 - sigma(w*x + b)) * D(w*x + b)    # 連鎖律：外層的斜率，乘上內層的斜率 | the chain rule: the slope of the outer function times that of the inner one
    = sigma(w*x + b) * (1 - sigma(w*x + b)) * w             # $x$動一點，$wx+b$動$w$倍 | when $x$ moves a little, $wx+b$ moves $w$ times as far
    """,
)
