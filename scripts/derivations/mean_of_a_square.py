"""The mean of x² for x uniform on (0, 1), as a variance and the square of a mean."""

from mathematics.derivation import derive

derivation = derive(
    None,
    r"""
    integral(x**2)
    = integral((x - 1/2)**2) + integral(x) - 1/4    # 展開$(x-\frac{1}{2})^2$，再移項 | expand $(x-\frac{1}{2})^2$ and move its terms
    = 1/12 + 1/2 - 1/4                              # 三個積分的值 | the values of the three integrals
    = 1/12 + 1/4                                    # 變異數，加上平均值的平方 | the variance, plus the square of the mean
    """,
)
