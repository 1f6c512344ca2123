"""Log-softmax's Jacobian: the logarithm turns the quotient into a difference, and the chain rule does the rest."""

from activation_functions import log_softmax
from mathematics.jacobian import jacobian

derivation = jacobian(
    log_softmax,
    """
    partial(f[i], x[j])
    = partial(x[i] - log(s), x[j])                         # 代入定義，指數的和記作$s$ | the definition; the sum of exponentials is called $s$
    = partial(x[i], x[j]) - partial(log(s), x[j])          # 差逐項求導 | a difference term by term
    = indicator(i == j) - partial(s, x[j]) / s             # $x_i$對自己的導數是1，對別的是零；對數用連鎖律 | $x_i$ has the derivative 1 by itself and 0 by any other; the logarithm by the chain rule
    = indicator(i == j) - exp(x[j]) / s                    # $s$裡隨$x_j$改變的只有一項 | of $s$ only one term changes with $x_j$
    = indicator(i == j) - exp(f[j])                        # $e^{x_j}$除以$s$是softmax的輸出，即$e^{f_j}$ | $e^{x_j}$ over $s$ is softmax's output, $e^{f_j}$

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(indicator(i == j) - exp(f[j]) for j in range(n))    # 上面的結果 | the result above
    = 1 - sum(exp(f[j]) for j in range(n))                    # 各個δ裡只有一個是1 | of the deltas one is 1
    = 0                                                       # 機率加起來等於1 | probabilities add up to 1

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * (indicator(i == j) - exp(f[j])) for i in range(n))    # 上面的結果 | the result above
    = g[j] - exp(f[j]) * sum(g[i] for i in range(n))                   # δ只留下$i=j$的一項；$e^{f_j}$與$i$無關 | the delta keeps the term with $i=j$ alone; $e^{f_j}$ does not depend on $i$
    """,
    letters={"s": "sum(exp(x[k]) for k in range(n))", "p[k]": "exp(f[k])"},
    matrix="I - one @ p.T",
    example=("0", "log(2)", "log(3)"),
)
