"""A derivation may be proved or checked; a false step, a false end and a careless chain are refused."""

from importlib import import_module
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL, Activation, sigmoid, silu, tanh
from mathematics import piecewise
from mathematics.derivation import Derivation, derive

REASON = "# 理由 | a reason"


def step(start: str, *then: str, ends_at: Any = None) -> Derivation:
    return derive(ends_at, "\n".join([start, *(f"= {line} {REASON}" for line in then)]))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("(x + 1)**2", "x**2 + 2 * x + 1"),
        ("D(sigma(x))", "sigma(x) * (1 - sigma(x))"),
        ("sigma(-x)", "1 - sigma(x)"),
        ("tanh(x)", "2 * sigma(2 * x) - 1"),
        ("D(x * Phi(x))", "Phi(x) + x * phi(x)"),
        ("D(log(1 + exp(beta * x)) / beta)", "sigma(beta * x)"),
        ("0.25", "1 / 4"),
    ],
)
def test_what_algebra_proves(start: str, end: str) -> None:
    assert step(start, end).check() == ["algebra"]


def test_what_only_digits_check_says_so() -> None:
    """True, but beyond SymPy: the principal branch of Lambert's W undoes w·exp(w) for w > −1 only."""
    chain = step("lambertw((1 + x**2) * exp(1 + x**2))", "1 + x**2")
    assert chain.check() == ["digits"]


@pytest.mark.parametrize("slip", ["1e-4", "1e-13", "1e-30"])
@pytest.mark.parametrize("line", ["x * sigma(x)", "lambertw((1 + x**2) * exp(1 + x**2))", "exp(-x**2) * sigma(x)"])
def test_a_step_that_is_slightly_false_is_refused(line: str, slip: str) -> None:
    for wrong in (f"({line}) * (1 + {slip})", f"({line}) + {slip}", f"({line}) + {slip} * x"):
        with pytest.raises(ArithmeticError, match="≠"):
            step(line, wrong).check()


def test_small_numbers_are_compared_in_their_own_size() -> None:
    with pytest.raises(ArithmeticError, match="≠"):
        step("lambertw(x**2 / 10**50)", "lambertw(x**2 / 10**50) * (1 + 1e-13)").check()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("D(x * sigma(x))", "sigma(x) + x * sigma(x)"),  # a factor forgotten
        ("sigma(x)**2", "sigma(x**2)"),
        ("sqrt(x**2)", "x"),  # true on one side only
        ("log(x**2)", "2 * log(x)"),
        ("abs(x)", "max(0, x)"),
        ("1 if x > 0 else 0", "1"),
        ("alpha * x", "beta * x"),
    ],
)
def test_false_steps(start: str, end: str) -> None:
    with pytest.raises(ArithmeticError):
        step(start, end).check()


def test_the_false_step_is_named() -> None:
    with pytest.raises(ArithmeticError, match=r"2 \* x  ≠  3 \* x"):
        step("x + x", "2 * x", "3 * x").check()


# ---- pieces ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("D(max(0, x))", "1 if x > 0 else 0"),
        ("D(abs(x))", "1 if x > 0 else -1"),
        ("D(min(max(0, x), 6))", "0 if x > 6 else 1 if x > 0 else 0"),
        ("D(1 if x > 0 else 0)", "0"),  # wherever there is a derivative
        ("max(x - lam, 0) + min(x + lam, 0)", "x - min(max(x, -lam), lam)"),
        ("max(0, min(x / kappa + beta, 1))", "1 if x > (1 - beta) * kappa else x / kappa + beta if x > -beta * kappa else 0"),
    ],
)
def test_what_is_proved_piece_by_piece(start: str, end: str) -> None:
    assert step(start, end).check() == ["algebra"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("max(0, x)", "x if x > 1 else 0"),  # right on two pieces of three
        ("max(0, x)", "max(0, x) + 1e-30 * max(x - 1, 0)"),
        ("abs(x - beta)", "x - beta if x > 0 else beta - x"),  # right where the parameter is small
        ("D(max(0, x))", "1 if x >= 1 else 0"),
        ("D(abs(x))", "1"),
        ("max(x**2, 1)", "x**2"),  # a test that is not linear in x is left to the digits
    ],
)
def test_false_pieces(start: str, end: str) -> None:
    with pytest.raises((ArithmeticError, ValueError)):
        step(start, end).check()


def test_a_value_at_the_end_of_a_piece_counts() -> None:
    """At 0 the two differ; only of derivatives the ends of pieces are left out."""
    assert not piecewise.equal("1 if x > 0 else 0", "1 if x >= 0 else 0", lambda gap: gap == 0)
    assert piecewise.equal("D(1 if x > 0 else 0)", "D(1 if x >= 0 else 0)", lambda gap: gap == 0)


@pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)
def test_each_function_s_derivative_is_derived_from_its_formula(f: Activation) -> None:
    chain = import_module(f"derivations.functions.{f.id}_derivative").derivation
    assert chain.steps[0].line == f"D({f.formula})"
    assert chain.ends_at == f.derivative
    assert set(chain.check()) == {"algebra"}


# ---- the end ---------------------------------------------------------------------------------


def test_the_last_line_is_the_code() -> None:
    chain = step("D(x * sigma(x))", "sigma(x) * (1 + x * sigma(-x))", ends_at=silu.derivative)
    assert chain.check() == ["algebra"]


@pytest.mark.parametrize(
    "code",
    [
        sigmoid.derivative,
        lambda x: silu.derivative(x) + 1e-11,
        lambda x: silu.derivative(x) * (1 + 1e-12),
        lambda x: np.where(x > 3.9, 1.0, silu.derivative(x)),
    ],
    ids=["another", "shifted", "scaled", "a branch"],
)
def test_code_that_says_otherwise_is_refused(code: Any) -> None:
    with pytest.raises(ArithmeticError, match="the code says"):
        step("D(x * sigma(x))", "sigma(x) * (1 + x * sigma(-x))", ends_at=code).check()


# ---- matrices --------------------------------------------------------------------------------

SHAPES = {"W": "k h", "V": "h n", "x": "n 1", "b": "h 1"}
SIZES = ({"k": 1, "h": 2, "n": 3}, {"k": 2, "h": 2, "n": 2}, {"k": 3, "h": 1, "n": 2})


def matrices(end: str, ends_at: Any = None, sizes: Any = SIZES) -> Derivation:
    return derive(ends_at, f"W @ (V @ x + b)\n= {end} {REASON}", SHAPES, sizes)


def test_matrix_chains_hold_at_every_size() -> None:
    assert matrices("W @ V @ x + W @ b", lambda W, V, x, b: W @ V @ x + W @ b).check() == ["algebra"]


@pytest.mark.parametrize("end", ["W @ V @ x + b", "V @ W @ x + W @ b", "W @ V @ x", "W @ V @ x + 1.0001 * W @ b"])
def test_false_matrix_steps(end: str) -> None:
    with pytest.raises((ArithmeticError, ValueError)):  # ValueError: shapes that do not fit
        matrices(end).check()


def test_a_step_true_at_one_size_only() -> None:
    """One hidden unit commutes with everything; two do not."""
    shapes = {"A": "h h", "B": "h h"}
    commuting = f"A @ B\n= B @ A {REASON}"
    assert derive(None, commuting, shapes, ({"h": 1},)).check() == ["algebra"]
    with pytest.raises(ArithmeticError, match=r"at sizes \{'h': 2\}"):
        derive(None, commuting, shapes, ({"h": 1}, {"h": 2})).check()


def test_matrix_code_that_says_otherwise() -> None:
    with pytest.raises(ArithmeticError, match="the code disagrees"):
        matrices("W @ V @ x + W @ b", lambda W, V, x, b: W @ V @ x + W @ b + 1e-9).check()


def test_backpropagation_through_any_function() -> None:
    chain = derive(
        lambda W, z, x: (W * (1 - tanh(z).T ** 2)) if z.shape[0] == W.shape[1] else None,
        f"jac(W @ f(z), z)\n= W @ diag(df(z)) {REASON}",
        {"W": "k h", "z": "h 1", "x": "n 1"},
        ({"k": 2, "h": 3, "n": 1}, {"k": 1, "h": 2, "n": 2}),
    )
    assert chain.check() == ["algebra"]


# ---- how a chain is written ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chain", "message"),
    [
        ("x", "at least two lines"),
        ("", "at least two lines"),
        ("x\nx # 理由 | a reason", "begins with '= '"),
        ("x\n= x", "without a reason"),
        ("x\n= x #", "without a reason"),
        ("x\n= x # only one language", "expected"),
        ("x\n= x # 理由 | ", "expected"),
    ],
)
def test_a_careless_chain(chain: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        derive(None, chain)


def test_matrices_need_sizes() -> None:
    with pytest.raises(ValueError, match="sizes"):
        matrices("W @ V @ x + W @ b", sizes=())


def test_a_formula_that_is_none() -> None:
    with pytest.raises(ValueError, match="unknown word: sigmoid"):
        step("sigmoid(x)", "sigmoid(x) + 0").check()
