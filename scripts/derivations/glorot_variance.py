"""Glorot and Bengio's variance: the harmonic mean of what the way forward and the way back ask for."""

from activation_functions.network import STARTS
from mathematics.derivation import derive


def ours(n: float, m: float) -> float:
    """The variance that `random_network` draws with, of a layer of n inputs and m units."""
    above, outputs = STARTS["glorot"]
    return above / (n + outputs * m)


derivation = derive(
    ours,
    """
    2 / (1 / (1 / n) + 1 / (1 / m))
    = 2 / (n + m)    # 倒數的倒數就是原來的數 | the reciprocal of a reciprocal is the number itself
    """,
)
