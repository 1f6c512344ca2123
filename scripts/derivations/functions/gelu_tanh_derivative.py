"""GELU (tanh)'s slope: the product rule, then the chain rule through the cubic inside."""

from activation_functions import gelu_tanh
from activation_functions.functions.gelu_tanh import U
from mathematics.derivation import derive

derivation = derive(
    gelu_tanh.derivative,
    f"""
    D(x * (1 + tanh({U})) / 2)
    = (1 + tanh({U})) / 2 + x * D(tanh({U})) / 2   # 乘積法則 | the product rule
    = (1 + tanh({U})) / 2 + x * sech({U})**2 * D({U}) / 2   # 連鎖律，以及tanh的導數 | the chain rule, and the derivative of tanh
    = (1 + tanh({U})) / 2 + x * sech({U})**2 * sqrt(2 / pi) * (1 + 0.134145 * x**2) / 2   # 三次式逐項微分 | the cubic, term by term
    """,
)
