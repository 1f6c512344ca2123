"""A lab is written once, executed once, and read in three languages."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import jupytext
import pytest

import fresh
import paint
from answers import cache as store
from answers import names
from checks import wording
from drawing.figure import COLOURS
from house import House, forget
from language import citation
from language.words import LANGUAGES
from project.paths import STYLE
from publish import executing, labs, package

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
    program: str
    entries: list[dict[str, Any]]


def lab(language: str) -> Lab:
    forget()
    (file,) = labs.files()
    path, page, handed, entries = labs.staged(file, language)
    assert path == "labs/walk"
    head, _, body = page.removeprefix("---\n").partition("\n---\n")
    return Lab(json.loads(head), body, json.loads(handed[".ipynb"]), handed[".py"], entries)


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
    first, _, install, code, second = found.notebook["cells"]
    assert sentence in first["source"]
    assert "{" not in first["source"]  # a notebook would show ids and classes as they stand
    assert install["source"] == f"%pip install -q matplotlib http://127.0.0.1:8000/packages/{citation.wheel_name()}"
    assert code["source"] == labs.cells(labs.files()[0])[2]["source"]
    assert code["outputs"][0]["text"] == "3 steps of 0.25\n"
    assert "$x = -0.7518$" in second["source"]
    assert f"# {title} {{ #top }}" in found.page
    assert found.page.index(sentence) < found.page.index('<div class="jp-InputArea">') < found.page.index("3 steps of 0.25") < found.page.index("$x = -0.7518$")
    assert "{ #cite }" in found.page
    assert "(walk.ipynb)" in found.page
    assert "(walk.py)" in found.page
    assert f"%pip install -q matplotlib http://127.0.0.1:8000/packages/{citation.wheel_name()}" in re.sub(r"<[^<>]+>", "", found.page)
    assert not {"<style", "<script", "clipboard", "Prompt"} & set(re.findall(r"<style|<script|clipboard|Prompt", found.page))
    assert (found.front["title"], found.front["lang"], found.front["page"], found.front["kind"]) == (title, language, "labs/walk", "lab")
    assert found.front["description"] == {"zh-Hant": "走幾步看看。", "zh-Hans": "走几步看看。", "en": "Take a few steps."}[language]
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
    house.write(LAB, house.read(LAB) + TASK)
    forget()
    first, *task = labs._execute(labs.files()[0])
    assert [(each["output_type"], each["text"]) for each in first] == [("stream", "3 steps of 0.25\n")]
    assert ["".join(each["text"] for each in out) for out in task] == ["", "…\n", "", ""]  # what a reader sees who has not answered yet


def test_a_cell_that_never_ends_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executing, "PATIENCE", 3)
    with pytest.raises(RuntimeError, match="did not come to an end within 3 seconds"):
        executing.executed(["while True: pass"], tmp_path, STYLE)


# ---- tasks -----------------------------------------------------------------------------------

TASK = """
# %% part="task"
answer = ...

# %% part="check"
print("…" if answer is ... else "✓" if answer == 2 * steps else "✗")

# %% part="mistake"
answer = steps + 2

# %% part="solution"
answer = 2 * steps

# %% [markdown] lang="zh-Hant" part="solution"
# 走兩趟，見[平坦](../guide/flat.md#how-flat)。

# %% [markdown] lang="en" part="solution"
# Twice as far, see [Flat](../guide/flat.md#how-flat).
"""


@pytest.fixture
def task(house: House, printed: list[list[dict[str, Any]]]) -> House:
    """The lab with a task, executed."""
    house.write(LAB, house.read(LAB) + TASK)
    printed += [[], [{"output_type": "stream", "name": "stdout", "text": "…\n"}], [], []]
    return house


def test_a_solution_is_folded_and_a_mistake_is_not_shown(task: House) -> None:
    found = lab("en")
    assert found.page.count('<div class="jp-InputArea">') == 4  # the install, the walk, the task, its check
    assert '??? answer "Answer"\n\n    ```python\n    answer = 2 * steps\n    ```\n\n    Twice as far, see [Flat](../guide/flat.md#how-flat).' in found.page
    *_, given, check, folded = found.notebook["cells"]
    assert given["source"] == "answer = ..."
    assert check["outputs"][0]["text"] == "…\n"
    assert folded["source"].startswith("<details><summary>Answer</summary>\n\n```python\nanswer = 2 * steps\n```\n\nTwice as far")
    for text in (found.page, json.dumps(found.notebook), found.program):
        assert "steps + 2" not in text


def test_a_program_is_in_the_reader_s_language_and_has_the_solutions_at_its_end(task: House) -> None:
    program = lab("zh-Hans").program
    assert program.index("# 走几步看看。") < program.index("\n# %pip install -q matplotlib http") < program.index("\nsteps = 3\n")
    assert program.index("\nanswer = ...\n") < program.index("# ## 答案") < program.index("# answer = 2 * steps")
    assert f"# 走两趟，见[平坦]({citation.site()}/zh-Hans/guide/flat/#how-flat)。" in program
    compile(program, "walk.py", "exec")


def test_a_notebook_opens_in_the_browser_once_there_is_an_address(task: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "jupyter.org" not in lab("en").page
    monkeypatch.setenv("SITE_URL", "https://example.org/1.0/")
    found = lab("en")
    assert "(https://jupyter.org/try-jupyter/lab/?fromURL=https%3A%2F%2Fexample.org%2F1.0%2Fen%2Flabs%2Fwalk.ipynb)" in found.page
    assert f"https://example.org/1.0/packages/{citation.wheel_name()}" in found.program


CARELESS = {
    "says right of a mistake": (["", "…", "", "✓", "", "✓"], "of the mistake the check says '✓'; it has to print ✗"),
    "says wrong of the solution": (["", "…", "", "✗", "", "✗"], "of the solution the check says '✗'; it has to print ✓"),
    "says wrong where nobody has answered": (["", "✗", "", "✗", "", "✓"], "of the task without an answer the check says '✗'; it has to print …"),
}


@pytest.mark.parametrize(("said", "fault"), CARELESS.values(), ids=CARELESS)
def test_a_check_that_cannot_tell_is_refused(task: House, said: list[str], fault: str) -> None:
    forget()
    file = labs.files()[0]
    came = [[{"text": f"{each}\n"}] for each in ["3 steps of 0.25", *said]]
    with pytest.raises(ValueError, match=rf"^docs/labs/walk.py:39: {re.escape(fault)}$"):
        labs._outputs(file, list(labs._runs(file)), came)


def test_a_task_without_a_mistake_is_refused(house: House) -> None:
    house.write(LAB, house.read(LAB) + TASK.replace('"mistake"', '"solution"'))
    forget()
    with pytest.raises(ValueError, match=r"^docs/labs/walk.py:\d+: a task lacks a part: task check solution solution; mark its cells"):
        labs.cells(labs.files()[0])


# ---- the site's own labs ---------------------------------------------------------------------


def test_the_downloads_run_where_only_the_wheel_numpy_and_matplotlib_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All labs one after the other, as a reader has them who has answered nothing; once for each state of their code and of the wheel."""
    monkeypatch.setattr(labs, "_code_cells", lambda file, language: [(cell, "") for cell in labs._fresh(file, language)])  # no page is looked at
    programs = {}
    for file in labs.files():
        handed = [labs.staged(file, language).downloads for language in LANGUAGES]
        codes = {tuple(code(json.loads(each[".ipynb"]))) for each in handed} | {tuple(code(jupytext.reads(each[".py"], "py:percent"))) for each in handed}
        assert len(codes) == 1, file  # in every language and form the same code
        programs[file.stem] = handed[0][".py"]
    wheel = package.wheel()
    key = hashlib.sha256(f"{store._tools()} {codes_of(programs)}".encode() + wheel + Path(fresh.__file__).read_bytes()).hexdigest()[:20]
    said = store.remember("labs-handed-out", key, lambda: fresh.run(tmp_path, wheel, programs))
    asked = {file.stem: sum(cell["part"] == "task" for cell in labs.cells(file)) for file in labs.files()}
    assert {name: text.count("…\n") for name, text in said.items()} == asked
    assert min(asked.values()) >= 2
    assert not any(re.search("^[✓✗]$", text, re.M) for text in said.values())


def codes_of(programs: dict[str, str]) -> list[list[str]]:
    """What decides how the programs run: prose may change."""
    return [code(jupytext.reads(program, "py:percent")) for program in programs.values()]


def code(document: Any) -> list[str]:
    return [cell["source"] for cell in document["cells"] if cell["cell_type"] == "code"]


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
    assert len(drawings) == sum(bool(cell["alt"]) for cell in code) > 0
    followed = {f"var(--{name})" for name in COLOURS}
    for drawing in drawings:
        assert {each for each in paint.paints(drawing) if each[2] not in followed} == set()
