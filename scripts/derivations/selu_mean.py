"""SELU's mean for a standard normal input, and the only alpha that makes it 0."""

from mathematics.derivation import derive

derivation = derive(
    None,
    """
    lam * phi(0) + lam * alpha * (exp(1 / 2) * Phi(-1) - 1 / 2)
    = lam * phi(0) - lam * alpha * (1 / 2 - exp(1 / 2) * Phi(-1))    # 把負號提出來；括號裡是正數 | take the minus out; what is in brackets is positive
    = lam * (1 / 2 - exp(1 / 2) * Phi(-1)) * (phi(0) / (1 / 2 - exp(1 / 2) * Phi(-1)) - alpha)    # 提出$\\lambda$與括號：只有一個$\\alpha$使它等於$0$ | take out $\\lambda$ and the brackets: one $\\alpha$ alone makes it $0$
    """,
)
