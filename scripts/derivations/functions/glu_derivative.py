"""GLU's Jacobian: the product rule for each half by itself, and two diagonal blocks side by side; the gate is a sigmoid."""

from activation_functions import glu
from mathematics.jacobian import jacobian

derivation = jacobian(
    glu,
    r"""
    partial(f[i], a[j])
    = partial(a[i] * sigma(b[i]), a[j])    # 代入定義 | the definition
    = sigma(b[i]) * partial(a[i], a[j])    # 另一個因子不含$a_j$，是常數 | the other factor does not hold $a_j$ and is constant
    = indicator(i == j) * sigma(b[i])    # $a_i$只隨自己改變 | $a_i$ changes with itself alone

    partial(f[i], b[j])
    = partial(a[i] * sigma(b[i]), b[j])    # 代入定義 | the definition
    = a[i] * partial(sigma(b[i]), b[j])    # $a_i$不含$b_j$，是常數 | $a_i$ does not hold $b_j$ and is constant
    = a[i] * sigma(b[i]) * (1 - sigma(b[i])) * partial(b[i], b[j])    # Sigmoid的導數；連鎖律 | the derivative of the sigmoid; the chain rule
    = a[i] * sigma(b[i]) * sigma(-b[i]) * partial(b[i], b[j])    # $1-\sigma(b_i)=\sigma(-b_i)$ | $1-\sigma(b_i)=\sigma(-b_i)$
    = indicator(i == j) * a[i] * sigma(b[i]) * sigma(-b[i])    # $b_i$只隨自己改變 | $b_i$ changes with itself alone

    sum(g[i] * partial(f[i], a[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * sigma(b[i]) for i in range(n))    # 上面的第一個結果 | the first result above
    = g[j] * sigma(b[j])    # δ只留下$i=j$的一項 | the delta keeps the term with $i=j$ alone

    sum(g[i] * partial(f[i], b[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * a[i] * sigma(b[i]) * sigma(-b[i]) for i in range(n))    # 上面的第二個結果 | the second result above
    = g[j] * a[j] * sigma(b[j]) * sigma(-b[j])    # 同上 | as before
    """,
    letters={"a[i]": "x[i]", "b[i]": "x[i + n]"},
    example=("2", "3", "0", "log(3)"),
)
