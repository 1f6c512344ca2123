"""SELU's second moment for a standard normal input, once alpha is known."""

from mathematics.derivation import derive

derivation = derive(
    None,
    """
    lam**2 / 2 + lam**2 * alpha**2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2)
    = lam**2 * (1 / 2 + alpha**2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2))    # 提出$\\lambda^2$：只有一個正的$\\lambda$使它等於$1$ | take out $\\lambda^2$: one positive $\\lambda$ alone makes it $1$
    """,
)
