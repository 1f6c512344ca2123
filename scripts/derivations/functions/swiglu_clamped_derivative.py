"""The Jacobian of clamped SwiGLU: as for SwiGLU between the limits, and 0 for what is cut off."""

from activation_functions import swiglu_clamped
from mathematics.jacobian import jacobian

derivation = jacobian(
    swiglu_clamped,
    r"""
    partial(f[i], a[j])
    = partial((c[i] + beta) * d[i] * sigma(alpha * d[i]), a[j])    # 代入定義，截過的兩半記作$c$與$d$ | the definition; the two halves after cutting are called $c$ and $d$
    = d[i] * sigma(alpha * d[i]) * partial(c[i], a[j])    # 其餘的因子不含$a_j$，β是常數 | the other factors do not hold $a_j$, and β is constant
    = indicator(i == j) * u[i] * d[i] * sigma(alpha * d[i])    # $c_i$只隨$a_i$改變；在上下限之間是$a_i$，導數是1，截去的部分是常數，導數是零；恰好在上下限時沒有導數，程式取左側的 | $c_i$ changes with $a_i$ alone; between the limits it is $a_i$ with the derivative 1, cut off it is constant with the derivative 0; right at a limit there is no derivative, and the code takes that of the left

    partial(f[i], b[j])
    = partial((c[i] + beta) * d[i] * sigma(alpha * d[i]), b[j])    # 代入定義 | the definition
    = (c[i] + beta) * partial(d[i] * sigma(alpha * d[i]), b[j])    # $c_i$不含$b_j$，是常數 | $c_i$ does not hold $b_j$ and is constant
    = (c[i] + beta) * (sigma(alpha * d[i]) * partial(d[i], b[j]) + d[i] * partial(sigma(alpha * d[i]), b[j]))    # 乘積法則用在$d_i$與它的閘上 | the product rule for $d_i$ and its gate
    = (c[i] + beta) * (sigma(alpha * d[i]) + alpha * d[i] * sigma(alpha * d[i]) * sigma(-alpha * d[i])) * partial(d[i], b[j])    # Sigmoid的導數是它乘上輸入變號後的Sigmoid；連鎖律帶出α | the derivative of the sigmoid is the sigmoid times that of the negative; the chain rule brings out α
    = (c[i] + beta) * sigma(alpha * d[i]) * (1 + alpha * d[i] * sigma(-alpha * d[i])) * partial(d[i], b[j])    # 提出Sigmoid | take out the sigmoid
    = indicator(i == j) * v[i] * (c[i] + beta) * sigma(alpha * d[i]) * (1 + alpha * d[i] * sigma(-alpha * d[i]))    # $d_i$只隨$b_i$改變；不超過上限時是$b_i$，超過就是常數；恰好在上限時程式取左側的導數 | $d_i$ changes with $b_i$ alone; up to the limit it is $b_i$, above it is constant; right at the limit the code takes the derivative of the left

    sum(g[i] * partial(f[i], a[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * u[i] * d[i] * sigma(alpha * d[i]) for i in range(n))    # 上面的第一個結果 | the first result above
    = g[j] * u[j] * d[j] * sigma(alpha * d[j])    # δ只留下$i=j$的一項 | the delta keeps the term with $i=j$ alone

    sum(g[i] * partial(f[i], b[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * v[i] * (c[i] + beta) * sigma(alpha * d[i]) * (1 + alpha * d[i] * sigma(-alpha * d[i])) for i in range(n))    # 上面的第二個結果 | the second result above
    = g[j] * v[j] * (c[j] + beta) * sigma(alpha * d[j]) * (1 + alpha * d[j] * sigma(-alpha * d[j]))    # 同上 | as before
    """,
    letters={
        "a[i]": "x[i]",
        "b[i]": "x[i + n]",
        "c[i]": "max(-limit, min(a[i], limit))",
        "d[i]": "min(b[i], limit)",
        "u[i]": "indicator(a[i] > -limit) * indicator(a[i] <= limit)",
        "v[i]": "indicator(b[i] <= limit)",
    },
    gap="limit - x[k + n], limit - x[k], x[k] + limit",
    example=("2", "9", "0", "1"),
)
