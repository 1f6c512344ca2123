"""One line, four readings: they agree with each other, and each refuses what it cannot say."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import flint
import numpy as np
import pytest
import sympy as sp
from flint import acb, arb

from activation_functions import ALL
from mathematics import formula
from mathematics.balls import analytic, exact
from mathematics.formula import algebra, ball, jet, matrices, naive, value
from mathematics.typesetting import tex

LINES = sorted(
    {line for f in ALL.values() if not f.mixes for line in (f.formula, f.derivative_formula, f.second_formula) if line}
    | {"sqrt(1 + x**2)", "sin(x) * cos(2 * x)", "erf(x) / 2", "min(x, 1)", "abs(x)", "asin(x / 9)", "x**-2", "(1 + x**2) ** 0.3", "phi(x)", "2 ** x"}
)
PARAMETERS = {name: Fraction(repr(p.default)) for f in ALL.values() for name, p in f.parameters.items()} | {"alpha": Fraction(3, 10), "beta": Fraction(7, 4)}


@pytest.mark.parametrize("line", LINES)
def test_the_readings_agree(line: str) -> None:
    flint.ctx.prec = 120
    settings = {name: setting for name, setting in PARAMETERS.items() if name in formula.names(line)}
    expression = algebra(line).subs({sp.Symbol(name, positive=True): sp.Rational(setting) for name, setting in settings.items()})
    for x in (Fraction(-17, 5), Fraction(-3, 7), Fraction(1, 9), Fraction(22, 7)):
        digits = ball(line, x=exact(x), **{name: exact(setting) for name, setting in settings.items()})
        symbolic = sp.N(expression.subs(formula.x_symbol(), sp.Rational(x)), 30)
        assert abs(exact(str(symbolic)) - digits) < arb(10) ** -25, x
        if "erf" not in line:
            plain = float(naive(line, x=float(x), **{name: float(setting) for name, setting in settings.items()}))
            assert plain == pytest.approx(float(digits), rel=1e-12), x


@pytest.mark.parametrize(
    ("line", "shown"),
    {
        # Brackets where they are needed, and only there.
        "a - (b - c)": "a - (b - c)",
        "a - b - c": "a - b - c",
        "(a + b) * c": r"(a + b) \, c",
        "a * (b * c)": r"a \, b \, c",
        "a * -b": r"a \, (-b)",
        "a - -b": "a - (-b)",
        "a * (-b * c)": r"a \, (-b \, c)",
        "-(a + b)": "-(a + b)",
        "-x**2": "-x^{2}",
        "(-x) ** 2": "(-x)^{2}",
        "(a / b) ** 2": r"\left(\frac{a}{b}\right)^{2}",
        "(a**b) ** c": "(a^{b})^{c}",
        "a ** (b + c)": "a^{b + c}",
        # The author's order stays.
        "x + 1": "x + 1",
        "1 + x": "1 + x",
        "x * 2": r"x \cdot 2",
        "2 * x": r"2 \, x",
        "1 / (1 + exp(-x))": r"\frac{1}{1 + e^{-x}}",
        # Words, and powers of words.
        "exp(-x**2 / 2)": r"e^{\frac{-x^{2}}{2}}",
        "sigma(x) ** 2": r"\sigma^{2}(x)",
        "sigma(a / b)": r"\sigma \left(\frac{a}{b}\right)",
        "log(1 + exp(beta * x)) / beta": r"\frac{\ln (1 + e^{\beta \, x})}{\beta}",
        "exp(x) ** 2": "(e^{x})^{2}",
        "max(0, x)": r"\max(0, x)",
        "D(x * sigma(x))": r"\frac{d}{dx} (x \, \sigma (x))",
        # Branches.
        "1 if x > 6 else x if x >= 0 else -x": r"\begin{cases} 1, & x > 6 \\ x, & 0 \le x \le 6 \\ -x, & x < 0 \end{cases}",
        "x if x > 0 else alpha * x": r"\begin{cases} x, & x > 0 \\ \alpha \, x, & x \le 0 \end{cases}",
        "0 if x <= 0 else 1": r"\begin{cases} 0, & x \le 0 \\ 1, & x > 0 \end{cases}",
        "1 if x > 0 else (-1 if x < 0 else 0)": r"\begin{cases} 1, & x > 0 \\ -1, & x < 0 \\ 0, & x = 0 \end{cases}",
        "2 * (1 if x > 0 else 0)": r"2 \, \left(\begin{cases} 1, & x > 0 \\ 0, & x \le 0 \end{cases}\right)",
        # Letters, sums, matrices.
        "x1 + w_out": r"x_{1} + w_{out}",
        "exp(x[i]) / sum(exp(x[j]) for j in range(n))": r"\frac{e^{x_{i}}}{\sum_{j} e^{x_{j}}}",
        "W2 @ (W1 @ x + b1)": r"W_{2} \, (W_{1} \, x + b_{1})",
        "(A @ B).T": r"(A \, B)^{\mathsf T}",
        "hadamard(delta, df(z))": r"\delta \odot f'(z)",
    }.items(),
)
def test_tex_keeps_the_shape(line: str, shown: str) -> None:
    assert tex(line) == shown


READINGS = {"tex": tex, "algebra": algebra, "ball": lambda line: ball(line, x=arb(1)), "naive": lambda line: naive(line, x=1.0)}


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@pytest.mark.parametrize("line", ["x +", "1 if 0 < x < 1 else 0", "1 if x > 0 and x < 2 else 0"])
def test_what_no_reading_takes(reading: Callable[[str], Any], line: str) -> None:
    with pytest.raises(ValueError, match=r"not a formula|one comparison"):
        reading(line)


@pytest.mark.parametrize("line", ["x % 2", "x == 2", "lambda: 2", "'x'", "sigma(x, x)", "max(x)"])
def test_tex_says_what_it_cannot_say(line: str) -> None:
    with pytest.raises(ValueError, match=r"cannot say|is given"):
        tex(line)


def test_an_unknown_word_is_named_with_its_neighbours() -> None:
    for read in (lambda line: ball(line, x=arb(1)), lambda line: naive(line, x=1.0), algebra):
        with pytest.raises(ValueError, match=r"unknown word: sigmoid; near it: sigma"):
            read("1 - sigmoid(x)")
    with pytest.raises(ValueError, match="unknown word: beta"):
        ball("beta * x", x=arb(1))
    with pytest.raises(ValueError, match="unknown word"):
        ball("__import__('os').getcwd()", x=arb(1))


def test_balls_enclose() -> None:
    """What the formula says at any point of a ball lies in what it says of the ball."""
    rng = np.random.default_rng(5)
    settings = {name: exact(setting) for name, setting in PARAMETERS.items()}
    for line in LINES:
        for _ in range(20):
            middle, radius = rng.uniform(-4, 4), 10.0 ** rng.uniform(-6, 0)
            whole = ball(line, x=arb(middle, radius), **settings)
            inside = arb(middle) + arb(radius) * arb(float(rng.uniform(-1, 1)))
            assert whole.is_nan() or not whole.is_finite() or whole.overlaps(ball(line, x=inside, **settings)), (line, middle, radius)
            try:
                first, second = (jet(line, at, 1, **settings)[1] if line != "x**-2" else arb(0) for at in (arb(middle, radius), inside))
            except ValueError:  # a series does not divide by a ball that holds zero
                continue
            assert first.is_nan() or not first.is_finite() or first.overlaps(second), (line, middle, radius)


@pytest.mark.parametrize("line", ["max(0, x)", "abs(x)", "min(x, -x)", "x if x > 0 else alpha * x", "1 if x > 0 else 0", "3 if x >= 0 else -1"])
def test_a_branch_that_straddles_its_kink_gives_the_hull(line: str) -> None:
    settings = {"alpha": arb(2)}
    around = ball(line, x=arb(0, 0.5), **settings)
    for x in (-0.5, -0.25, 0.0, 0.25, 0.5):
        assert around.contains(ball(line, x=arb(x), **settings))
    slopes = jet(line, arb(0, 0.5), 1, **settings)[1]
    for x in (-0.25, 0.25):
        assert slopes.contains(jet(line, arb(x), 1, **settings)[1])


def test_a_branch_at_its_own_end_takes_the_side_it_names() -> None:
    assert ball("1 if x > 0 else 0", x=arb(0)) == 0
    assert ball("1 if x >= 0 else 0", x=arb(0)) == 1
    assert ball("1 if x < 0 else 0", x=arb(0)) == 0
    assert ball("1 if x <= 0 else 0", x=arb(0)) == 1


def test_constants_are_the_decimals_that_are_written() -> None:
    flint.ctx.prec = 300
    assert (ball("0.1", x=arb(0)) * 10 - 1).contains(0)
    assert not (ball("0.1", x=arb(0)) - arb(0.1)).contains(0)  # the float 0.1 is another number
    assert algebra("0.1") == sp.Rational(1, 10)


@pytest.mark.parametrize("bits", [60, 200, 1000])
def test_value_reaches_the_bits_asked(bits: int) -> None:
    before = flint.ctx.prec
    hard = value("exp(x) - 1 - x", 1e-40, bits=bits)  # 80 digits cancel
    assert hard.rel_accuracy_bits() >= bits
    assert flint.ctx.prec == before
    flint.ctx.prec = 6 * bits
    x = exact(1e-40)
    assert hard.overlaps(x**2 / 2 + x**3 / 6 + x**4 / 24 + x**5 / 120 + arb(0, 1) * x**6)


def test_value_refuses_what_cannot_be_settled() -> None:
    with pytest.raises(ArithmeticError, match="cannot be certified"):
        value("sin(pi * x)", 1.0)  # zero, but never provably


def test_jets_are_derivatives() -> None:
    flint.ctx.prec = 200
    for line in ("x * sigma(x)", "tanh(x)", "x**5 - x", "log(1 + exp(x))", "7"):
        for order, ours in enumerate(jet(line, exact(Fraction(2, 3)), 4)):
            theirs = sp.N(sp.diff(algebra(line), formula.x_symbol(), order).subs(formula.x_symbol(), sp.Rational(2, 3)), 40)
            assert abs(ours - exact(str(theirs))) < arb(10) ** -35, (line, order)
    assert flint.ctx.cap == 10  # as it was


# ---- integrals across a cut ------------------------------------------------------------------

CUTS: dict[str, tuple[Any, Any]] = {  # over [-1, 1]
    "abs(x)": (1, 0),
    "max(0, x)": (exact("0.5"), 0),
    "min(0, x)": (exact("-0.5"), 0),
    "1 if x > 0 else 0": (1, 0),
    "x if x > 0.3 else 2 * x": (exact("-0.455"), 0),
    "sqrt(x)": (exact(Fraction(2, 3)), exact(Fraction(2, 3))),
    "x ** 0.5": (exact(Fraction(2, 3)), exact(Fraction(2, 3))),
    "log(x)": (-2, arb.pi()),
}


def integral(line: str, low: int, high: int, honest: bool) -> acb:
    def f(z: acb, flag: bool) -> acb:
        with analytic(flag and honest):
            return acb(ball(line, x=z))

    return acb.integral(f, low, high)


@pytest.mark.parametrize("line", CUTS)
def test_integrals_honour_the_cut(line: str) -> None:
    real, imaginary = CUTS[line]
    right = integral(line, -1, 1, honest=True)
    assert right.real.overlaps(arb(real))
    assert right.imag.overlaps(arb(imaginary))


@pytest.mark.parametrize("line", ["abs(x)", "max(0, x)", "1 if x > 0 else 0", "x ** 0.5"])
def test_without_the_flag_they_would_be_wrong(line: str) -> None:
    """The reason the flag is there: a certain, narrow, wrong ball."""
    wrong = integral(line, -1, 1, honest=False)
    assert wrong.real.is_finite()
    assert not wrong.real.overlaps(arb(CUTS[line][0]))


def test_a_cut_for_which_flint_has_no_flag() -> None:
    assert integral("lambertw(x)", 0, 1, honest=True).real.overlaps(value("lambertw(1) - 1 + 1 / lambertw(1) - 1", 0))
    assert integral("lambertw(x)", -1, 1, honest=False).real.is_finite()  # wrong
    assert not integral("lambertw(x)", -1, 1, honest=True).real.is_finite()
    assert integral("asin(x)", 0, 1, honest=True).real.overlaps(arb.pi() / 2 - 1)
    assert integral("asin(2 * x)", -1, 1, honest=True).real.contains(0)


# ---- matrices --------------------------------------------------------------------------------


def test_matrices_are_symbols_of_their_shapes() -> None:
    shapes, size = {"W": "h n", "x": "n 1", "b": "h 1"}, {"h": 2, "n": 3}
    line = matrices("W @ x + b", shapes, size)
    assert line.shape == (2, 1)
    assert line[1] == sum(sp.Symbol(f"W_1_{k}") * sp.Symbol(f"x_{k}_0") for k in range(3)) + sp.Symbol("b_1_0")
    assert matrices("W.T", shapes, size).shape == (3, 2)
    assert matrices("jac(W @ x, x)", shapes, size) == matrices("W", shapes, size)
    given = {"W": np.eye(2, 3), "x": np.array([[1.0], [2.0], [3.0]]), "b": np.ones((2, 1))}
    assert list(matrices("W @ x + b", shapes, size, given)) == [2, 3]
