"""Each check passes a sound house and finds what was broken, with its address."""

import re
from typing import Any

import pytest

from answers import names
from checks.every import CHECKS
from house import House

FLAT = "docs/guide/flat.{}.md"
HANT, EN, LAB = FLAT.format("zh-Hant"), FLAT.format("en"), "docs/labs/walk.py"
BOTH = (HANT, EN)


@pytest.mark.parametrize("check", sorted(CHECKS.keys() - {"picture", "imports"}))
def test_a_sound_house_has_no_faults(house: House, check: str) -> None:
    assert house.faults(check) == []


# (check, files, what is there, what is put in its place, what the fault must say)
BREAKAGES = {
    # ---- names
    "an unknown number": (
        "names",
        BOTH,
        "sigmoid.steepest",
        "sigmoid.steapest",
        "en/guide/flat: docs/guide/flat.en.md:12: nothing is called .*near it: sigmoid.steepest",
    ),
    "an unknown block": ("names", BOTH, "[[hill]]", "[[hil]]", "guide/flat.*'hil'; near it: .*hill"),
    "an unknown claim": ("names", BOTH, "claim.hill_is_high", "claim.hill_is_low", "guide/flat.*near it: hill_is_high"),
    "an unknown part": ("names", BOTH, "[[chain]]", "[[gelu.cardd]]", "near it: gelu.card"),
    "an unknown table": ("names", BOTH, "[[chain]]", "[[table.glosary]]", "near it: table.glossary"),
    "an unknown function": ("names", BOTH, "silu.formula", "silo.formula", "near it: .*silu"),
    "an unknown citation": ("names", BOTH, "@hendrycks2016", "@hendricks2016", "guide/flat.*hendricks2016"),
    "a number outside maths": ("names", BOTH, "$[[sigmoid.steepest]]$", "[[sigmoid.steepest]]", r"is a number or a formula: write it inside \$"),
    "unsettled digits": ("names", BOTH, "[[sigmoid.steepest]]", "[[gelu.minimum.x:99]]", "does not settle 99 digits"),
    "an unknown name in a lab": ("names", (LAB,), "gelu.minimum.x", "gelu.minimum.z", "labs/walk: docs/labs/walk.py.*near it: .*gelu.minimum.x"),
    # ---- typed numbers
    "a decimal": ("numbers", (EN,), "gets small", "falls to 0.17", r"flat.en.md: the number '0.17' is typed"),
    "a decimal beside Han": ("numbers", (HANT,), "就變小", "剩下0.17倍", r"flat.zh-Hant.md: the number '0.17'"),
    "a negative decimal": ("numbers", (EN,), "gets small", "is $x=-0.5$", r"'0.5' is typed"),
    "a percentage": ("numbers", (EN,), "gets small", "loses 5%", r"'5%' is typed"),
    "a percentage beside Han": ("numbers", (HANT,), "就變小", "少了5%多", r"'5%' is typed"),
    "a percentage in TeX": ("numbers", (EN,), "gets small", r"loses $5\,\%$", r"is typed"),
    "a large integer": ("numbers", (EN,), "gets small", "takes 21 layers", r"'21' is typed"),
    "a large integer beside Han": ("numbers", (HANT,), "就變小", "超過100層", r"'100' is typed"),
    "thousands": ("numbers", (EN,), "gets small", "takes 1,000 steps", r"'000' is typed"),
    "a number in TeX": ("numbers", (EN,), "[[silu.formula]]", "0.3 x", r"'0.3' is typed"),
    "a number in the lede": ("numbers", (EN,), "Away from", "Away by 2.5 from", r"'2.5' is typed"),
    "a number in a lab's prose": ("numbers", (LAB,), "Take a few steps", "Take 300 steps", r"docs/labs/walk.py, en: the number '300'"),
    "a number printed word for word": ("numbers", (LAB,), "{steps} steps of", "{steps} steps of 0.25, not", r"docs/labs/walk.py print: the number '0.25'"),
    "a year with a tail": ("numbers", (EN,), "gets small", "has 20000 units", r"'20000' is typed"),
    # ---- headings and structure
    "a heading without an id": ("headings", (EN,), " { #how-flat }", "", "flat.en.md: the heading 'How flat.' has no id"),
    "an id that is not ASCII": ("headings", (HANT,), "#how-flat", "#多平", "flat.zh-Hant.md: .*no id"),
    "an id twice": ("headings", (EN,), "#derivation", "#how-flat", "flat.en.md#how-flat: two headings share"),
    "no lede": ("headings", (EN,), "{ .lede }", "", "flat.en.md: no sentence marked"),
    "a lab's heading without an id": ("headings", (LAB,), "# ## The lowest point { #lowest }", "# ## The lowest point", "docs/labs/walk.py, en: the heading"),
    "an id in one language": (
        "structure",
        (EN,),
        "#how-flat",
        "#how-flat-is-it",
        "guide/flat: headings differ: .*how-flat.* in zh-Hant, .*how-flat-is-it.* in en",
    ),
    "a section in one language": ("structure", (EN,), "## The derivation { #derivation }", "", "guide/flat: headings differ"),
    "another level": ("structure", (EN,), "## The derivation", "### The derivation", "guide/flat: headings differ"),
    "another name": ("structure", (EN,), "sigmoid.steepest", "tanh.steepest", "guide/flat#how-flat: names differ: .*sigmoid.steepest.*tanh.steepest"),
    "another form of a number": ("structure", (EN,), "sigmoid.steepest]]", "sigmoid.steepest:9]]", "guide/flat#how-flat: names differ"),
    "another formula": ("structure", (EN,), "= [[silu.formula]]", "\\le [[silu.formula]]", "guide/flat#how-flat: formulas differ"),
    "another citation": ("structure", (EN,), "see [@hendrycks2016]", "see there", "guide/flat#how-flat: citations differ: .*hendrycks2016"),
    "another link": ("structure", ("docs/index.en.md",), "guide/flat.md", "guide/flat.md#how-flat", "index#top: links differ"),
    "other code": ("structure", (EN,), "[[not.a.name]] 0.17", "0.18", "guide/flat#how-flat: code differ"),
    "other code in a line": ("structure", (EN,), "`gelu(x)`", "`gelu(y)`", "guide/flat#how-flat: code differ"),
    "another box": ("structure", (EN,), "!!! try", "!!! note", "guide/flat#how-flat: boxes differ"),
    "a formula in one language of a lab": ("structure", (LAB,), "It is at $x", "It is at $y", "labs/walk#lowest: formulas differ"),
    # ---- stale sides
    "one side edited": ("stale", (EN,), "Away from", "Far away from", r"guide/flat#top: en changed since"),
    "the other side edited": ("stale", (HANT,), "即可", "就好", r"guide/flat#how-flat: zh-Hant changed since"),
    "a new section": ("stale", BOTH, "[[chain]]", "[[chain]]\n\n## More { #more }\n", r"guide/flat#more: zh-Hant and en changed"),
    "a section gone": ("stale", BOTH, " { #derivation }", " { #proof }", r"guide/flat#derivation: in docs/synced.tsv but not in docs"),
    "a lab edited": ("stale", (LAB,), "Take a few", "Take three", r"labs/walk#top: en changed since"),
    # ---- Chinese
    "a half-width comma": ("punctuation", (HANT,), "中央，", "中央,", "flat.zh-Hant.md: half-width punctuation"),
    "a half-width stop": ("punctuation", (HANT,), "變小。", "變小.", "flat.zh-Hant.md: half-width punctuation"),
    "a space before Latin": ("punctuation", (HANT,), "呼叫`gelu(x)`", "呼叫 `gelu(x)`", "flat.zh-Hant.md: a space between Han and Latin"),
    "a space after a number": ("punctuation", (HANT,), "離開中央", "離開3 個", "a space between Han and Latin"),
    "half-width brackets": ("punctuation", (HANT,), "離開中央", "離開(大致)中央", "half-width brackets"),
    "foreign quotation marks": ("punctuation", (HANT,), "離開中央", "離開“中央”", "quotation marks"),
    "a comma in a lab": ("punctuation", (LAB,), "走幾步看看", "走幾步,看看", "docs/labs/walk.py, zh-Hant: half-width"),
    "a word nobody settled": ("unsettled", (HANT,), "離開中央", "離開螢幕中央", "flat.zh-Hant.md: .*螢幕.*屏幕"),
    "a glossary row twice": ("glossary", ("docs/glossary.tsv",), "網路\t网络", "斜率\t坡度", "glossary.tsv: 斜率 has two rows"),
    "a word in a script": ("unsettled", ("scripts/figures/hill.py",), "Words('山'", "Words('螢幕'", r"scripts/figures/hill.py:\d+: .*螢幕"),
    # ---- the rest
    "a figure no page uses": ("unused", BOTH, "[[hill]]", "", "scripts/figures/hill.py: no page uses hill"),
    "a derivation no page uses": ("unused", BOTH, "[[chain]]", "", "scripts/derivations/chain.py: no page uses chain"),
    "a work that is not in the bibliography": ("unused", BOTH, "@hendrycks2016", "@nobody1999", "references.bib: no entry nobody1999"),
    "a picture by hand": ("pictures", (EN,), "[[hill]]", "![a hill](hill.png)", "flat.en.md: a picture is typed"),
}


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES)
def test_a_breakage_is_found(house: House, breakage: tuple[str, tuple[str, ...], str, str, str]) -> None:
    check, files, old, new, fault = breakage
    for file in files:
        house.edit(file, (old, new))
    found = house.faults(check)
    assert any(re.search(fault, each) for each in found), found


HARMLESS = {
    "small numbers, years, versions": "It took 20 steps in 2016, or 3 of them, in Python 3.11 with float32 (CC BY 4.0), $x^2$, $2^{-52}$.",
    "code and links": "Call `f(0.25)` at [this](https://example.org/0.25/100) <span data-x='0.5'>here</span>, guide-25, v1.25-x, A100.",
    "a quoted number": "It is $[[sigmoid.derivative(0.25):2%]]$ and $[[gelu.minimum.x:30]]$.",
    "fenced code": "```python\nx = 0.25 * 1000\n```",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_what_may_stand_in_prose(house: House, text: str) -> None:
    house.edit(EN, ("Away from the centre the slope gets small.", text))
    assert house.faults("numbers") == []


# ---- what scripts say ------------------------------------------------------------------------

SAID: dict[str, tuple[str, Any]] = {
    "title": ("hill", ["高度0.25", "The height"]),
    "caption": ("hill", ["高度", "The height is 0.25"]),
    "alt": ("hill", ["高100公尺", "A hill"]),
    "description": ("hill", ["山", "It loses 5% of its height"]),
}


@pytest.mark.parametrize("part", SAID)
def test_words_of_a_figure_are_read(house: House, part: str) -> None:
    house.hill[part] = SAID[part][1]
    (fault,) = house.faults("numbers")
    assert fault.startswith(f"scripts/figures/hill.py {part}: the number")


def test_words_of_derivations_and_claims_are_read(house: House) -> None:
    house.chain["steps"][1]["reason"] = ["加零,", "add 0.5"]
    house.claims["hill_is_high"] |= {"why": ["高 x", "It is 100 high"], "control": ["換 x", "Take 30"]}
    numbers, marks = house.faults("numbers"), house.faults("punctuation")
    assert [fault.partition(": ")[0] for fault in numbers] == ["scripts/derivations/chain.py reason", "claim hill_is_high why", "claim hill_is_high control"]
    assert [fault.partition(": ")[0] for fault in marks] == ["scripts/derivations/chain.py reason", "claim hill_is_high why", "claim hill_is_high control"]


def test_an_alt_text_with_an_unknown_number(house: House) -> None:
    house.hill["description"] = ["山高$[[sigmoid.hight]]$。", "The hill is $[[sigmoid.hight]]$ high."]
    assert any("nothing is called 'sigmoid.hight'" in fault for fault in house.faults("names"))


# ---- pages, claims, observations -------------------------------------------------------------


def test_a_page_in_one_language(house: House) -> None:
    house.write("docs/guide/steep.en.md", "# Steep { #top }\n")
    assert house.faults("languages") == ["docs/guide/steep: no zh-Hant"]
    assert not any("flat" in fault for fault in house.faults("headings"))  # the other checks go on


def test_claims_answer_rows(house: House) -> None:
    house.claims["hill_is_low"] = house.claims["hill_is_high"] | {"rows": ["A01", "Z99"]}
    assert house.faults("rows") == ["row A01 is answered twice: hill_is_high and hill_is_low", "claim hill_is_low: docs/rows.tsv has no row Z99"]


def test_a_judge_that_cannot_change_its_mind(house: House) -> None:
    house.claims["hill_is_high"]["control_verdict"] = "wrong"
    assert house.faults("controls") == ["claim hill_is_high: the control has the same verdict, wrong"]


def test_a_claim_without_assumptions(house: House) -> None:
    house.claims["hill_is_high"] |= {"assumes": [], "unsettled": ["width", "batch"]}
    bare, unvaried = house.faults("assumptions")
    assert bare == "scripts/claims/hills.py: claim hill_is_high does not say what it assumes; give `assumes`"
    assert unvaried == "scripts/claims/hills.py: claim hill_is_high neither varies width, batch nor says in `immaterial` why it cannot matter"


def test_something_that_cannot_be_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Any) -> Any:
        raise ArithmeticError("x  ≠  y")

    monkeypatch.setattr(names, "answer", fails)
    assert "scripts/derivations/chain.py: x  ≠  y" in house.faults("made")


def test_every_check_was_broken_here() -> None:
    broken = {check for check, *_ in BREAKAGES.values()} | {"languages", "rows", "controls", "assumptions", "made"}
    elsewhere = {"ledger", "families", "comments", "literature", "tutorials"}  # in test_ledger.py
    assert broken | elsewhere == CHECKS.keys() - {"picture", "imports", "records"}
