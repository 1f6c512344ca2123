"""PyTorch's default for a linear layer: what kaiming_uniform_ makes of a = √5."""

from mathematics.derivation import derive

derivation = derive(
    lambda n: 1 / (3 * n),
    r"""
    (sqrt(3) * sqrt(2 / (1 + sqrt(5)**2)) / sqrt(n))**2 / 3
    = (sqrt(3) * sqrt(1 / 3) / sqrt(n))**2 / 3    # 增益是$\sqrt{\frac{2}{1+5}}$ | the gain is $\sqrt{\frac{2}{1+5}}$
    = (1 / sqrt(n))**2 / 3                        # 界限是$\frac{1}{\sqrt{n}}$ | the bound is $\frac{1}{\sqrt{n}}$
    = 1 / (3 * n)                                 # 均勻分布的變異數是界限平方的三分之一 | a uniform distribution has a third of its squared bound for variance
    """,
)
