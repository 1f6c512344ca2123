"""Every record says the same thing in all its fields: formula, derivatives, words, sources."""

import re
import tomllib
from typing import Any

import flint
import numpy as np
import pytest
import yaml
from flint import arb
from pybtex.database import parse_file

from activation_functions import ALL, Activation, __version__
from language.families import FAMILIES
from mathematics import formula, typesetting
from pages.blocks.dispatch import ROLES
from project.paths import ROOT

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
ELEMENTWISE = pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)


def settings(f: Activation, rng: np.random.Generator) -> dict[str, Any]:
    drawn = {name: arb(rng.uniform(0.1, 3)) for name in f.parameters}
    if {"t_l", "t_r"} <= drawn.keys():
        drawn["t_r"] += drawn["t_l"]  # the right bend lies right of the left one
    return drawn


@ELEMENTWISE
def test_the_derivative_formulas_are_the_derivatives_of_the_formula(f: Activation) -> None:
    assert f.derivative_formula is not None
    assert f.second_formula is not None
    flint.ctx.prec = 200
    rng = np.random.default_rng(12)
    for x in rng.uniform(-12, 12, 300):
        parameters = settings(f, rng)
        _, first, second = formula.jet(f.formula, arb(x), 2, **parameters)[:3]
        for line, true in ((f.derivative_formula, first), (f.second_formula, second)):
            said = formula.ball(line, x=arb(x), **parameters)
            assert said.overlaps(true), (line, x)
            assert (said - true).abs_upper() <= arb(2) ** -100, (line, x)


@ELEMENTWISE
def test_kinks_are_where_the_slopes_part_and_nowhere_else(f: Activation) -> None:
    flint.ctx.prec = 200
    rng = np.random.default_rng(13)
    parameters = settings(f, rng)
    places = [formula.ball(kink.at, **parameters) for kink in f.kinks]
    step = arb(2) ** -80
    for kink, at in zip(f.kinks, places, strict=True):
        for line, beside in ((kink.left, at - step), (kink.right, at + step)):
            slope = formula.jet(f.formula, beside, 1, **parameters)[1]
            assert (slope - formula.ball(line, x=at, **parameters)).abs_upper() < 64 * step
        value = [formula.ball(f.formula, x=x, **parameters) for x in (at - step, at + step)]
        assert (value[1] - value[0] > arb(0.05)) == kink.jump
    if not places:  # smooth: the slope changes by no more than the step allows
        for x in np.linspace(-6, 6, 241):
            left, right = (formula.jet(f.formula, arb(x) + side, 1, **parameters)[1] for side in (-step, step))
            assert abs(right - left) < 64 * step * (1 + abs(left))  # where it is steep it may bend more


@ELEMENTWISE
def test_at_a_kink_the_derivative_formula_and_the_code_take_the_slope_on_the_left(f: Activation) -> None:
    assert f.derivative_formula is not None
    defaults = {name: p.default for name, p in f.parameters.items()}
    for kink in f.kinks:
        at = float(formula.naive(kink.at, **defaults))
        left = float(formula.naive(kink.left, x=at, **defaults))
        assert float(f.derivative(at)) == (0.0 if kink.jump else pytest.approx(left, rel=1e-15))
        if not kink.jump:  # at a jump the page says that there is no derivative
            assert float(formula.naive(f.derivative_formula, x=at, **defaults)) == pytest.approx(left, rel=1e-15)


@ELEMENTWISE
def test_the_stable_code_agrees_with_what_a_reader_would_type(f: Activation) -> None:
    x = np.linspace(-5, 5, 1000)
    defaults = {name: p.default for name, p in f.parameters.items()}
    for code, line in ((f, f.formula), (f.derivative, f.derivative_formula)):
        assert line is not None
        np.testing.assert_allclose(code(x), np.broadcast_to(formula.naive(line, x=x, **defaults), x.shape), rtol=1e-11, atol=1e-15)


@FUNCTIONS
def test_formulas_use_only_x_and_the_parameters(f: Activation) -> None:
    known = {"x", "pi", "range", "sum", "i", "j", "n", *f.parameters, *formula.VOCABULARY}
    settled = formula.names(f.where.partition("==")[0]) - known if f.where else set()
    assert len(settled) == bool(f.where)
    if f.mixes:
        known |= {"f", "k"} | settled
    for line in filter(None, (f.formula, f.derivative_formula, f.second_formula, f.jacobian, *f.where.split("=="))):
        assert formula.names(line) <= known
        assert typesetting.tex(line)


@FUNCTIONS
def test_words(f: Activation) -> None:
    assert f.story.splitlines()[0] == f"{f.name} {f.en}"
    assert f.en.endswith(".")
    assert f.zh_hant.endswith("。")
    assert not re.search(r"[\s,;:()]", f.zh_hant), "Chinese has full-width marks and no blanks"
    assert f.family in FAMILIES
    assert f.en_notes.endswith(".")
    assert f.zh_hant_notes.endswith("。")
    assert not re.search(r"[一-鿿]\s|\s[一-鿿]|[,;:()]", f.zh_hant_notes), "Chinese has full-width marks and no blanks"
    assert set(f.sources.values()) <= set(ROLES)
    assert {"introduced", "named"} & set(f.sources.values()) or "no inventor" in f.story


@pytest.mark.skipif(not (ROOT / "docs" / "references.bib").exists(), reason="no bibliography yet")
@FUNCTIONS
def test_what_help_cites_is_in_the_bibliography(f: Activation) -> None:
    """Each DOI and arXiv number in the docstring belongs to a work the record names; the year of what introduced or named it is told."""
    works = parse_file(str(ROOT / "docs" / "references.bib")).entries
    assert set(f.sources) <= set(works)
    fields = {key: {name.lower(): value for name, value in works[key].fields.items()} for key in f.sources}
    known = {value.lower().removeprefix("arxiv:") for work in fields.values() for name, value in work.items() if name in ("doi", "eprint")}
    cited = {found.rstrip(".,;").lower() for found in re.findall(r"(?:doi:|arXiv:)(\S+)", f.story)}
    assert cited <= known
    for key, role in f.sources.items():
        if role in ("introduced", "named"):
            assert fields[key]["year"] in f.story, key


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert project["dynamic"] == ["version"]
    assert __version__ == citation["version"]
    assert project["authors"] == [{"name": author["name"]} for author in citation["authors"]]
