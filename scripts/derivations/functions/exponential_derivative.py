"""The exponential is its own slope: what is left of its quotient does not depend on x."""

from activation_functions import exponential
from mathematics.derivation import derive

derivation = derive(
    exponential.derivative,
    """
    D(exp(x))
    = exp(x)    # 以e為底的指數，導數就是自己；e正是這樣選的 | to the base e the exponential is its own derivative; that is how e is chosen
    """,
)
