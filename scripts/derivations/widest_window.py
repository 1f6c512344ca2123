"""Where the window of inputs with a factor of at least one is widest: a maximum found by setting a derivative to zero."""

from flint import arb

from activation_functions import tanh
from mathematics.curve import Curve
from mathematics.derivation import derive
from mathematics.roots import roots

derivation = derive(
    lambda x: float(tanh.derivative(x) * (1 - 2 * x * tanh(x))),
    """
    D(x * (1 - tanh(x)**2))
    = (1 - tanh(x)**2) - 2 * x * tanh(x) * (1 - tanh(x)**2)    # 乘積法則；$\\tanh'x=1-\\tanh^2x$ | the product rule; $\\tanh'x=1-\\tanh^2x$
    = (1 - tanh(x)**2) * (1 - 2 * x * tanh(x))                 # 提出公因式；它永遠大於零 | take out the common factor, which is always positive
    """,
)


def numbers() -> dict[str, arb]:
    """The only root of 2x tanh x = 1 to the right of zero, and what follows from it."""
    condition = Curve("2 * x * tanh(x) - 1", "2 * tanh(x) + 2 * x * (1 - tanh(x)**2)", "4 * (1 - tanh(x)**2) * (1 - x * tanh(x))")
    (x,) = roots(condition, condition.formula, condition.derivative, arb("0.01"), arb(16))
    cosh2 = x.cosh() ** 2
    return {"x": x, "width": x / cosh2, "weight": 4 * cosh2, "ends": 2 * x}
