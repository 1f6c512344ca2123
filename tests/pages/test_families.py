"""Families, the same function under several names, SELU's two constants, and how a page says where a function comes from."""

from typing import Any

import flint
import numpy as np
import pytest
from flint import acb, arb

from activation_functions import ALL, acon_c, celu, elu, hard_sigmoid, hard_tanh, leaky_relu, prelu, relu, rrelu, silu, smelu, swish, thresholded_relu
from derivations import selu_alpha, selu_lambda
from language import citation
from language.families import FAMILIES
from language.words import LANGUAGES
from mathematics.formula import ball
from pages.blocks import atlas, dispatch
from pages.page import Page, all_pages

X = np.concatenate([np.linspace(-30, 30, 6001), np.array([-0.0, 1e-300, -1e-300, 1e8, -1e8])])


def scribe(language: str = "en") -> Any:
    return dispatch.scribe_for(next(page for page in all_pages(LANGUAGES[language].written) if page.path == "reference/families"), language)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_s_table_lists_its_members_and_no_others(family: str) -> None:
    said = atlas.members(family, scribe())
    listed = {name for name in ALL if f"[{ALL[name].name}](" in said}
    assert listed == {name for name, f in ALL.items() if f.family == family}
    assert {row.count("|") for row in said.splitlines()} == {5}, "a bar in a formula would end its cell"


@pytest.mark.parametrize("written", ["zh-Hant", "en"])
def test_the_page_has_every_family(written: str) -> None:
    page: Page = next(page for page in all_pages(written) if page.path == "reference/families")
    assert [name.removeprefix("table.family_") for name in _asked(page)] == list(FAMILIES)


def _asked(page: Page) -> list[str]:
    return [line[2:-2] for line in page.text.splitlines() if line.startswith("[[table.family_")]


# ---- the same function -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda x: swish(x, beta=1.0), silu),
        (lambda x: acon_c(x, p1=1.0, p2=0.0, beta=1.7), lambda x: swish(x, beta=1.7)),
        (lambda x: celu(x, alpha=1.0), elu),
        (lambda x: prelu(x, alpha=0.3), lambda x: leaky_relu(x, alpha=0.3)),
        (lambda x: rrelu(x, lower=0.2, upper=0.4), lambda x: leaky_relu(x, alpha=(0.2 + 0.4) / 2)),
        (lambda x: leaky_relu(x, alpha=0.0), relu),
        (lambda x: thresholded_relu(x, theta=0.0), relu),
        (lambda x: hard_sigmoid(x, width=5.0), lambda x: hard_sigmoid(1.2 * x)),
        (lambda x: 2.0 * hard_sigmoid(x, width=2.0) - 1.0, hard_tanh),
        (smelu, lambda x: np.where(x >= 1, x, np.where(x <= -1, 0.0, (x + 1) ** 2 / 4))),
    ],
    ids=["silu", "acon_c", "celu", "prelu", "rrelu", "leaky_relu", "thresholded_relu", "hard_sigmoid", "hard_tanh", "smelu"],
)
def test_both_names_give_the_same_numbers(one: Any, other: Any) -> None:
    np.testing.assert_allclose(one(X), other(X), rtol=4e-15, atol=1e-15)


# ---- SELU ------------------------------------------------------------------------------------


def moment(integrand: str, low: int, high: int, **values: arb) -> arb:
    """The integral of integrand times the bell curve, as a ball; beyond 20 less than 1e-80 is left out."""
    return acb.integral(lambda x, _: acb(ball(f"({integrand}) * phi(x)", x=x, **values)), low, high).real


def test_selu_s_constants_keep_mean_zero_and_second_moment_one() -> None:
    """By quadrature, which knows nothing of the closed forms."""
    with flint.ctx.workprec(256):
        alpha, lam = selu_alpha.numbers()["true"], selu_lambda.numbers()["true"]
        left, right = "lam * alpha * (exp(x) - 1)", "lam * x"
        mean = moment(left, -20, 0, alpha=alpha, lam=lam) + moment(right, 0, 20, lam=lam)
        second = moment(f"({left})**2", -20, 0, alpha=alpha, lam=lam) + moment(f"({right})**2", 0, 20, lam=lam)
        for said, true in ((mean, 0), (second, 1)):
            assert abs(said - true) < arb("1e-60")
        wrong = alpha + arb("1e-50")  # the fiftieth digit counts
        mean = moment(left, -20, 0, alpha=wrong, lam=lam) + moment(right, 0, 20, lam=lam)
        assert abs(mean) > arb("1e-51")


def test_selu_s_defaults_are_the_nearest_float64() -> None:
    for made in (selu_alpha, selu_lambda):
        numbers = made.numbers()
        assert abs(numbers["rounding"]) <= arb(2) ** -53 * 1.0000001


# ---- origins ---------------------------------------------------------------------------------


def test_sources_stand_under_the_part_they_played() -> None:
    said = dispatch.cite_list({"agarap2018": "miscited", "nair2010": "named", "householder1941": "introduced", "fukushima1969": "introduced"}, scribe())
    roles = [line.split("**")[1] for line in said.splitlines()]
    assert roles == ["Introduced", "Named", "Often cited instead"]
    assert said.splitlines()[0].count("#ref-") == 2
    assert "No primary source" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_in_doubt_is_said(language: str) -> None:
    here = scribe(language)
    doubt = citation.DOUBTS["uncertain"].into(language)
    assert doubt
    assert doubt in dispatch.cite_list({"collobert2004": "introduced"}, here)
    assert doubt not in dispatch.cite_list({"collobert2011": "introduced"}, here)
    assert here.cited == ["collobert2004", "collobert2011"]


@pytest.mark.parametrize("sources", [{}, {"lecun1998": "popularised"}])
def test_without_an_origin_the_page_says_so(sources: dict[str, str]) -> None:
    assert dispatch.cite_list(sources, scribe()).startswith("No primary source is known.")
