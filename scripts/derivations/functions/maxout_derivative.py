"""Maxout's Jacobian is one row: 1 at the piece that wins, 0 at all others."""

from activation_functions import maxout
from mathematics.jacobian import jacobian

derivation = jacobian(
    maxout,
    """
    partial(f, x[j])
    = partial(max(x[k] for k in range(n)), x[j])    # 代入定義 | the definition
    = partial(x[w], x[j])                           # 只要最大的一項$x_w$單獨最大，$x$略微改變時，輸出仍是它 | as long as $x_w$ alone is the largest, it stays the output when $x$ moves a little
    = indicator(j == w)                             # $x_w$只隨自己改變 | $x_w$ changes with itself alone

    sum(partial(f, x[j]) for j in range(n))
    = sum(indicator(j == w) for j in range(n))    # 上面的結果 | the result above
    = 1                                           # 勝出的只有一項 | one piece wins

    g * partial(f, x[j])
    = g * indicator(j == w)    # 梯度全歸勝出的一項；並列最大時沒有導數，程式給其中第一項 | the winner gets all of the gradient; where several are the largest there is no derivative, and the code gives it to the first
    """,
    example=("1", "3", "2"),
)
