"""Hardmax's Jacobian is 0: a small step changes no output as long as one entry alone is the largest."""

from activation_functions import hardmax
from mathematics.jacobian import jacobian

derivation = jacobian(
    hardmax,
    """
    partial(f[i], x[j])
    = partial(indicator(i == w), x[j])    # 只要最大的一項$x_w$單獨最大，1就歸它，其餘得零；$x$略微改變時仍是這樣 | as long as $x_w$ alone is the largest, it gets the 1 and all others 0; that stays so when $x$ moves a little
    = 0                                   # 常數的導數是零 | a constant has the derivative 0

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(0 for j in range(n))    # 上面的結果 | the result above
    = 0                           # 零加起來是零 | zeros add up to 0

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * 0 for i in range(n))    # 上面的結果 | the result above
    = 0                                  # 梯度傳不回去；並列最大時輸出會跳，沒有導數，程式也取零 | no gradient comes back; where several are the largest the outputs jump and there is no derivative, and the code takes 0 there too
    """,
    example=("1", "3", "2"),
)
