"""With the best constant step, the error along the steepest direction is turned round at each step and shrinks a little."""

from mathematics.derivation import derive

derivation = derive(
    lambda lam1, lam2: 1 - lam1 * (2 / (lam1 + lam2)),
    """
    1 - 2 * lam1 / (lam1 + lam2)
    = (lam2 - lam1) / (lam1 + lam2)                # 通分 | one common denominator
    = -((lam1/lam2 - 1) / (lam1/lam2 + 1))         # 上下同除以較小的特徵值 | divide above and below by the smaller eigenvalue
    """,
)
