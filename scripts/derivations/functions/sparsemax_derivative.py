"""Sparsemax's Jacobian: the threshold moves so that the probabilities keep adding up to 1, and all that lie above it move with it."""

from activation_functions import sparsemax
from mathematics.jacobian import jacobian

derivation = jacobian(
    sparsemax,
    """
    partial(sum(max(0, x[k] - tau) for k in range(n)), x[j])
    = sum(u[k] * (partial(x[k], x[j]) - partial(tau, x[j])) for k in range(n))    # 門檻上方的項是直線，其餘恆為零；τ也隨$x_j$改變 | above the threshold each term is a straight line, the others stay 0; τ changes with $x_j$ too
    = u[j] - c * partial(tau, x[j])                                               # $x_k$只有$k=j$時隨$x_j$改變；上方有$c$項 | $x_k$ changes with $x_j$ for $k=j$ only; $c$ terms lie above
    = 0                                                                           # 這個和恆等於1，所以導數是零 | the sum is always 1, so its derivative is 0

    partial(tau, x[j])
    = u[j] / c    # 由上面解出 | solved from the above

    partial(f[i], x[j])
    = partial(max(0, x[i] - tau), x[j])                         # 代入定義 | the definition
    = u[i] * (partial(x[i], x[j]) - partial(tau, x[j]))         # 同樣分上方與下方；剛好在門檻上的項沒有導數，程式算它在下方 | above and below as before; an entry right on the threshold has no derivative, and the code counts it as below
    = u[i] * (indicator(i == j) - u[j] / c)                     # 代入τ的導數 | put in the derivative of τ
    = u[i] * u[j] * (indicator(i == j) - 1 / c)                 # $i=j$時$u_i=u_j$，且$u_i$的平方就是$u_i$ | for $i=j$, $u_i=u_j$, and $u_i$ is its own square

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(u[i] * (indicator(i == j) - u[j] / c) for j in range(n))    # 上面的結果 | the result above
    = u[i] * (1 - c / c)                                              # $u_j$之和是$c$ | the $u_j$ add up to $c$
    = 0                                                               # 同加一個數，輸出不變 | one number added to all changes nothing

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * u[i] * (indicator(i == j) - u[j] / c) for i in range(n))    # 上面的結果 | the result above
    = u[j] * (g[j] - sum(u[i] * g[i] for i in range(n)) / c)                 # δ只留下$i=j$的一項；減去的是上方各項$g$的平均 | the delta keeps the term with $i=j$ alone; what is taken off is the mean of $g$ above the threshold
    """,
    letters={"u[k]": "indicator(x[k] > tau)", "c": "sum(u[k] for k in range(n))"},
    gap="x[k] - tau",
    matrix="diag(u) - u @ u.T / c",
    example=("1", "1 / 2", "-1"),
)
