"""A claim is judged by a computation whose verdict changes with its object; what it quotes is a ball, a fraction or an observation."""

import sys
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest
from flint import arb

from activation_functions import relu, sigmoid
from answers import making, names
from language.words import Words
from mathematics.claim import ALGEBRA, ASSUMPTIONS, Claim, Immaterial, Ruling, Variation, verdict
from mathematics.digits import unpack
from mathematics.observation import Observation, observe
from pages.markup import VERDICTS

SAID = Words("某事。", "Something.")


def rises(f: Any) -> Ruling:
    """Does it rise between minus one and one?"""
    return Ruling("holds" if f(1.0) > f(-1.0) else "wrong", {"low": Fraction(1, 3), "runs": 7})


def claim(**fields: Any) -> Claim:
    given: dict[str, Any] = {
        "said": SAID,
        "rows": ("A01",),
        "judge": rises,
        "about": sigmoid,
        "instead": lambda x: -x,
        "control": SAID,
        "says": "generally",
        "assumes": (SAID,),
        "immaterial": (ALGEBRA,),
        "why": SAID,
        "holds_when": SAID,
        "topic": "guide/x",
    }
    return Claim(**(given | fields))


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What making says of one claim in a topic of its own."""

    def answer(one: Claim) -> dict[str, Any]:
        topic = ModuleType("claims.trial", "Trials.")
        topic.one, topic.helper = one, rises  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "claims.trial", topic)
        found = making.make("claims", "claims.trial")
        assert set(found) == {"one"}
        said: dict[str, Any] = found["one"]
        return said

    return answer


def test_the_verdict_is_computed(judged: Any) -> None:
    said = judged(claim())
    assert (said["verdict"], said["ruling"], said["control_verdict"]) == ("holds", "holds", "wrong")
    assert judged(claim(about=lambda x: -x, instead=relu))["verdict"] == "wrong"
    assert said["numbers"] == {"low": {"exact": "1/3"}, "runs": {"exact": "7"}}
    assert said["rows"] == ["A01"]


def test_the_lines_that_decide_are_shown_as_they_stand(judged: Any) -> None:
    assert judged(claim())["code"].startswith("def rises(f: Any) -> Ruling:\n")


def test_a_judge_deaf_to_its_argument_gives_the_same_verdict_twice(judged: Any) -> None:
    """And so the check of controls catches it (test_checks)."""
    said = judged(claim(judge=lambda f: Ruling("holds")))
    assert said["ruling"] == said["control_verdict"]


@pytest.mark.parametrize("number", [0.25, 1e-3, "0.25", True, None, (1, 2)])
def test_a_bare_float_is_no_fact(number: Any) -> None:
    with pytest.raises(TypeError, match="a ball, an integer, a Fraction or an Observation"):
        making.number(number)


@pytest.mark.parametrize(
    ("says", "rulings", "expected"),
    [
        ("generally", ["holds", "holds"], "holds"),
        ("generally", ["holds", "wrong"], "conditional"),
        ("generally", ["wrong", "holds"], "conditional"),
        ("generally", ["conditional", "wrong"], "conditional"),
        ("generally", ["wrong", "wrong"], "wrong"),
        ("always", ["holds", "wrong"], "wrong"),
        ("always", ["holds", "conditional"], "wrong"),
        ("always", ["wrong", "holds"], "wrong"),
        ("definition", ["wrong", "holds"], "wrong"),
        ("definition", ["holds"], "holds"),
    ],
)
def test_the_rubric(says: Any, rulings: Any, expected: str) -> None:
    assert verdict(says, rulings) == expected


def test_a_variation_runs_the_judge_again(judged: Any) -> None:
    """Another object, or other keyword arguments; what is turned makes an unquantified saying conditional."""

    def above(f: Any, *, at: float = 1.0) -> Ruling:
        return Ruling("holds" if f(at) > 0.5 else "wrong")

    changes = (Variation("range", SAID, {"at": -1.0}), Variation("activation", SAID, about=lambda x: 0 * x))
    said = judged(claim(judge=above, variations=changes))
    assert [each["verdict"] for each in said["variations"]] == ["wrong", "wrong"]
    assert (said["ruling"], said["verdict"]) == ("holds", "conditional")
    assert judged(claim(judge=above, variations=changes, says="always"))["verdict"] == "wrong"


def test_what_is_neither_varied_nor_excused_is_named(judged: Any) -> None:
    bare = claim(immaterial=(Immaterial(("bias", "width"), SAID),), variations=(Variation("depth", SAID),))
    assert judged(bare)["unsettled"] == [what for what in ASSUMPTIONS if what not in ("bias", "width", "depth")]


def test_numbers_go_out_and_come_back() -> None:
    assert Fraction(making.number(Fraction(1, 3))["exact"]) == Fraction(1, 3)
    assert unpack(making.number(arb(1) / 3)["ball"]).contains(arb(1) / 3)
    measured = observe([1.0, 2.0, 4.0])
    assert Observation(**making.number(measured)["observed"]) == measured


def test_every_claim_of_the_site(made: None) -> None:
    """Its verdict is one of four, its stand-in gets another, and it says which rows it answers."""
    assert names.claims()
    for name, said in names.claims().items():
        assert said["verdict"] in VERDICTS, name
        assert said["control_verdict"] in VERDICTS, name
        assert said["ruling"] != said["control_verdict"], name
        assert said["assumes"], name
        assert not said["unsettled"], name
        assert said["verdict"] == verdict(said["says"], [said["ruling"], *(each["verdict"] for each in said["variations"])]), name
        assert said["rows"], name
        assert all(said[part][language] for part in ("said", "why", "control", "holds_when") for language in (0, 1)), name
