"""A tanh unit is a sigmoid unit with other weights: the constants move into weights and biases."""

from activation_functions import tanh
from mathematics.derivation import derive

derivation = derive(
    lambda x, w, b, v, c: v * tanh(w * x + b) + c,
    """
    v * tanh(w * x + b) + c
    = v * (2 * sigma(2 * (w * x + b)) - 1) + c               # 恆等式 | the identity
    = 2 * v * sigma(2 * (w * x + b)) + (c - v)               # 乘開，常數併入外面的偏置 | multiply out; the constant joins the outer bias
    = 2 * v * sigma(2 * w * x + 2 * b) + (c - v)             # 裡面的2併入權重與偏置 | the inner 2 joins weight and bias
    """,
)
