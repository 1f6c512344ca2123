"""Entmax's Jacobian: with the roots s of the probabilities, the threshold gives way in proportion to them."""

from activation_functions import entmax
from mathematics.jacobian import jacobian

derivation = jacobian(
    entmax,
    """
    partial(sum(s[k]**2 for k in range(n)), x[j])
    = sum(2 * s[k] * partial(s[k], x[j]) for k in range(n))                              # 連鎖律 | the chain rule
    = sum(2 * s[k] * (indicator(k == j) / 2 - partial(tau, x[j])) for k in range(n))     # $s_k$在門檻上方是$x_k/2-τ$；在下方是零，整項也是零 | above the threshold $s_k$ is $x_k/2-τ$; below it is 0, and so is the term
    = s[j] - 2 * c * partial(tau, x[j])                                                  # δ只留下$k=j$的一項；$s_k$之和記作$c$ | the delta keeps the term with $k=j$ alone; the sum of the $s_k$ is called $c$
    = 0                                                                                  # 這個和恆等於1，所以導數是零 | the sum is always 1, so its derivative is 0

    partial(tau, x[j])
    = s[j] / (2 * c)    # 由上面解出 | solved from the above

    partial(f[i], x[j])
    = partial(s[i]**2, x[j])                                          # 代入定義 | the definition
    = 2 * s[i] * (indicator(i == j) / 2 - partial(tau, x[j]))         # 連鎖律，同上 | the chain rule, as above
    = 2 * s[i] * (indicator(i == j) / 2 - s[j] / (2 * c))             # 代入τ的導數 | put in the derivative of τ
    = s[i] * (indicator(i == j) - s[j] / c)                           # 約去2 | cancel the 2

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(s[i] * (indicator(i == j) - s[j] / c) for j in range(n))    # 上面的結果 | the result above
    = s[i] * (1 - c / c)                                              # $s_j$之和是$c$ | the $s_j$ add up to $c$
    = 0                                                               # 同加一個數，輸出不變 | one number added to all changes nothing

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * s[i] * (indicator(i == j) - s[j] / c) for i in range(n))    # 上面的結果 | the result above
    = s[j] * (g[j] - sum(s[i] * g[i] for i in range(n)) / c)                 # δ只留下$i=j$的一項；減去的是$g$以$s$加權的平均 | the delta keeps the term with $i=j$ alone; what is taken off is the mean of $g$ weighted by $s$
    """,
    letters={"s[k]": "max(0, x[k] / 2 - tau)", "c": "sum(s[k] for k in range(n))"},
    gap="x[k] / 2 - tau",
    matrix="diag(s) - s @ s.T / c",
    example=("6 / 5", "8 / 5", "-1"),
)
