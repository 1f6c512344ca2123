"""Padé divides one polynomial by 1 plus the size of another, and learns the coefficients of both.

The Padé activation unit (PAU), in its safe form with 1 plus an absolute value below: Molina, Schramowski and Kersting,
"Padé activation units: end-to-end learning of flexible activation functions in deep networks", 2020, arXiv:1907.06732.
The default coefficients are the least-squares fit of leaky ReLU between -3 and 3, from which the authors' code starts too.
"""

from collections.abc import Sequence
from functools import partial
from math import perm

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats
Pair = tuple[Floats, Floats]  # a number, and what its rounding dropped

# The terms of the polynomials cancel wherever the curve is small or flat, and its derivatives are differences of nearly
# equal quotients. Everything is therefore computed twice as precisely, as pairs. Far out the powers of x hide what the
# bends of the curve still say, and overflow: there f is x g(1 / x), with g a quotient of the same polynomials backwards.
FAR = 1000.0


def _plus(a: Pair, b: Pair) -> Pair:
    total, rest = two_sum(a[0], b[0])
    return two_sum(total, rest + (a[1] + b[1]))


def _times(a: Pair, b: Pair) -> Pair:
    product, rest = two_product(a[0], b[0])
    return product, rest + (a[0] * b[1] + a[1] * b[0])


def _minus(a: Pair, b: Pair) -> Pair:
    return _plus(a, (-b[0], -b[1]))


def _over(a: Pair, b: Pair) -> Pair:
    first: Floats = a[0] / b[0]
    left = _minus(a, _times((first, np.zeros_like(first)), b))
    return first, (left[0] + left[1]) / b[0]


def _polynomial(coefficients: Sequence[Learned], x: Pair, order: int) -> Pair:
    """The derivative of this order of c0 + c1 x + c2 x^2 + …, by Horner's rule."""
    result: Pair = np.zeros_like(x[0]), np.zeros_like(x[0])
    for k in range(len(coefficients) - 1, order - 1, -1):
        result = _plus(_times(result, x), two_product(perm(k, order), np.asarray(coefficients[k]) + 0.0 * x[0]))
    return result


def _quotients(above: Sequence[Learned], below: Sequence[Learned], bare: Sequence[float], x: Pair, sign: Floats, order: int) -> list[Pair]:
    """above / (bare + sign * below) and its derivatives up to this order, each from those before it."""
    turned = [sign * np.asarray(c) + plain for c, plain in zip(below, bare, strict=True)]
    divisors = [_polynomial(turned, x, k) for k in range(order + 1)]
    found: list[Pair] = []
    for n in range(order + 1):
        rest = _polynomial(above, x, n)
        for k in range(1, n + 1):
            times = float(perm(n, k) // perm(k, k))
            product = _times(divisors[k], found[n - k])
            rest = _minus(rest, (times * product[0], times * product[1]))
        found.append(_over(rest, divisors[0]))
    return found


def _near(x: Floats, a: Sequence[Learned], b: Sequence[Learned], order: int) -> Floats:
    point = x, np.zeros_like(x)
    high, low = _quotients(a, [0.0, *b], [1.0, 0.0, 0.0, 0.0, 0.0], point, _side(x, b), order)[order]
    return high + low


def _side(x: Floats, b: Sequence[Learned]) -> Floats:
    """The sign of b1 x + … + b4 x^4; at 0 the one just left of it. Close to 0, where powers vanish, the first term decides."""
    first = np.where(np.equal(b[0], 0.0), np.sign(b[1]), np.where(x > 0.0, 1.0, -1.0) * np.sign(b[0]))
    return np.where(np.abs(x) < 1e-100, first, np.sign(_polynomial([0.0, *b], (x, np.zeros_like(x)), 0)[0]))


def _far(x: Floats, a: Sequence[Learned], b: Sequence[Learned], order: int) -> Floats:
    y: Floats = 1.0 / x
    product, rest = two_product(y, x)
    error = y * ((1.0 - product) - rest)
    point = y, np.where(np.isfinite(error), error, 0.0)
    below = [*b[::-1], 0.0]
    sign = np.sign(_polynomial(below, point, 0)[0])
    found = _quotients(a[::-1], below, [0.0, 0.0, 0.0, 0.0, 1.0], point, sign, order)
    if order == 0:
        return x * (found[0][0] + found[0][1])
    if order == 1:
        high, low = _minus(found[0], _times(point, found[1]))
        return high + low
    return (found[2][0] + found[2][1]) * y * y * y


def _curve(x: Floats, order: int, coefficients: Sequence[Learned]) -> Floats:
    far = np.abs(x) > FAR
    result = _near(np.where(far, 0.0, x), coefficients[:6], coefficients[6:], order)
    if far.any():
        there = [c[far] if isinstance(c, np.ndarray) else c for c in coefficients]
        ends = np.isinf(x[far])
        grown = _far(np.where(ends, np.copysign(1e60, x[far]), x[far]), there[:6], there[6:], order)
        # At the ends only the leading power is left: it is out of range, or gone, or a constant.
        end = np.where(np.abs(grown) > 1e30, np.copysign(np.inf, grown), np.where(np.abs(grown) < 1e-30, 0.0, grown))
        result[far] = np.where(ends, end, grown)
    return result


def value(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 0, [*coefficients.values()])


def slope(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 1, [*coefficients.values()])


def second(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 2, [*coefficients.values()])


def _share(k: int, x: Floats, b: Sequence[Learned], times: Floats) -> Floats:
    """times * x^k over the denominator; far out both over x^4, with one power of 1 / x after the other."""
    far = np.abs(x) > FAR
    near, y = np.where(far, 0.0, x), 1.0 / np.where(far, x, 1.0)
    below = _polynomial([0.0, *b], (near, np.zeros_like(x)), 0)[0]
    turned = _polynomial([*b[::-1], 0.0], (y, np.zeros_like(x)), 0)[0]
    power = times * x if k == 5 else times
    for _ in range(4 - k):
        power = power * y
    return np.where(far, power / (np.abs(turned) + y**4), times * near**k / (1.0 + np.abs(below)))


def partial_a(k: int, x: Floats, **coefficients: Learned) -> Floats:
    return _share(k, x, [*coefficients.values()][6:], np.ones_like(x))


def partial_b(k: int, x: Floats, **coefficients: Learned) -> Floats:
    b = [*coefficients.values()][6:]
    return -_side(np.clip(x, -1e60, 1e60), b) * _share(k, x, b, value(x, **coefficients))


ABOVE = "a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5"
ABOVE_1 = "a1 + 2 * a2 * x + 3 * a3 * x**2 + 4 * a4 * x**3 + 5 * a5 * x**4"
ABOVE_2 = "2 * a2 + 6 * a3 * x + 12 * a4 * x**2 + 20 * a5 * x**3"
BELOW = "b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4"
BELOW_1 = "b1 + 2 * b2 * x + 3 * b3 * x**2 + 4 * b4 * x**3"
BELOW_2 = "2 * b2 + 6 * b3 * x + 12 * b4 * x**2"
FIT = {"a0": 0.0335582, "a1": 0.505, "a2": 1.65345, "a3": 2.01002625, "a4": 0.931912, "a5": 0.15242415, "b1": 0.0, "b2": 3.98025, "b3": 0.0, "b4": 0.30183}


def _slope_line(sign: str) -> str:
    return f"({ABOVE_1}) / (1 {sign} ({BELOW})) {'-' if sign == '+' else '+'} ({ABOVE}) * ({BELOW_1}) / (1 {sign} ({BELOW}))**2"


def _second_line(sign: str) -> str:
    turned = "-" if sign == "+" else "+"
    return (
        f"({ABOVE_2}) / (1 {sign} ({BELOW})) {turned} (2 * ({ABOVE_1}) * ({BELOW_1}) + ({ABOVE}) * ({BELOW_2})) / (1 {sign} ({BELOW}))**2"
        f" + 2 * ({ABOVE}) * ({BELOW_1})**2 / (1 {sign} ({BELOW}))**3"
    )


pade = Activation(
    id="pade",
    name="Padé",
    formula=f"({ABOVE}) / (1 + abs({BELOW}))",
    derivative_formula=f"{_slope_line('+')} if {BELOW} >= 0 else {_slope_line('-')}",
    second_formula=f"{_second_line('+')} if {BELOW} >= 0 else {_second_line('-')}",
    zh_hant="把一個多項式除以1加上另一個多項式的絕對值，兩者的係數都由訓練學得。",
    en="divides one polynomial by 1 plus the size of another, and learns the coefficients of both.",
    story=__doc__,
    family="learned",
    sources={"molina2020": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={f"a{k}": partial(partial_a, k) for k in range(6)} | {f"b{k}": partial(partial_b, k) for k in range(1, 5)},
    parameters={name: Parameter(default=value, learned=True) for name, value in FIT.items()},
    kinks=(Kink(at="0", left="a1 + a0 * abs(b1)", right="a1 - a0 * abs(b1)"),),
    zh_hant_notes="預設的係數在−3到3之間貼近leaky ReLU；再往外走，兩側都會彎向斜率相同的直線。分母裡的多項式在0以外變號的地方，也是轉折點。",
    en_notes="The default coefficients follow leaky ReLU between -3 and 3; further out both sides bend towards lines of the same slope. "
    "Where the polynomial in the denominator changes its sign away from 0, there are further kinks.",
)
