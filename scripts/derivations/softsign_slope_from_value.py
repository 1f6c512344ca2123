"""Softsign's slope in terms of its value: one minus its size, squared."""

from activation_functions import softsign
from mathematics.derivation import derive

derivation = derive(
    softsign.derivative,
    """
    1 / (1 + abs(x))**2
    = ((1 + abs(x) - abs(x)) / (1 + abs(x)))**2    # 分子加一個$|x|$，再減一個 | one $|x|$ more in the numerator, and one less
    = (1 - abs(x) / (1 + abs(x)))**2               # 拆成兩個分數；第二個是輸出的大小 | in two fractions; the second is the size of the output
    = (1 - abs(x / (1 + abs(x))))**2               # 這就是$(1-|f|)^2$ | which is $(1-|f|)^2$
    """,
)
