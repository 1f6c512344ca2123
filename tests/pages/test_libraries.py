"""The record of the other libraries is complete, what this module does in it is what it does, and the marks say what the numbers say."""

import ast
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL
from language.words import LANGUAGES
from mathematics import formula
from mathematics.recorded import recorded
from measured import calls, errors, peers
from pages.blocks import dispatch, libraries
from pages.page import read

RECORD: dict[str, Any] = recorded("peers")
NAMED = [name for name in calls.PEERS if name in ALL]
LANGUAGE = list(LANGUAGES)


def cells(table: str) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]


def shown(table: str, language: str) -> str:
    page = read("reference/kinks", LANGUAGES[language].written)
    return libraries.TABLES[table](dispatch.scribe_for(page, language))


# ---- the record ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMED)
def test_every_name_is_measured(name: str) -> None:
    measured = RECORD["names"][name]
    assert [offer["name"] for offer in measured] == [line.partition("(")[0] for line in calls.PEERS[name]]
    assert all(offer["library"] in RECORD["versions"] for offer in measured)


@pytest.mark.parametrize("name", [name for name in NAMED if ALL[name].kinks])
def test_every_kink_is_measured(name: str) -> None:
    f = ALL[name]
    everyone = {libraries.OURS} | {offer["library"] for offer in RECORD["names"][name] if "call" in offer}
    assert len(RECORD["kinks"][name]) == len(f.kinks)
    for kink, measured in zip(f.kinks, RECORD["kinks"][name], strict=True):
        at, left, right = (float(formula.value(line, 0.0, **errors.settings_of(f))) for line in (kink.at, kink.left, kink.right))
        assert [at, left, right] == pytest.approx([measured["at"], measured["left"], measured["right"]])
        assert measured["returns"].keys() == everyone
        assert measured["jump"] == kink.jump


@pytest.mark.parametrize("name", [name for name in NAMED if not ALL[name].mixes])
def test_every_library_that_can_be_made_ours_has_its_accuracy_measured(name: str) -> None:
    called = {offer["library"] for offer in RECORD["names"][name] if "call" in offer}
    assert RECORD["accuracy"][name].keys() == called | {libraries.OURS}
    assert RECORD["accuracy"][name][libraries.OURS].keys() == errors.WHAT.keys()


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in calls.PEERS.items() for line in lines])
def test_arguments_are_our_parameters(name: str, line: str) -> None:
    if name in ALL:
        call = ast.parse(line, mode="eval").body
        assert isinstance(call, ast.Call)
        words = {node.id for argument in [*call.args, *(k.value for k in call.keywords)] for node in ast.walk(argument) if isinstance(node, ast.Name)}
        assert words <= {"x", *ALL[name].parameters, *calls.LIBRARIES}


def test_parameters_that_are_read_are_ours() -> None:
    for name, readings in peers.READ.items():
        assert readings.keys() <= ALL[name].parameters.keys(), name


def test_parameters_are_read_from_our_own_functions_too() -> None:
    """Put in our function where a library's would be: its own defaults come out."""
    for name, readings in peers.READ.items():
        for parameter, reading in readings.items():
            assert reading(lambda x, name=name: float(ALL[name](x))) == pytest.approx(ALL[name].parameters[parameter].default, rel=1e-9), name  # type: ignore[misc]


# ---- what this module does -------------------------------------------------------------------


@pytest.mark.parametrize("name", RECORD["kinks"])
def test_the_module_still_returns_what_is_recorded_at_kinks(name: str) -> None:
    for measured in RECORD["kinks"][name]:
        here = measured["returns"][libraries.OURS]
        assert float(ALL[name](measured["at"])) == pytest.approx(here["value"], abs=1e-6)
        at = np.array([float(formula.value(kink.at, 0.0, **errors.settings_of(ALL[name]))) for kink in ALL[name].kinks])
        assert here["slope"] in [pytest.approx(slope, abs=1e-6) for slope in ALL[name].derivative(at).tolist()]


@pytest.mark.parametrize("name", [name for name in RECORD["accuracy"] if not ALL[name].mixes])
def test_the_module_is_still_as_accurate_as_recorded(name: str) -> None:
    """On every fiftieth point: no worse than the record, but for the last bits that differ between processors."""
    for what, measured in errors.accuracy(name, thin=50, peers=False)[libraries.OURS].items():
        assert measured["lost"] == {}
        assert measured["ulp"] <= 1.25 * RECORD["accuracy"][name][libraries.OURS][what]["ulp"] + 1, what


def test_the_measure_sees_digits_that_are_gone() -> None:
    """The textbook forms, in place of a library's: lost on the left, on the right, and near zero."""
    textbook: dict[str, tuple[int, Callable[[calls.Points], calls.Points], str]] = {
        "gelu": (0, lambda x: formula.naive(ALL["gelu"].formula, x=x), "left"),
        "sigmoid": (1, lambda x: formula.naive("1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x)))", x=x), "right"),
        "tanhshrink": (0, lambda x: x - np.tanh(x), "below"),
    }
    for name, (order, code, side) in textbook.items():
        true = errors.truth(ALL[name], errors.dense(ALL[name], "float64", thin=10), order, 1e-290)
        assert side in errors.judged(code(true.x), true, "float64")["lost"], name
        assert errors.judged(true.near, true, "float64") == {"ulp": pytest.approx(0.5, abs=0.01), "lost": {}}


# ---- the marks -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RECORD["names"])
def test_a_mark_stands_where_defaults_make_another_function(name: str) -> None:
    """Where a library's parameters were read, they say the same as the values did."""
    own = {parameter: p.default for parameter, p in ALL[name].parameters.items()}
    for offer in RECORD["names"][name]:
        if offer["demands"]:
            assert not libraries.other(offer)
        else:
            assert libraries.other(offer) == (name not in offer["equals"])
        if offer.get("parameters"):
            assert libraries.other(offer) == any(not math.isclose(value, own[parameter], rel_tol=1e-5) for parameter, value in offer["parameters"].items())
    assert libraries.differ(name) == any(libraries.other(offer) for offer in RECORD["names"][name])


def test_some_differ_and_some_do_not() -> None:
    assert {libraries.differ(name) for name in RECORD["names"]} == {True, False}
    assert {libraries.disagree(kink) for found in RECORD["kinks"].values() for kink in found} == {True, False}


def test_another_default_would_be_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = next(offer for offer in RECORD["names"]["leaky_relu"] if not libraries.other(offer))
    assert libraries.other(offer | {"gap": 0.1})
    kink = RECORD["kinks"]["relu"][0]
    assert not libraries.disagree(kink)
    assert libraries.disagree(kink | {"returns": kink["returns"] | {"torch": {"value": 0.0, "slope": 0.5}}})
    assert libraries.outside(1.5, kink)
    assert not libraries.outside(0.5, kink)


def test_our_slope_is_always_among_those_allowed() -> None:
    for found in RECORD["kinks"].values():
        for kink in (kink for kink in found if not kink["jump"]):
            assert not libraries.outside(kink["returns"][libraries.OURS]["slope"], kink)


# ---- the pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGE)
@pytest.mark.parametrize("table", libraries.TABLES)
def test_tables_are_whole(table: str, language: str) -> None:
    text = shown(table, language)
    if table != "keras_backend":
        head, _, *rows = cells(text)
        assert rows
        assert {len(row) for row in rows} == {len(head)}
        assert all(cell for row in [head, *rows] for cell in row)


@pytest.mark.parametrize("language", LANGUAGE)
def test_the_mark_is_on_the_rows_that_differ_and_no_others(language: str) -> None:
    mark = libraries.DIFFER.into(language)
    for row, name in zip(cells(shown("frameworks", language))[2:], RECORD["names"], strict=True):
        assert (mark in row[0]) == libraries.differ(name), name
    kinks = [kink for found in RECORD["kinks"].values() for kink in found if not kink["jump"]]
    for row, kink in zip(cells(shown("kinks", language))[2:], kinks, strict=True):
        assert (mark in row[0]) == libraries.disagree(kink), row


@pytest.mark.parametrize("language", LANGUAGE)
@pytest.mark.parametrize("name", ALL)
def test_every_function_says_where_else_it_is_found(name: str, language: str) -> None:
    page = read("functions/each", LANGUAGES[language].written)
    text = libraries.elsewhere(ALL[name], dispatch.scribe_for(page, language))
    found = RECORD["names"].get(name, [])
    whole = text.replace("<wbr>", "").replace('<code class="breaks">', "<code>")
    assert all(f"<code>{offer['name'].removeprefix('onnx.')}</code>" in whole for offer in found)
    assert (libraries.DIFFER.into(language) in text) == libraries.differ(name)
    assert len(cells(text)) == (len(found) + 2 if found else 0)
