"""The sign's slope is 0 wherever it has one."""

from activation_functions import sign
from mathematics.derivation import derive

derivation = derive(
    sign.derivative,
    """
    D(1 if x > 0 else (-1 if x < 0 else 0))
    = D(1) if x > 0 else (D(-1) if x < 0 else 0)    # 兩側分別求導；函數在0處跳躍，那裡沒有導數 | each side by itself; at 0 the function jumps and has no derivative
    = 0                                             # 常數的導數是0；程式在跳躍點也回傳0 | the derivative of a constant is 0; the code returns 0 at the jump too
    """,
)
