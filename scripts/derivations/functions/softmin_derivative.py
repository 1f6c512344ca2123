"""Softmin's Jacobian: as for softmax, and the sign turned in front of each input turns all signs."""

from activation_functions import softmin
from mathematics.jacobian import jacobian

derivation = jacobian(
    softmin,
    """
    partial(f[i], x[j])
    = partial(exp(-x[i]) / s, x[j])                                                                                    # 代入定義，分母的和記作$s$ | the definition; the sum below is called $s$
    = (partial(exp(-x[i]), x[j]) * s - exp(-x[i]) * partial(s, x[j])) / s**2                                           # 除法律 | the quotient rule
    = (exp(-x[i]) * exp(-x[i]) - exp(-x[i]) * s) / s**2 if i == j else exp(-x[i]) * exp(-x[j]) / s**2                  # $e^{-x_i}$只在$i=j$時隨$x_j$改變，導數是$-e^{-x_j}$；$s$裡隨$x_j$改變的也只有這樣的一項 | $e^{-x_i}$ changes with $x_j$ only where $i=j$, with the derivative $-e^{-x_j}$; of $s$ only one such term does
    = f[i] * f[i] - f[i] if i == j else f[i] * f[j]                                                                    # 每個指數除以$s$就是一個輸出 | each exponential over $s$ is an output
    = f[i] * f[j] - indicator(i == j) * f[i]                                                                           # 兩種情況合成一式 | both cases in one line
    = f[i] * (f[j] - indicator(i == j))                                                                                # 提出$f_i$ | take out $f_i$

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(f[i] * (f[j] - indicator(i == j)) for j in range(n))    # 上面的結果 | the result above
    = f[i] * (sum(f[j] for j in range(n)) - 1)                    # 克羅內克δ之和是1，因為只有一項不是零 | the deltas add up to 1, for only one of them is not 0
    = 0                                                           # 機率加起來等於1 | probabilities add up to 1

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * f[i] * (f[j] - indicator(i == j)) for i in range(n))    # 上面的結果 | the result above
    = f[j] * sum(g[i] * f[i] for i in range(n)) - g[j] * f[j]            # $f_j$與$i$無關，提到和的外面；δ只留下$i=j$的一項 | $f_j$ does not depend on $i$ and comes out of the sum; the delta keeps the term with $i=j$ alone
    = f[j] * (sum(g[i] * f[i] for i in range(n)) - g[j])                 # 提出$f_j$ | take out $f_j$
    """,
    letters={"s": "sum(exp(-x[k]) for k in range(n))"},
    matrix="f @ f.T - diag(f)",
    example=("0", "-log(2)", "-log(3)"),
)
