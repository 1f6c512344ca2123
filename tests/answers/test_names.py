"""What a page may call by name: numbers and the expressions of them, formulas, blocks; and what an unknown name is answered."""

from fractions import Fraction
from functools import partial
from operator import truediv

import pytest
from flint import arb

from answers import names, quoting
from answers.names import NAME, unknown
from answers.quoting import number, tex, tex_number
from mathematics.observation import Observation
from project.paths import SCRIPTS


@pytest.mark.parametrize(
    ("name", "form", "shown"),
    [
        ("gelu.minimum.x", "", "-0.7518"),
        ("gelu.minimum.x", "12", "-0.751791524694"),
        ("gelu.minimum.x", "20", "-0.75179152469356445746"),
        ("sigmoid.steepest", "", "0.25"),  # exact and short
        ("sigmoid.upper", "", "1"),
        ("relu.upper", "", r"\infty"),
        ("identity.lower", "", r"-\infty"),
        ("sigmoid(2)", "", "0.8808"),
        ("sigmoid.derivative(2) / sigmoid.steepest", "2%", r"42\,\%"),
        ("sigmoid.derivative(2) / sigmoid.steepest", "3%", r"42.0\,\%"),
        ("leaky_relu(-2)", "", "-0.02000"),
        ("leaky_relu(-2, alpha=0.5)", "", "-1"),
        ("leaky_relu.alpha", "", "0.01"),
        ("prelu.alpha * 4", "", "1"),
        ("prelu.alpha", "%", r"25\,\%"),
        ("2**-1074", "3", r"4.94 \times 10^{-324}"),
        ("2**0.5", "6", "1.41421"),
        ("0.25**10", "3", r"9.54 \times 10^{-7}"),
        ("pi / 4", "20", "0.78539816339744830962"),
        ("log(3 + 2 * sqrt(2))", "40", "1.762747174039086050465218649959584618056"),
        ("-exp(-1)", "5", "-0.36788"),
        ("tanh.second(0.5)", "", "-0.7269"),
    ],
)
def test_numbers(name: str, form: str, shown: str) -> None:
    assert tex_number(name, form) == shown


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("gelu.minimun.x", "gelu.minimum.x"),
        ("gelu.alpha", "near it"),
        ("gelo.minimum.x", "gelu"),
        ("gelo(2)", "gelu"),
        ("gelu.derivativ(2)", "gelu.derivative"),
        ("sigmoid_slop", "sigmoid_slope"),
    ],
)
def test_an_unknown_number_lists_its_neighbours(name: str, near: str) -> None:
    with pytest.raises(ValueError, match="nothing is called") as error:
        number(name)
    assert near in str(error.value)


@pytest.mark.parametrize(
    "name", ["2 +", "'text'", "[1, 2]", "softmax(1)", "softmax.derivative(1)", "2 if 1 else 3", "x < 2", "__import__('os')", "softmax.upper"]
)
def test_what_is_no_number(name: str) -> None:
    with pytest.raises(ValueError, match=r"\[\[|nothing is called|is no number"):
        number(name)


def test_more_digits_than_are_settled_are_refused() -> None:
    with pytest.raises(ArithmeticError, match="does not settle"):
        tex_number("gelu.minimum.x", "90")


def test_exact_fractions_stay_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_numbers", lambda name: {"third": {"exact": "1/3"}, "twelfth": {"exact": "1/8"}} if name == "trial" else {})
    quoting.number.cache_clear()
    assert number("trial.third") == Fraction(1, 3)
    assert tex_number("trial.third", "30") == "0.333333333333333333333333333333"
    assert tex_number("trial.third", "3%") == r"33.3\,\%"
    assert tex_number("trial.twelfth", "") == "0.125"
    assert tex_number("trial.twelfth", "%") == r"12.5\,\%"
    quoting.number.cache_clear()


def test_measured_numbers_come_with_their_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoting, "_numbers", lambda name: {"share": {"observed": {"mean": 0.4321, "spread": 0.012, "runs": 9}}} if name == "trial" else {})
    quoting.number.cache_clear()
    assert number("trial.share") == Observation(0.4321, 0.012, 9)
    assert tex_number("trial.share", "") == r"0.43 \pm 0.01"
    assert tex_number("trial.share", "%") == r"43\,\% \pm 1\,\%"
    with pytest.raises(ValueError, match="was measured"):
        number("2 * trial.share")
    quoting.number.cache_clear()


def test_precision_does_not_depend_on_who_asked_before() -> None:
    """Every number is computed at the house's precision, whatever Arb's global one is."""
    quoting.number.cache_clear()
    assert number("exp(1) / 3").rel_accuracy_bits() > 240
    assert number("gelu.minimum.x + 1").rel_accuracy_bits() > 190
    assert number("prelu.alpha") == Fraction(1, 4)
    assert isinstance(number("prelu.alpha + 1"), arb)


def test_what_a_thing_says_does_not_depend_on_what_was_made_before_it() -> None:
    """A figure may leave another precision behind in its process; softshrink's thresholds once hung on it."""
    import flint

    found = []
    for bits in (53, 300):
        with flint.ctx.workprec(bits):
            found.append(names._worked(names.catalogue()["numerics_softshrink"]))
            assert flint.ctx.prec == bits
    assert found[0] == found[1]
    assert not found[0]["found"]


def test_formulas() -> None:
    assert tex("silu.formula", "") == r"x \, \sigma (x)"
    assert tex("silu.derivative_formula", "") == r"\sigma (x) \, (1 + x \, \sigma (-x))"
    with pytest.raises(ValueError, match="mixes"):
        tex("softmax.derivative_formula", "")


@pytest.mark.parametrize(
    ("written", "name", "form"),
    [
        ("[[a.b]]", "a.b", None),
        ("[[a.b:12]]", "a.b", "12"),
        ("[[a / b:2%]]", "a / b", "2%"),
        ("[[a:%]]", "a", "%"),
        ("[[f(x, alpha=0.2)]]", "f(x, alpha=0.2)", None),
    ],
)
def test_how_a_name_is_written(written: str, name: str, form: str | None) -> None:
    found = NAME.fullmatch(written)
    assert found
    assert (found[1], found[2]) == (name, form)
    assert not NAME.search("[[]]")
    assert not NAME.search("[link](page.md) [@key]")


def test_the_catalogue_is_the_folders() -> None:
    known = names.catalogue()
    for kind in names.KINDS:
        assert {path.stem for path in (SCRIPTS / kind).rglob("*.py")} - {"__init__"} == {
            name for name, made in known.items() if made.kind == kind and not name.endswith("_shape")
        }
    assert {f"{name}_shape" for name in names.functions()} <= known.keys()


def test_a_clash_of_names_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "functions", lambda: ("sigmoid_slope",))
    names.catalogue.cache_clear()
    with pytest.raises(ValueError, match="two things are called sigmoid_slope"):
        names.catalogue()
    names.catalogue.cache_clear()


def test_unknown_says_what_is_near() -> None:
    assert "near it: silu, gelu" in str(unknown("gilu", ["gelu", "silu", "tanh"]))
    assert str(unknown("zzz", ["gelu"])) == "nothing is called 'zzz'"


def test_work_that_fails_names_its_item() -> None:
    with pytest.raises(RuntimeError, match="figure two: division by zero"):
        names.run(partial(truediv, 1), [1, 0], ["figure one", "figure two"])
    with pytest.raises(RuntimeError, match="figure two: division by zero"):
        names.run(partial(truediv, 1), [0], ["figure two"])


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    names.run(partial(truediv, 1), [1, 2, 3], ["a", "b", "c"], lambda done, total, what: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
