"""SReLU's slope is that of the straight piece the input lies on."""

from activation_functions import srelu
from mathematics.derivation import derive

derivation = derive(
    srelu.derivative,
    """
    D(t_r + a_r * (x - t_r) if x > t_r else x if x > t_l else t_l + a_l * (x - t_l))
    = D(t_r + a_r * (x - t_r)) if x > t_r else D(x) if x > t_l else D(t_l + a_l * (x - t_l))    # 逐段求導；兩個轉折點要另外看 | each piece by itself; the two kinks are looked at apart
    = a_r if x > t_r else 1 if x > t_l else a_l                                                 # 直線的導數就是它的斜率；程式在轉折點回傳左側的斜率 | the derivative of a straight line is its slope; at a kink the code returns the one on the left
    """,
)
