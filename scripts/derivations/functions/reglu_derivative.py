"""ReGLU's Jacobian: the product rule for each half by itself, and two diagonal blocks side by side; the gate is ReLU."""

from activation_functions import reglu
from mathematics.jacobian import jacobian

derivation = jacobian(
    reglu,
    """
    partial(f[i], a[j])
    = partial(a[i] * max(0, b[i]), a[j])    # 代入定義 | the definition
    = max(0, b[i]) * partial(a[i], a[j])    # 另一個因子不含$a_j$，是常數 | the other factor does not hold $a_j$ and is constant
    = indicator(i == j) * max(0, b[i])    # $a_i$只隨自己改變 | $a_i$ changes with itself alone

    partial(f[i], b[j])
    = partial(a[i] * max(0, b[i]), b[j])    # 代入定義 | the definition
    = a[i] * partial(max(0, b[i]), b[j])    # $a_i$不含$b_j$，是常數 | $a_i$ does not hold $b_j$ and is constant
    = a[i] * indicator(b[i] > 0) * partial(b[i], b[j])    # $b_i$為正時是直線，為負時恆為零；在零處沒有導數，程式取零 | a straight line where $b_i$ is positive, constantly 0 where it is negative; at 0 there is no derivative, and the code takes 0
    = indicator(i == j) * a[i] * indicator(b[i] > 0)    # $b_i$只隨自己改變 | $b_i$ changes with itself alone

    sum(g[i] * partial(f[i], a[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * max(0, b[i]) for i in range(n))    # 上面的第一個結果 | the first result above
    = g[j] * max(0, b[j])    # δ只留下$i=j$的一項 | the delta keeps the term with $i=j$ alone

    sum(g[i] * partial(f[i], b[j]) for i in range(n))
    = sum(g[i] * indicator(i == j) * a[i] * indicator(b[i] > 0) for i in range(n))    # 上面的第二個結果 | the second result above
    = g[j] * a[j] * indicator(b[j] > 0)    # 同上 | as before
    """,
    letters={"a[i]": "x[i]", "b[i]": "x[i + n]"},
    gap="x[k + n]",
    example=("3", "4", "2", "-1"),
)
