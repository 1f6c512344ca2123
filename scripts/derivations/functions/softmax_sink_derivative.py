"""The Jacobian of softmax with a sink is that of softmax, but its rows do not add up to 0: the sink does not move along."""

from activation_functions import softmax_sink
from mathematics.jacobian import jacobian

derivation = jacobian(
    softmax_sink,
    """
    partial(f[i], x[j])
    = partial(exp(x[i]) / z, x[j])                                                                                     # 代入定義，整個分母記作$z$ | the definition; all that stands below is called $z$
    = (partial(exp(x[i]), x[j]) * z - exp(x[i]) * partial(z, x[j])) / z**2                                             # 除法律 | the quotient rule
    = (exp(x[i]) * z - exp(x[i]) * exp(x[i])) / z**2 if i == j else -exp(x[i]) * exp(x[j]) / z**2                      # $e^{x_i}$只在$i=j$時隨$x_j$改變；$z$裡隨$x_j$改變的只有一項，$e^s$不變 | $e^{x_i}$ changes with $x_j$ only where $i=j$; of $z$ only one term does, and $e^s$ stays
    = f[i] - f[i] * f[i] if i == j else -f[i] * f[j]                                                                   # 每個指數除以$z$就是一個輸出 | each exponential over $z$ is an output
    = indicator(i == j) * f[i] - f[i] * f[j]                                                                           # 兩種情況合成一式 | both cases in one line
    = f[i] * (indicator(i == j) - f[j])                                                                                # 提出$f_i$ | take out $f_i$

    sum(partial(f[i], x[j]) for j in range(n))
    = sum(f[i] * (indicator(i == j) - f[j]) for j in range(n))    # 上面的結果 | the result above
    = f[i] * (1 - sum(f[j] for j in range(n)))                    # 克羅內克δ之和是1，因為只有一項不是零 | the deltas add up to 1, for only one of them is not 0
    = f[i] * exp(s) / z                                           # 所有的輸出與$e^s/z$加起來等於1；不是零，因為$s$沒有跟著輸入一起增加 | all outputs and $e^s/z$ add up to 1; this is not 0, for $s$ does not grow along with the inputs

    sum(g[i] * partial(f[i], x[j]) for i in range(n))
    = sum(g[i] * f[i] * (indicator(i == j) - f[j]) for i in range(n))    # 上面的結果 | the result above
    = g[j] * f[j] - f[j] * sum(g[i] * f[i] for i in range(n))            # δ只留下$i=j$的一項；$f_j$與$i$無關，提到和的外面 | the delta keeps the term with $i=j$ alone; $f_j$ does not depend on $i$ and comes out of the sum
    = f[j] * (g[j] - sum(g[i] * f[i] for i in range(n)))                 # 提出$f_j$ | take out $f_j$
    """,
    letters={"z": "exp(s) + sum(exp(x[k]) for k in range(n))"},
    matrix="diag(f) - f @ f.T",
    example=("0", "log(2)", "log(4)"),
)
