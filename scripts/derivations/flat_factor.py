"""With the same step, the error along the flattest direction shrinks by the same factor and keeps its sign."""

from mathematics.derivation import derive

derivation = derive(
    lambda lam1, lam2: 1 - lam2 * (2 / (lam1 + lam2)),
    """
    1 - 2 * lam2 / (lam1 + lam2)
    = (lam1 - lam2) / (lam1 + lam2)                # 通分 | one common denominator
    = (lam1/lam2 - 1) / (lam1/lam2 + 1)            # 上下同除以較小的特徵值 | divide above and below by the smaller eigenvalue
    """,
)
