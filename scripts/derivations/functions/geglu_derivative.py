"""GEGLU's Jacobian: the product rule for each half by itself, and two diagonal blocks side by side; the gate is GELU."""

from activation_functions import geglu
from mathematics.jacobian import jacobian

derivation = jacobian(
    geglu,
    """
    partial(f[i], a[j])
    = partial(a[i] * b[i] * Phi(b[i]), a[j])    # 代入定義 | the definition
    = b[i] * Phi(b[i]) * partial(a[i], a[j])    # 另一個因子不含$a_j$，是常數 | the other factor does not hold $a_j$ and is constant
    = indicator(i == j) * b[i] * Phi(b[i])    # $a_i$只隨自己改變 | $a_i$ changes with itself alone

    partial(f[i], b[j])
    = partial(a[i] * b[i] * Phi(b[i]), b[j])    # 代入定義 | the definition
    = a[i] * partial(b[i] * Phi(b[i]), b[j])    # $a_i$不含$b_j$，是常數 | $a_i$ does not hold $b_j$ and is constant
    = a[i] * (Phi(b[i]) * partial(b[i], b[j]) + b[i] * partial(Phi(b[i]), b[j]))    # 乘積法則用在$b_i$與它的閘上 | the product rule for $b_i$ and its gate
    = a[i] * (Phi(b[i]) + b[i] * phi(b[i])) * partial(b[i], b[j])    # 分布函數的導數是密度 | the derivative of a distribution function is its density
    = indicator(i == j) * a[i] * (Phi(b[i]) + b[i] * phi(b[i]))    # $b_i$只隨自己改變 | $b_i$ changes with itself alone

    sum(g[i] * partial(f[i], a[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * b[i] * Phi(b[i]) for i in range(n))    # 上面的第一個結果 | the first result above
    = g[j] * b[j] * Phi(b[j])    # δ只留下$i=j$的一項 | the delta keeps the term with $i=j$ alone

    sum(g[i] * partial(f[i], b[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * a[i] * (Phi(b[i]) + b[i] * phi(b[i])) for i in range(n))    # 上面的第二個結果 | the second result above
    = g[j] * a[j] * (Phi(b[j]) + b[j] * phi(b[j]))    # 同上 | as before
    """,
    letters={"a[i]": "x[i]", "b[i]": "x[i + n]"},
    example=("2", "3", "0", "1"),
)
