"""Quick GELU comes close to GELU with a single sigmoid.

Hendrycks and Gimpel give it as a fast approximation in "Gaussian error linear units (GELUs)", 2016,
arXiv:1606.08415. The name comes from the code of CLIP: Radford and others, "Learning transferable visual models
from natural language supervision", 2021, arXiv:2103.00020.
"""

from fractions import Fraction

from activation_functions.activation import Activation, Floats
from activation_functions.functions import swish

# 1.702 is no double. It is taken in two words, for the exponential magnifies what one word leaves out.
BETA = 1.702
REST = float(Fraction("1.702") - Fraction(BETA))


def value(x: Floats) -> Floats:
    return swish.value(x, BETA, REST)


def slope(x: Floats) -> Floats:
    return swish.slope(x, BETA, REST)


def second(x: Floats) -> Floats:
    return swish.second(x, BETA, REST)


quick_gelu = Activation(
    id="quick_gelu",
    name="Quick GELU",
    formula="x * sigma(1.702 * x)",
    derivative_formula="sigma(1.702 * x) * (1 + 1.702 * x * sigma(-1.702 * x))",
    second_formula="1.702 * sigma(1.702 * x) * sigma(-1.702 * x) * (2 - 1.702 * x * tanh(0.851 * x))",
    zh_hant="只用一個Sigmoid，就近似GELU。",
    en="comes close to GELU with a single sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"hendrycks2016": "introduced", "radford2021": "named"},
    aliases={"geglu-approximate": "diffusers"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "minimum.x": "-(1 + lambertw(exp(-1))) / 1.702",
        "minimum.y": "-lambertw(exp(-1)) / 1.702",
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="它是Swish的一個特例，β是公式裡的那個常數；與GELU接近，但不相等。",
    en_notes="It is Swish with the constant of the formula for beta: close to GELU, and not equal to it.",
)
