"""The slope of arctan, as that of an inverse function: one over the slope of the tangent."""

from activation_functions import arctan
from mathematics.derivation import derive

derivation = derive(
    arctan.derivative,
    """
    D(atan(x))
    = 1 / (1 / cos(atan(x))**2)                              # 反函數的導數：一除以正切在那裡的導數 | an inverse function's derivative: one over that of the tangent there
    = cos(atan(x))**2 / (cos(atan(x))**2 + sin(atan(x))**2)  # 分母補上一個1 | write 1 as the denominator
    = 1 / (1 + (sin(atan(x)) / cos(atan(x)))**2)             # 分子分母同除以分子 | divide both by the numerator
    = 1 / (1 + x**2)                                         # 正弦除以餘弦就是正切，把反正切還原成輸入 | sine over cosine is the tangent, which undoes arctan
    """,
)
