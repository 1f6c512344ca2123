"""A lab is written once, executed once, and read in three languages."""

import base64
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import paint
from answers import names
from checks import wording
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


class Lab(NamedTuple):
    front: dict[str, Any]
    page: str
    notebook: dict[str, Any]
    entries: list[dict[str, Any]]


def lab(language: str) -> Lab:
    forget()
    (file,) = labs.files()
    path, page, document, entries = labs.staged(file, language)
    assert path == "labs/walk"
    head, _, body = page.removeprefix("---\n").partition("\n---\n")
    return Lab(json.loads(head), body, json.loads(document), entries)


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
    with pytest.raises(
        ValueError, match=r"^docs/labs/walk.py:31: a prose cell needs lang= one of zh-Hant, en: '## The lowest.*'; write it behind \[markdown\]$"
    ):
        labs.cells(labs.files()[0])


@pytest.mark.parametrize(
    ("language", "title", "sentence"), [("zh-Hant", "散步", "走幾步看看"), ("zh-Hans", "散步", "走几步看看"), ("en", "A walk", "Take a few steps")]
)
def test_each_language_reads_its_own_prose_and_the_same_code(
    house: House, printed: list[list[dict[str, Any]]], language: str, title: str, sentence: str
) -> None:
    found = lab(language)
    first, code, second = found.notebook["cells"]
    assert sentence in first["source"]
    assert "{" not in first["source"]  # a notebook would show ids and classes as they stand
    assert code["source"] == labs.cells(labs.files()[0])[2]["source"]
    assert code["outputs"][0]["text"] == "3 steps of 0.25\n"
    assert "$x = -0.7518$" in second["source"]
    assert f"# {title} {{ #top }}" in found.page
    assert found.page.index(sentence) < found.page.index('<div class="jp-InputArea">') < found.page.index("3 steps of 0.25") < found.page.index("$x = -0.7518$")
    assert "{ #cite }" in found.page
    assert "(walk.ipynb)" in found.page
    assert not {"<style", "<script", "clipboard", "Prompt"} & set(re.findall(r"<style|<script|clipboard|Prompt", found.page))
    assert (found.front["title"], found.front["lang"], found.front["page"], found.front["kind"]) == (title, language, "labs/walk", "lab")
    assert found.front["cite"]["url"].endswith(f"/{language}/labs/walk/")


def test_labs_repeat(house: House, printed: list[list[dict[str, Any]]]) -> None:
    for language in LANGUAGES:
        assert lab(language) == lab(language)
    assert printed[0][0]["text"] == "3 steps of 0.25\n"  # nobody changed it on the way


def test_a_lab_is_found_by_search(house: House, printed: list[list[dict[str, Any]]]) -> None:
    entries = lab("en").entries
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
    ((work, item, label),) = labs.missing()
    with pytest.raises(RuntimeError, match="lab walk: division by zero"):
        names.run(work, [item], [label])


def test_what_a_lab_prints_word_for_word(tmp_path: Path) -> None:
    file = tmp_path / "lab.py"
    file.write_text('x = y = 1\nprint("0.5 of it", x, f"{y:.2f} of 300")\nprint(1.5)\nprint("\\n".join(lines))\nlabel = "0.25"', "utf-8")
    assert list(wording._printed(file)) == [(2, "0.5 of it"), (2, " of 300")]


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
