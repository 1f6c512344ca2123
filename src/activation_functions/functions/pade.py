"""Padé divides one polynomial by 1 plus the size of another, and learns the coefficients of both.

The Padé activation unit (PAU), in its safe form with 1 plus an absolute value below: Molina, Schramowski and Kersting,
"Padé activation units: end-to-end learning of flexible activation functions in deep networks", 2020, arXiv:1907.06732.
The default coefficients are the least-squares fit of leaky ReLU between -3 and 3, from which the authors' code starts too.
"""

from collections.abc import Sequence
from functools import partial
from math import perm

import numpy as np

from activation_functions.activation import Activation, Array, Floats, Kink, Parameter
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats
Pair = tuple[Floats, Floats]  # a number, and what its rounding dropped

# The terms of the polynomials cancel wherever the curve is small or flat, and its derivatives are differences of nearly
# equal quotients. Everything is therefore computed twice as precisely, as pairs. Far out the powers of x hide what the
# bends of the curve still say, and overflow: there f is x g(1 / x), with g a quotient of the same polynomials backwards,
# and powers of two are kept apart. A whole power far beyond all others stands for an infinity, or for 0 seen from the left.
FAR, SMALL, BEYOND = 1000.0, 1e-20, 100_000


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


def _quotients(above: Sequence[Learned], below: Sequence[Learned], bare: Sequence[Learned], x: Pair, sign: Floats, order: int) -> list[Pair]:
    """above / (bare + sign * below) and its derivatives up to this order, each from those before it."""
    turned = [sign * np.asarray(c) + plain for c, plain in zip(below, bare, strict=True)]
    bottom, *divisors = (_polynomial(turned, x, k) for k in range(order + 1))
    divisors.insert(0, _not_zero(bottom))
    found: list[Pair] = []
    for n in range(order + 1):
        rest = _polynomial(above, x, n)
        for k in range(1, n + 1):
            times = float(perm(n, k) // perm(k, k))
            product = _times(divisors[k], found[n - k])
            rest = _minus(rest, (times * product[0], times * product[1]))
        found.append(_over(rest, divisors[0]))
    return found


def _not_zero(bottom: Pair) -> Pair:
    """Where huge terms of a denominator cancel, the 1 beside them may have been too small to be seen."""
    return np.maximum(bottom[0], 2.0**-300), bottom[1]


def _near(x: Floats, a: Sequence[Learned], b: Sequence[Learned], order: int) -> Floats:
    point = x, np.zeros_like(x)
    above, power = _apart(a, np.zeros((), np.intp))
    high, low = _quotients(above, [0.0, *b], [1.0, 0.0, 0.0, 0.0, 0.0], point, _side(x, b), order)[order]
    result: Floats = np.ldexp(high + low, power)
    return result


def _side(x: Floats, b: Sequence[Learned]) -> Floats:
    """The sign of b1 x + … + b4 x^4; at 0 the one just left of it. Powers of a small x would vanish: there powers of two are kept apart."""
    small = np.abs(x) < SMALL
    sign = np.sign(_polynomial([0.0, *b], (x, np.zeros_like(x)), 0)[0])
    if small.any():
        m, e = np.frexp(x[small])
        m, e = np.where(m == 0.0, -0.5, m), np.where(m == 0.0, -BEYOND, e)
        scaled, _ = _apart([0.0, *_among(small, b)], e)
        sign[small] = np.sign(_polynomial(scaled, (m, np.zeros_like(m)), 0)[0])
    return sign


def _among(chosen: Array, coefficients: Sequence[Learned]) -> list[Learned]:
    """Of learned arrays the chosen entries."""
    return [c[chosen] if isinstance(c, np.ndarray) else c for c in coefficients]


def _apart(coefficients: Sequence[Learned], e: Floats) -> tuple[list[Floats], Floats]:
    """c0, c1 2^e, c2 4^e, … over a common power of two, the size of the largest, and its exponent."""
    split = [np.frexp(c) for c in coefficients]
    exponents = [np.where(np.equal(m, 0.0), -9 * BEYOND, i + k * e) for k, (m, i) in enumerate(split)]
    most = np.max(exponents, axis=0)
    return [np.ldexp(m, np.maximum(i - most, -2000)) for (m, _), i in zip(split, exponents, strict=True)], most


def _far(x: Floats, a: Sequence[Learned], b: Sequence[Learned], order: int) -> tuple[Floats, Floats, Floats]:
    """The derivative of this order as a number and a power of two it is to be multiplied by; and the sign below."""
    m, e = np.frexp(x)
    m, e = np.where(np.isinf(x), np.copysign(0.5, x), m), np.where(np.isinf(x), BEYOND, e)
    y: Floats = 1.0 / m  # 1 / x is y 2^-e
    product, rest = two_product(y, m)
    point = y, y * ((1.0 - product) - rest)
    above, up = _apart(a[::-1], -e)
    (*below, bare), down = _apart([*b[::-1], 1.0], -e)
    below.append(np.zeros_like(x))
    sign = np.sign(_polynomial(below, point, 0)[0])
    if order == 1:
        high, low = _line_and_rest(above, [sign * c for c in below[:4]] + [bare], point)
        return high + low, up - down, sign
    high, low = _quotients(above, below, [0.0, 0.0, 0.0, 0.0, bare], point, sign, order)[order]
    return ((high + low) * m, e + up - down, sign) if order == 0 else ((high + low) * y * y * y, up - down - e, sign)


def _line_and_rest(above: Sequence[Learned], below: Sequence[Learned], y: Pair) -> Pair:
    """g - y g', the slope of x g(1 / x), for g = A / B: (A - y A' + g y B') / B, where the line that A may hold has dropped out."""
    bottom = _not_zero(_polynomial(below, y, 0))
    g = _over(_polynomial(above, y, 0), bottom)
    turned = _polynomial([c * float(1 - k) for k, c in enumerate(above)], y, 0)
    steep = _polynomial([c * float(k) for k, c in enumerate(below)], y, 0)
    return _over(_plus(turned, _times(g, steep)), bottom)


def _curve(x: Floats, order: int, coefficients: Sequence[Learned]) -> Floats:
    far = np.abs(x) > FAR
    result = _near(np.where(far, 0.0, x), coefficients[:6], coefficients[6:], order)
    if far.any():
        there = _among(far, coefficients)
        number, power, _ = _far(x[far], there[:6], there[6:], order)
        result[far] = np.ldexp(number, power)
    return result


def value(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 0, [*coefficients.values()])


def slope(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 1, [*coefficients.values()])


def second(x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 2, [*coefficients.values()])


def partial_a(k: int, x: Floats, **coefficients: Learned) -> Floats:
    return _curve(x, 0, [*_power(k), *[*coefficients.values()][6:]])  # x^k over the denominator


def _power(k: int) -> list[float]:
    return [float(i == k) for i in range(6)]


def partial_b(k: int, x: Floats, **coefficients: Learned) -> Floats:
    """-f times x^k over the denominator, with the sign of the polynomial below."""
    a, b = [*coefficients.values()][:6], [*coefficients.values()][6:]
    far = np.abs(x) > FAR
    near = np.where(far, 0.0, x)
    result = -_side(near, b) * _near(near, a, b, 0) * _near(near, _power(k), b, 0)
    if far.any():
        there = _among(far, b)
        (value, i, sign), (share, j, _) = (_far(x[far], above, there, 0) for above in (_among(far, a), _power(k)))
        result[far] = np.ldexp(-sign * value * share, i + j)
    return result


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
