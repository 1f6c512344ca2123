"""When to use a function: each sentence has a grade, and what it rests on is there; a file that says otherwise is refused at its line."""

import json
import re
from pathlib import Path

import pytest

from answers import data, names, quoting, uses
from checks import pairs
from language.words import LANGUAGES
from pages.blocks import advice, dispatch
from pages.page import all_pages
from project.fault import Wrong

FILES = uses.files()
GOOD = '[[use]]\ngrade = "proved"\nrests = ["gelu.minimum.x"]\nhant = "谷底在左邊。"\nen = "Its valley is on the left."\n'


def fault(folder: Path, text: str) -> tuple[int, str]:
    place = folder / "gelu.toml"
    place.write_text(text, "utf-8")
    with pytest.raises(Wrong) as caught:
        uses.read(place)
    return caught.value.fault.line, caught.value.fault.what


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('"proved"', '"certain"', 1, "the grade is 'certain'"),
        ('["gelu.minimum.x"]', "[]", 1, "what is proved rests on nothing"),
        ('"gelu.minimum.x"', '"gelu.valley"', 3, "gelu.valley is neither a fact nor a trait"),
        ('"gelu.minimum.x"', '"nelu.minimum.x"', 3, "nelu.minimum.x is neither"),
        ('"gelu.minimum.x"', '"claim:no_such_claim"', 3, "there is no claim no_such_claim"),
        ('"gelu.minimum.x"', '"hendrycks2016"', 3, "hendrycks2016 is neither a fact"),
        ('"gelu.minimum.x"', '"gelu_gaps.depth"', 3, "gelu_gaps.depth is neither"),
        ('"gelu.minimum.x"', '"derivation:no_such_derivation"', 3, "there is no derivation no_such_derivation"),
        ('"gelu.minimum.x"', '"derivation:gelu_gaps"', 3, "there is no derivation gelu_gaps"),
        ('"gelu.minimum.x"', '"speed:relu<gelu"', 3, "speed:relu<gelu is neither"),  # a time is no proof
        ('"proved"', '"reported"', 3, "gelu.minimum.x"),
        ('"proved"', '"practice"', 3, "a practice cannot rest on gelu.minimum.x"),
        ('en = "Its valley is on the left."\n', "", 1, "this has grade, rests, hant"),
    ],
)
def test_what_is_not_there_is_refused_at_its_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert old in GOOD
    at, told = fault(tmp_path, GOOD.replace(old, new, 1))
    assert what in told
    assert at == line


@pytest.mark.parametrize(
    ("function", "name", "what"),
    [
        ("gelu", "derivation:celu_becomes_elu", "derivation:celu_becomes_elu is neither"),  # a proof is no measurement
        ("gelu", "speed:gelu<relu", "the record of speed does not say gelu<relu"),
        ("gelu", "speed:gelu<nelu", "does not say gelu<nelu"),
        ("gelu", "speed:relu<golu:torch", "does not say relu<golu:torch"),  # PyTorch has no GoLU
        ("gelu", "speed:relu", "does not say relu"),
        ("bent_identity", "peers", "the record of other libraries has no bent_identity"),
    ],
)
def test_what_a_record_does_not_say_is_refused(tmp_path: Path, function: str, name: str, what: str) -> None:
    place = tmp_path / f"{function}.toml"
    text = GOOD.replace('"proved"', '"measured"')
    for said in ("speed:relu<gelu", "speed:relu<gelu:torch", "claim:sigmoid_is_even", "gelu_gaps.tanh"):
        place.write_text(text.replace("gelu.minimum.x", said), "utf-8")
        assert uses.read(place)[0].rests == (said,)
    place.write_text(text.replace("gelu.minimum.x", name), "utf-8")
    with pytest.raises(Wrong) as caught:
        uses.read(place)
    assert what in caught.value.fault.what
    assert caught.value.fault.line == 3


@pytest.mark.parametrize(("there", "nowhere"), [("gelu", "bent_identity"), ("geglu", "reglu")], ids=["a function", "a unit that its function gates"])
def test_models_are_named_only_where_their_record_has_the_function(tmp_path: Path, there: str, nowhere: str) -> None:
    text = GOOD.replace('"proved"', '"practice"').replace("gelu.minimum.x", "models")
    (tmp_path / f"{there}.toml").write_text(text, "utf-8")
    assert uses.read(tmp_path / f"{there}.toml")[0].rests == ("models",)
    (tmp_path / f"{nowhere}.toml").write_text(text, "utf-8")
    with pytest.raises(Wrong, match="cannot rest on models"):
        uses.read(tmp_path / f"{nowhere}.toml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_each_sentence_with_its_grade_and_a_link(language: str) -> None:
    for page in all_pages(LANGUAGES[language].written):
        if not page.path.startswith("functions/") or not page.it:
            continue
        scribe = dispatch.scribe_for(page, language)
        shown, found = advice.use(names._record(page.it), scribe), uses.uses(page.it)
        items = re.findall(r"^- .*$", shown, re.M)
        assert len(items) == len(found)
        assert bool(shown) == bool(found)
        for item, each in zip(items, found, strict=True):
            assert f"<small>{uses.GRADES[each.grade].into(language)}" in item
            assert bool(re.search(r"\]\(|<a href", item.partition("<small>")[2])) == bool(each.rests)
            assert "[[" not in item
        assert {name for each in found if each.grade == "reported" for name in each.rests} <= set(scribe.cited)


def test_the_data_has_every_sentence_with_its_numbers() -> None:
    published = {each["id"]: each["use"] for each in json.loads(data.text("functions.json"))["functions"]}
    assert set(published) == set(names.functions())
    for name, found in published.items():
        assert [(each["grade"], tuple(each["rests"])) for each in found] == [(each.grade, each.rests) for each in uses.uses(name)]
        assert "[[" not in json.dumps(found)
    assert quoting.tex("gelu.minimum.y", "3") in published["gelu"][2]["said"]["zh-Hans"]


def test_both_languages_are_read_together() -> None:
    told = [address for address in pairs.pairs() if address.startswith("use:")]
    assert len(told) == sum(len(uses.read(file)) for file in FILES)
    assert all(pairs.pairs()[address]["en"].text in pairs.pairs()[address]["en"].file.read_text("utf-8").replace('\\"', '"') for address in told)
