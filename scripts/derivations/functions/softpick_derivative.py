"""Softpick's Jacobian: above 0 an output shares by the quotient rule, below 0 an input only makes the sum larger."""

from activation_functions import softpick
from mathematics.jacobian import jacobian

derivation = jacobian(
    softpick,
    """
    partial(s, x[j])
    = partial(abs(exp(x[j]) - 1), x[j])                      # $s$裡隨$x_j$改變的只有一項 | of $s$ only one term changes with $x_j$
    = exp(x[j]) if x[j] > 0 else -exp(x[j])                  # $x_j$大於零時$e^{x_j}$大於1，絕對值不改變什麼；小於零時變號 | where $x_j$ is above 0, $e^{x_j}$ is above 1 and the bars change nothing; below 0 they turn the sign
    = (u[j] - v[j]) * exp(x[j])                              # 兩種情況合成一式；剛好是零的一項沒有導數，程式把它的導數取成零，所以$u_j$與$v_j$都是零 | both cases in one line; an entry of exactly 0 has no derivative, and the code takes 0 for it: both $u_j$ and $v_j$ are 0 there

    partial(f[i], x[j])
    = partial(max(0, exp(x[i]) - 1) / s, x[j])                                                       # 代入定義，整個分母記作$s$ | the definition; all that stands below is called $s$
    = (partial(max(0, exp(x[i]) - 1), x[j]) * s - max(0, exp(x[i]) - 1) * partial(s, x[j])) / s**2   # 除法律 | the quotient rule
    = (partial(max(0, exp(x[i]) - 1), x[j]) - f[i] * partial(s, x[j])) / s                           # 約去一個$s$；分子除以$s$就是輸出 | cancel one $s$; what stands above over $s$ is the output
    = (indicator(i == j) * u[j] * exp(x[j]) - f[i] * partial(s, x[j])) / s                           # 分子只在$i=j$時隨$x_j$改變，且只在大於零時 | what stands above changes with $x_j$ only where $i=j$, and only above 0
    = (indicator(i == j) * u[j] * exp(x[j]) - f[i] * (u[j] - v[j]) * exp(x[j])) / s                  # 代入$s$的導數 | put in the derivative of $s$
    = exp(x[j]) / s * (indicator(i == j) * u[j] - f[i] * (u[j] - v[j]))                              # 提出$e^{x_j}/s$ | take out $e^{x_j}/s$

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * exp(x[j]) / s * (indicator(i == j) * u[j] - f[i] * (u[j] - v[j])) for i in range(n))    # 上面的結果 | the result above
    = exp(x[j]) / s * (u[j] * g[j] - (u[j] - v[j]) * sum(g[i] * f[i] for i in range(n)))                 # δ只留下$i=j$的一項；其餘的因子與$i$無關，提到和的外面 | the delta keeps the term with $i=j$ alone; the other factors do not depend on $i$ and come out of the sum
    """,
    letters={"u[k]": "indicator(x[k] > 0)", "v[k]": "indicator(x[k] < 0)", "s": "epsilon + sum(abs(exp(x[k]) - 1) for k in range(n))"},
    gap="x[k]",
    example=("log(2)", "log(3)", "-log(2)"),
)
