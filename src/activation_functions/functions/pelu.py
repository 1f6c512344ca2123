"""PELU is an ELU that learns how steep it is and how far down it goes.

The parametric ELU: Trottier, Giguère and Chaib-draa, "Parametric exponential linear unit for deep convolutional
neural networks", 2017, arXiv:1605.09332.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.functions.celu import quotient


def value(x: Floats, a: float | Floats, b: float | Floats) -> Floats:
    t = np.minimum(x, 0.0) / b
    return np.where(t > -1e-17, a / b * x, a * np.expm1(t))  # as in celu.py


def slope(x: Floats, a: float | Floats, b: float | Floats) -> Floats:
    # exp(t) as the square of h = exp(t / 2), of which one meets a / b before exp(t) gets too small.
    t, error = quotient(np.minimum(x, 0.0), b)
    h = np.exp(t / 2.0)
    return a / b * h * h * (1.0 + error)


def second(x: Floats, a: float | Floats, b: float | Floats) -> Floats:
    t, error = quotient(np.minimum(x, 0.0), b)
    h = np.exp(t / 2.0)
    return np.where(x > 0.0, 0.0, a / b / b * h * h * (1.0 + error))


def partial_a(x: Floats, a: float | Floats, b: float | Floats) -> Floats:
    return value(x, 1.0, b)


def partial_b(x: Floats, a: float | Floats, b: float | Floats) -> Floats:
    # -x / b times the slope, on both sides; on the left it is 0 long before -1500.
    t, error = quotient(np.minimum(x, 0.0), b)
    h = np.exp(t / 2.0)
    return a / b * (-t * h) * h * (1.0 + error) - a / b / b * np.maximum(x, 0.0)


pelu = Activation(
    id="pelu",
    name="PELU",
    formula="a / b * x if x > 0 else a * (exp(x / b) - 1)",
    derivative_formula="a / b if x > 0 else a / b * exp(x / b)",
    second_formula="0 if x > 0 else a / b**2 * exp(x / b)",
    zh_hant="是一個ELU，有多陡、往下多深都由訓練學得。",
    en="is an ELU that learns how steep it is and how far down it goes.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"trottier2017": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"a": partial_a, "b": partial_b},
    parameters={"a": Parameter(default=1.0, above=0.0, learned=True), "b": Parameter(default=1.0, above=0.0, learned=True)},
    kinks=(Kink(at="0", left="a / b", right="a / b"),),
    closed={
        "mean": "a / (b * sqrt(2 * pi)) + a * (exp(1 / (2 * b**2)) * Phi(-1 / b) - 1 / 2)",
        "second_moment": "a**2 * (1 / (2 * b**2) + exp(2 / b**2) * Phi(-2 / b) - 2 * exp(1 / (2 * b**2)) * Phi(-1 / b) + 1 / 2)",
        "slope_mean": "a / b * (1 / 2 + exp(1 / (2 * b**2)) * Phi(-1 / b))",
        "slope_moment": "a**2 / b**2 * (1 / 2 + exp(2 / b**2) * Phi(-2 / b))",
    },
    zh_hant_notes="兩側的斜率在0處都是a/b，跳躍的是二階導數。",
    en_notes="At 0 both slopes are a/b; there it is the second derivative that jumps.",
)
