"""CReLU's Jacobian: two diagonal blocks, one above the other, and of each pair of entries at most one is not 0."""

from activation_functions import crelu
from mathematics.jacobian import jacobian

derivation = jacobian(
    crelu,
    """
    partial(f[i], x[j])
    = partial(max(0, x[i]), x[j])                                 # 前半的輸出 | an output of the first half
    = indicator(x[i] > 0) * partial(x[i], x[j])                   # $x_i$為正時是直線，為負時恆為零；在零處沒有導數，程式取零 | a straight line where $x_i$ is positive, constantly 0 where it is negative; at 0 there is no derivative, and the code takes 0
    = indicator(i == j) * indicator(x[j] > 0)                     # $x_i$只隨自己改變，這時$i=j$ | $x_i$ changes with itself alone, and then $i=j$

    partial(f[i + n], x[j])
    = partial(max(0, -x[i]), x[j])                                # 後半的輸出 | an output of the second half
    = -indicator(x[i] < 0) * partial(x[i], x[j])                  # $x_i$為負時是往下的直線，為正時恆為零 | a line going down where $x_i$ is negative, constantly 0 where it is positive
    = -indicator(i == j) * indicator(x[j] < 0)                    # 同上 | as before

    sum(g[i] * partial(f[i], x[j]) for i in range(2 * n))
    = g[j] * partial(f[j], x[j]) + g[j + n] * partial(f[j + n], x[j])    # $2n$個輸出裡，隨$x_j$改變的只有兩個 | of the $2n$ outputs two change with $x_j$
    = g[j] * indicator(x[j] > 0) - g[j + n] * indicator(x[j] < 0)        # 代入兩個結果 | put in both results
    """,
    gap="x[k]",
    example=("2", "-3"),
)
