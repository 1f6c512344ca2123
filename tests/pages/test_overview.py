"""The index, the comparison and the constants: every function has its row, and what a row says of it is so."""

import html
import json
import re
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from answers import curves, names, quoting
from language.families import FAMILIES
from language.words import LANGUAGES
from pages.blocks import comparison, dispatch, landmarks, overview
from pages.blocks.dispatch import scribe_for
from pages.blocks.libraries import LIBRARIES
from pages.page import Page
from project.paths import ASSETS
from publish import navigation, staging

ELEMENTWISE = [name for name in names.functions() if not names._record(name).mixes]
X = np.concatenate([np.linspace(-9, 9, 3601), [-60.0, -30.0, 30.0, 60.0]])
X.sort()

pytestmark = pytest.mark.usefixtures("made")


@cache
def table(language: str) -> str:
    return overview.index(scribe_for(Page("functions/index", LANGUAGES[language].written, ""), language))


def rows(language: str) -> dict[str, dict[str, str]]:
    """The attributes of each row, by the function's id."""
    found = [dict(re.findall(r'([\w-]+)="([^"]*)"', row)) for row in re.findall(r"<tr ([^>]*)>", table(language))]
    assert len({row["id"] for row in found}) == len(found)
    return {row["id"]: row for row in found}


# ---- the index -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_function_has_its_row(language: str) -> None:
    text = table(language)
    assert set(rows(language)) == set(names.functions())
    for name in names.functions():
        assert f'href="{name}/">{html.escape(names._record(name).name)}</a>' in text
        assert html.escape(quoting.tex(f"{name}.formula", ""), quote=False) in text
    width = text.partition("</thead>")[0].count("<th ")
    assert all(row.count("<td>") + row.count("<th ") == width for row in text.partition("<tbody>")[2].split("</tr>")[:-1])


def test_the_languages_differ_in_words_alone() -> None:
    assert rows("zh-Hant") == rows("zh-Hans") == rows("en")
    for language in LANGUAGES:
        text = table(language)
        assert FAMILIES["self_gated"].into(language) in text
        assert text.count("<option") == table("en").count("<option")


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_row_is_true(name: str) -> None:
    """Against the code itself, at many points: what a sample can refute, it does not."""
    f, has = names._record(name), overview.tokens(name)
    y, slope = f(X), f.derivative(X)
    eps = 1e-12
    assert ("nonnegative" in has["range"]) == bool((y >= 0).all())
    assert ("nonpositive" in has["range"]) == bool((y <= 0).all())
    assert ("signs" in has["range"]) == bool(y.min() < 0 < y.max())
    assert ("unit" in has["range"]) == bool(y.min() >= 0 and y.max() <= 1)
    assert ("ball" in has["range"]) == bool(y.min() >= -1 - eps and y.max() <= 1 + eps)
    far = f(np.array([-1e9, 1e9]))
    unbounded = {"below": far.min() < -1e3, "above": far.max() > 1e3}
    side = {(False, False): "both", (False, True): "below", (True, False): "above", (True, True): "neither"}[unbounded["below"], unbounded["above"]]
    assert has["bounded"] == [side]
    assert ("line" in has["range"]) == (side == "neither")
    rising, falling = bool((np.diff(y) >= -eps).all()), bool((np.diff(y) <= eps).all())
    assert ("yes" in has["monotone"]) == (rising or falling)
    assert ("no" in has["monotone"]) != ("yes" in has["monotone"])
    if "strictly" in has["monotone"]:
        assert np.all(np.diff(f(np.linspace(-3, 3, 201))) != 0)
    assert ("odd" in has["centred"]) == bool(np.allclose(y, -f(-X), rtol=1e-12, atol=1e-15) and f(0.0) == 0)
    assert ("jump" in has["smooth"]) == any(kink.jump for kink in f.kinks)
    corners = [kink for kink in curves.curve(name)["x"] if curves.curve(name)["x"].count(kink) == 3]
    beside = [(f.derivative(np.nextafter(at, -np.inf)), f.derivative(np.nextafter(at, np.inf))) for at in corners]
    bends = any(abs(left - right) > 1e-9 for left, right in beside) or (bool(f.kinks) and not corners)  # beyond the curve
    assert ("once" in has["smooth"]) == (not bends and "jump" not in has["smooth"])
    assert bool(np.isfinite(slope).all())


def test_what_mixes_entries_has_no_facts_of_one_variable() -> None:
    for name in set(names.functions()) - set(ELEMENTWISE):
        assert set(overview.tokens(name)) == {"family", "framework"}
        assert overview.ranks()[name][2:] == [None] * (len(overview.ORDERS) - 2)


def test_every_choice_has_a_function_and_every_function_a_choice() -> None:
    form = table("en").partition("</form>")[0]
    for facet, (_, values) in overview.FACETS.items():
        had = {value for name in names.functions() for value in overview.tokens(name).get(facet, [])}
        assert had <= set(values)
        offered = re.search(rf'<select name="{facet}">(.*?)</select>', form)
        assert offered
        assert set(re.findall(r'value="(\w+)"', offered[1])) == had
    for library in re.findall(r'name="framework" value="(\w+)"', form):
        assert LIBRARIES[library] in form
        assert any(library in overview.tokens(name)["framework"] for name in names.functions())


def test_frameworks_are_those_that_were_tried() -> None:
    assert {"torch", "tensorflow", "keras", "jax", "onnx"} <= set(overview.tokens("relu")["framework"])
    assert "torch" not in overview.tokens("smelu")["framework"]  # only Keras and JAX have it, as sparse_plus


def test_the_orders_are_orders() -> None:
    ranks = overview.ranks()
    by = {order: {name: place for name, rank in ranks.items() if (place := rank[at]) is not None} for at, order in enumerate(overview.ORDERS)}
    mean = {name: float(quoting.number(f"{name}.mean")) for name in ELEMENTWISE}
    climbing = sorted(mean, key=mean.__getitem__)
    assert all(by["mean"][low] <= by["mean"][high] for low, high in pairwise(climbing))
    assert by["name"]["abs"] == 0
    assert by["smooth"]["step"] < by["smooth"]["relu"] < by["smooth"]["elu"] < by["smooth"]["gelu"]
    assert by["monotone"]["tanh"] < by["monotone"]["relu"] < by["monotone"]["gelu"]
    assert by["range"]["identity"] < by["range"]["tanh"] < by["range"]["sigmoid"]
    assert by["family"]["identity"] == 0


# ---- the sidebar -----------------------------------------------------------------------------


def test_the_sidebar_lists_functions_family_by_family() -> None:
    fronts = {"a.md": "section: 01 Late", "b.md": "title: b", "c.md": "section: '00 Early'", "d.md": "section: 01 Late"}
    sections = {path: staging._section(f"---\n{front}\n---\n\nsection: 00 Not here\n") for path, front in fronts.items()}
    assert list(navigation._by_section(sections)) == ["b.md", {"Early": ["c.md"]}, {"Late": ["a.md", "d.md"]}]


# ---- the comparison --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_a_curve_is_what_the_code_computes(name: str) -> None:
    curve, f = curves.curve(name), names._record(name)
    x = np.array(curve["x"])
    assert {k / 20 for k in range(-120, 121)} <= set(curve["x"])
    assert x.tolist() == sorted(x)
    cuts = {at for at in curve["x"] if curve["x"].count(at) > 1}
    assert all(curve["x"].count(at) == 3 for at in cuts)
    between = np.array([at not in cuts or curve["x"].index(at) == row - 1 for row, at in enumerate(curve["x"])])
    for order, code in {"value": f, "derivative": f.derivative, "second_derivative": f.second_derivative}.items():
        shown = np.array(curve[order])
        assert np.isfinite(shown).all()
        assert np.allclose(shown[between], code(x[between]), rtol=6e-4, atol=1e-300)


def test_a_jump_has_both_sides() -> None:
    sign = curves.curve("sign")
    first = sign["x"].index(0.0)
    assert sign["value"][first : first + 3] == [-1.0, 0.0, 1.0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_offers_every_curve(language: str) -> None:
    text = comparison.comparison(scribe_for(Page("reference/compare", LANGUAGES[language].written, ""), language))
    for choice in re.findall(r'<select name="f".*?</select>', text):
        assert sorted(re.findall(r'<option value="(\w+)"', choice)) == sorted(ELEMENTWISE)
    assert tuple(re.findall(r'value="(\w+)" selected', text)) == curves.COMPARED
    script = (ASSETS / "compare.js").read_text("utf-8")
    assert f"const DASHES = {json.dumps(list(comparison.DASHES))}" in script


# ---- constants -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_constants_have_a_row_for_each_function(language: str) -> None:
    scribe = scribe_for(Page("reference/constants", LANGUAGES[language].written, ""), language)
    for fill in (landmarks.properties, landmarks.moments):
        assert len(fill(scribe).splitlines()) == 2 + len(ELEMENTWISE)


def cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in text.splitlines()[2:]]


def scribe() -> Any:
    return scribe_for(Page("reference/constants", "en", ""), "en")


def test_gains_of_pytorch_are_weighed() -> None:
    found = {row[0].partition("]")[0].strip("["): row[1:] for row in cells(landmarks.gains(scribe()))}
    assert found["ReLU"] == ["$1.4142$", "$1.4142$", "$1.000$"]
    assert found["Sigmoid"][2] == f"${quoting.tex_number('sigmoid.second_moment', '4')}$"
    assert found["SELU"][2] == "$0.5625$"


def test_points_lie_on_their_curves() -> None:
    """The printed place of an extremum or inflection is one, to the printed digits."""
    by_name = {names._record(name).name: names._record(name) for name in ELEMENTWISE}

    def listed(fill: Any, column: int) -> list[tuple[Any, float]]:
        found = [(by_name[row[0].partition("]")[0].strip("[")], float(re.findall(r"-?\d+(?:\.\d+)?", row[column])[0])) for row in cells(fill(scribe()))]
        assert found
        return found

    for f, x in listed(landmarks.extrema, 2):
        assert x in [float(kink.at) for kink in f.kinks if kink.at == "0"] or abs(f.derivative(x)) < 1e-4
    for f, x in listed(landmarks.inflections, 1):
        assert f.second_derivative(x - 1e-4) * f.second_derivative(x + 1e-4) < 0
        assert x != 0
    for f, x in listed(landmarks.fixed, 1):
        assert abs(f(x) - x) < 1e-4
        assert x != 0


def test_pages_may_name_these_tables() -> None:
    assert {"functions", "properties", "moments", "closed", "gains", "extrema", "steepest", "inflections", "fixed", "comparison"} <= set(dispatch.TABLES)
