"""Every threshold of the numerics box holds where it is reported, and no longer one number before; textbook failures are failures."""

import dataclasses
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL, Activation, gelu, relu, sigmoid, silu, softmax
from mathematics import formula
from mathematics.thresholds import BITS, OUTWARD, TEXTBOOK, scanned, thresholds
from pages.blocks import numerics

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)


@cache
def found(f: Activation) -> list[dict[str, Any]]:
    return list(thresholds(f)["found"])


def asked(f: Activation, x: Any) -> Any:
    """One value; of functions that mix entries, of a vector of equal ones."""
    return f(x) if not f.mixes else np.ravel(f(np.full(4, x)))[0]


def true(f: Activation, x: float) -> float | None:
    """The formula, to more digits than any format has; None where four equal entries go in."""
    if f.mixes:
        return None
    settings: dict[str, Any] = {name: arb(p.default) for name, p in f.parameters.items()}
    return float(formula.value(f.formula, x, **settings))


def typed(f: Activation, x: Any) -> Any:
    """The formula in the format of x, as one types it."""
    given: dict[str, Any] = {"x": np.array([x]), "exact": type(x), "pi": type(x)(np.pi)} | {name: type(x)(p.default) for name, p in f.parameters.items()}
    if f.mixes:
        n = min(4, f(np.zeros(4)).size)
        given |= {"x": [given["x"]] * 4, "i": 0, "n": n, "sum": sum, "range": range}
    return np.ravel(formula.naive(f.formula, **given))[0].astype(type(x))


def holds(f: Activation, each: dict[str, Any], x: Any) -> bool:
    """The statement at one number, judged apart from the search."""
    what, name = each["what"], each["format"]
    if what in TEXTBOOK:
        said, ours = float(typed(f, x)), float(asked(f, x))
        match what:
            case "textbook_overflow":
                return not np.isfinite(said) and bool(np.isfinite(ours))
            case "textbook_zero":
                return said == 0 and abs(ours) > 4 * float(np.finfo(name).smallest_subnormal)
        off = abs(said - ours) > 2.0 ** (-BITS[name] / 2) * abs(ours)
        return off and bool(np.isfinite([said, ours]).all()) and abs(ours) >= float(np.finfo(name).tiny)
    if what == "slope":
        return bool(f.derivative(x) == each["to"] or f.derivative(x) == np.dtype(name).type(each["to"]))
    y = asked(f, x)
    return bool(
        {
            "limit": lambda: y == each["to"],
            "small": lambda: abs(y) < np.finfo(name).tiny,
            "input": lambda: y == x,
            "overflow": lambda: np.isinf(y),
        }[what]()
    )


def next_to(x: Any, outward: bool) -> Any:
    return np.nextafter(x, np.copysign(type(x)(np.inf if outward else 0), x))


@FUNCTIONS
def test_each_threshold_holds_there_and_not_one_number_before(f: Activation) -> None:
    flint.ctx.prec = 200
    with np.errstate(all="ignore"):
        for each in found(f):
            for end, outward in (("near", False), ("far", True)):
                if each[end] is None:
                    continue
                x = np.dtype(each["format"]).type(each[end])
                assert float(x) == each[end]
                assert holds(f, each, x), (each, end)
                assert not holds(f, each, next_to(x, outward)), (each, end)


@FUNCTIONS
def test_what_is_said_of_all_numbers_beyond_holds_beyond(f: Activation) -> None:
    flint.ctx.prec = 200
    rng = np.random.default_rng(3)
    with np.errstate(all="ignore"):
        for each in found(f):
            if each["what"] not in OUTWARD:
                continue
            number, top = np.dtype(each["format"]).type, float(np.finfo(each["format"]).max)
            for factor in (*rng.uniform(1, 2, 20), 3.0, 100.0, 1e30, np.inf):
                size = min(abs(each["near"]) * factor, top)
                assert holds(f, each, number(each["side"] * size)), (each, size)


@FUNCTIONS
def test_where_the_textbook_is_said_to_fail_it_is_far_from_the_formula(f: Activation) -> None:
    flint.ctx.prec = 200
    for each in found(f):
        for x in (each["near"], each["far"]):
            if each["what"] in TEXTBOOK and x is not None and (truth := true(f, x)) is not None:
                with np.errstate(all="ignore"):
                    said = float(typed(f, np.dtype(each["format"]).type(x)))
                assert truth != 0
                assert not abs(said - truth) <= 0.99 * 2.0 ** (-BITS[each["format"]] / 2) * abs(truth)


@FUNCTIONS
def test_a_limit_reached_is_the_limit_within_rounding(f: Activation) -> None:
    for each in found(f):
        if each["what"] == "limit" and not f.mixes:
            truth, unit = true(f, each["near"]), 2.0 ** (1 - BITS[each["format"]])
            assert truth is not None
            assert abs(truth - each["to"]) <= max(unit * abs(each["to"]), 4 * float(np.finfo(each["format"]).smallest_subnormal))


def test_the_failures_everybody_knows_are_found() -> None:
    def ends(f: Activation, what: str) -> dict[str, Any]:
        return {each["format"]: each["near"] for each in found(f) if each["what"] == what}

    assert {name: round(x, 2) for name, x in ends(sigmoid, "textbook_zero").items()} == {"float16": -11.09, "float32": -88.72, "float64": -709.78}
    assert ends(softmax, "textbook_overflow").keys() == set(BITS)
    assert -8.4 < ends(gelu, "textbook_zero")["float64"] < -8.2
    assert found(relu) == []


def test_a_module_that_is_wrong_where_it_judges_is_refused() -> None:
    bad = dataclasses.replace(silu, value=lambda x: silu.value(x) * np.where(x < -500, 2.0, 1.0))
    with pytest.raises(ArithmeticError, match="silu in float64"):
        thresholds(bad)


def test_every_float16_is_scanned() -> None:
    assert len(scanned("float16")) == 2**15 - 2**10 - 1  # the positive finite ones
    assert all((np.diff(scanned(name)) > 0).all() for name in BITS)


def test_printed_ends_are_rounded_into_the_stretch() -> None:
    for f in ALL.values():
        for each in found(f):
            for end, rounding in (("near", ROUND_CEILING), ("far", ROUND_FLOOR)):
                if each[end] is not None:
                    size = Decimal(abs(each[end]))
                    printed = Decimal(numerics._short(float(size), rounding).replace(r" \times 10^{", "e").removesuffix("}"))
                    assert printed >= size if end == "near" else printed <= size
                    assert abs(printed / size - 1) < Decimal("0.001")
