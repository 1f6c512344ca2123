"""A lab is written once, executed once, and read in three languages."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

import paint
from checks import prose
from drawing.figure import COLOURS
from house import House, forget
from language.words import LANGUAGES
from publish import labs

LAB = "docs/labs/walk.py"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[list[dict[str, Any]]]:
    """What came out of the code cells, without running them."""
    outputs = [[{"output_type": "stream", "name": "stdout", "text": "3 steps of 0.25\n"}]]
    monkeypatch.setattr(labs, "outputs", lambda file: outputs)
    return outputs


def notebook(language: str) -> dict[str, Any]:
    forget()
    ((path, text, entries),) = labs.notebooks(language)
    assert path == "labs/walk"
    found: dict[str, Any] = json.loads(text)
    return found | {"entries": entries}


def test_cells_come_in_pairs_around_code(house: House) -> None:
    (file,) = labs.files()
    assert [(c["kind"], c["lang"]) for c in labs.cells(file)] == [
        ("markdown", "zh-Hant"),
        ("markdown", "en"),
        ("code", ""),
        ("markdown", "zh-Hant"),
        ("markdown", "en"),
    ]


def test_prose_without_a_language_is_refused(house: House) -> None:
    house.edit(LAB, ('# %% [markdown] lang="en"\n# ## The', "# %% [markdown]\n# ## The"))
    forget()
    with pytest.raises(ValueError, match=r"walk.py: a prose cell needs lang= one of zh-Hant, en: '## The lowest"):
        labs.cells(labs.files()[0])


@pytest.mark.parametrize(
    ("language", "title", "sentence"), [("zh-Hant", "散步", "走幾步看看"), ("zh-Hans", "散步", "走几步看看"), ("en", "A walk", "Take a few steps")]
)
def test_each_language_reads_its_own_prose_and_the_same_code(
    house: House, printed: list[list[dict[str, Any]]], language: str, title: str, sentence: str
) -> None:
    found = notebook(language)
    first, code, second, last = found["cells"]
    assert sentence in "".join(first["source"])
    assert code["source"] == labs.cells(labs.files()[0])[2]["source"]
    assert code["outputs"][0]["text"] == "3 steps of 0.25\n"
    assert "$x = -0.7518$" in "".join(second["source"])
    assert "{ #cite }" in "".join(last["source"])
    front = found["metadata"]["front_matter"]
    assert (front["title"], front["lang"], front["page"], front["kind"]) == (title, language, "labs/walk", "lab")
    assert front["cite"]["url"].endswith(f"/{language}/labs/walk/")


def test_notebooks_repeat(house: House, printed: list[list[dict[str, Any]]]) -> None:
    for language in LANGUAGES:
        assert notebook(language) == notebook(language)
    assert printed[0][0]["text"] == "3 steps of 0.25\n"  # nobody changed it on the way


def test_a_lab_is_found_by_search(house: House, printed: list[list[dict[str, Any]]]) -> None:
    entries = notebook("en")["entries"]
    assert [entry["location"] for entry in entries] == ["labs/walk/", "labs/walk/#lowest"]
    assert entries[1]["title"] == "The lowest point"


def test_the_kernel_runs_the_code(house: House) -> None:
    (out,) = labs._execute(labs.files()[0])
    assert [(each["output_type"], each["text"]) for each in out] == [("stream", "3 steps of 0.25\n")]


def test_a_cell_that_raises_stops_the_build_and_names_the_lab(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(file: Any) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(labs, "_execute", fails)
    monkeypatch.setattr(labs, "_key", lambda file: "none")
    monkeypatch.setattr("answers.cache.STORE", house.root / "build/cache")
    with pytest.raises(RuntimeError, match="lab walk: division by zero"):
        labs.make_all()


def test_what_a_lab_prints_word_for_word() -> None:
    code = 'print("0.5 of it", x, f"{y:.2f} of 300")\nprint(1.5)\nprint("\\n".join(lines))\nlabel = "0.25"'
    assert list(prose._printed(code)) == ["0.5 of it", " of 300"]


@pytest.mark.parametrize("file", labs.files(), ids=lambda file: file.stem)
def test_what_a_lab_draws_follows_light_and_dark(file: Path) -> None:
    """The page is its ground, and each colour is one of the house's, by its name: no white patch, no black words."""
    code = [cell for cell in labs.cells(file) if cell["kind"] == "code"]
    shown = [labs._shown(output, cell, file, "en") for cell, outputs in zip(code, labs.outputs(file), strict=True) for output in outputs]
    drawings = [
        base64.b64decode(drawing).decode() for each in shown for drawing in re.findall(r"svg\+xml;base64,([^\"]+)", each.get("data", {}).get("text/html", ""))
    ]
    assert len(drawings) == sum(bool(cell["alt"]) for cell in code)
    followed = {f"var(--{name})" for name in COLOURS}
    for drawing in drawings:
        assert {each for each in paint.paints(drawing) if each[2] not in followed} == set()
