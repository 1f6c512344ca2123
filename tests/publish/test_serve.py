"""`mkdocs serve` shows fresh code, the last good site while an edit is wrong, and makes no more pages than an edit concerns."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from language.words import WRITTEN
from measured import bench
from project.paths import ROOT
from publish import fresh, serving


@pytest.fixture(scope="module")
def copy(made: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole project but for most of its pages, for an editor to change."""
    copy = tmp_path_factory.mktemp("served") / "project"
    shutil.copytree(ROOT, copy, ignore=bench.LEFT_OUT)
    cache = ROOT / "build" / "cache"
    if cache.exists():  # what is known already need not be computed again
        shutil.copytree(cache, copy / "build" / "cache", ignore=shutil.ignore_patterns("exports", "pages.json", "staged.json"))
    for language in WRITTEN:
        each = (copy / "docs" / "functions" / f"each.{language}.md").read_text("utf-8")
        for page in (copy / "docs").rglob(f"*.{language}.md"):
            if page.relative_to(copy / "docs").as_posix() not in (f"index.{language}.md", f"about.{language}.md"):
                page.unlink()
        (copy / "docs" / "functions" / f"prelu.{language}.md").write_text(each.replace("[[it.", "[[prelu."), "utf-8")
    shutil.rmtree(copy / "docs" / "labs")
    return copy


@pytest.fixture(scope="module")
def address(copy: Path) -> Iterator[str]:
    with bench.served(copy) as address:
        bench.wait(f"{address}en/about/", "somebody typed them", 300)
        yield address


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_edited_function_is_the_one_on_the_page(copy: Path, address: str) -> None:
    page = f"{address}en/functions/prelu/"
    bench.wait(page, "<mn>0.25</mn>", 10)
    edit(copy / "src" / "activation_functions" / "functions" / "prelu.py", "default=0.25", "default=0.03125")
    bench.wait(page, "<mn>0.03125</mn>", 300)
    # The facts follow: (1 + 0.03125²) / 2 is the second moment, proved anew.
    bench.wait(page, "<mn>0.500488</mn>", 10)


def test_a_wrong_edit_shows_what_is_wrong_above_the_last_good_site(copy: Path, address: str) -> None:
    page = copy / "docs" / "about.en.md"
    edit(page, "somebody typed them", "somebody typed them $[[no.such.number]]$")
    for where in ("en/about/", "zh-Hant/functions/prelu/"):
        said = bench.wait(f"{address}{where}", 'id="wrong"', 60)
        assert "docs/about.en.md:" in said
        assert "no.such.number" in said
    assert "somebody typed them" in bench.wait(f"{address}en/about/", "<h1", 10)
    edit(page, "somebody typed them $[[no.such.number]]$", "somebody else typed them")
    assert 'id="wrong"' not in bench.wait(f"{address}en/about/", "somebody else typed them", 60)


def test_code_that_is_no_python_is_told_with_its_line(copy: Path, address: str) -> None:
    file = copy / "scripts" / "pages" / "blocks" / "speed.py"
    lines = file.read_text("utf-8").count("\n")
    right = file.read_text("utf-8")
    file.write_text(f"{right}\n(((\n", "utf-8")
    assert f"scripts/pages/blocks/speed.py:{lines + 2}" in bench.wait(f"{address}en/about/", 'id="wrong"', 60)
    file.write_text(right, "utf-8")
    bench.wait(f"{address}en/about/", "somebody", 60, without='id="wrong"')


def test_an_edit_of_the_hook_is_noticed(copy: Path, address: str) -> None:
    hook = copy / "scripts" / "hook.py"
    right = hook.read_text("utf-8")
    hook.write_text(f"{right}\nno_such_name\n", "utf-8")
    assert "no_such_name" in bench.wait(f"{address}en/about/", 'id="wrong"', 60)
    hook.write_text(right.replace('"Permanent link to this section"', '"The address of this section"'), "utf-8")
    bench.wait(f"{address}en/about/", "The address of this section", 300, without='id="wrong"')


# ---- by parts --------------------------------------------------------------------------------


def test_an_error_says_where() -> None:
    with pytest.raises(SyntaxError) as no_python:
        compile("x = (", str(ROOT / "src/wrong.py"), "exec")
    assert fresh.told(no_python.value) == {"error": "'(' was never closed", "where": "src/wrong.py:1"}
    with pytest.raises(ZeroDivisionError) as inside:
        _ = 1 / 0
    told = fresh.told(inside.value)
    assert told["error"] == "division by zero"
    assert told["where"].startswith("tests/publish/test_serve.py:")
    assert fresh.told(ValueError("docs/about.en.md:3: nothing is called x")) == {"error": "docs/about.en.md:3: nothing is called x", "where": ""}
    assert fresh.told(KeyError("x"))["error"] == "KeyError: 'x'"


def test_the_box_stands_at_the_top_and_shows_markup_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page = b'<html lang="en"><body class="a">\n<h1>Title</h1></body></html>'
    assert serving.with_box(page) == page
    monkeypatch.setattr(serving, "_wrong", {"error": "<script>", "where": "src/a.py:1"})
    found = serving.with_box(page).decode()
    assert found.index('<body class="a">') < found.index('<aside id="wrong" role="alert"') < found.index("<h1>")
    assert "&lt;script&gt;" in found
    assert "src/a.py:1" in found


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "en" / "index.html").write_text("good", "utf-8")

    def fails() -> None:
        shutil.rmtree(site / "en")
        (site / "half.html").write_text("half", "utf-8")
        raise SystemExit("Aborted")

    with pytest.raises(SystemExit):
        serving._keeping(site, fails)
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == {"site/en/index.html"}
    serving._keeping(site, lambda: None)
    assert (site / "en" / "index.html").read_text("utf-8") == "good"


def test_the_reason_stands_behind_an_ended_build() -> None:
    def build() -> Any:
        try:
            raise ValueError("docs/index.en.md: no title")
        except ValueError:
            raise SystemExit("Aborted with a BuildError!")  # noqa: B904  # as MkDocs does

    with pytest.raises(SystemExit) as ended:
        build()
    assert serving._cause(ended.value)["error"] == "docs/index.en.md: no title"


def test_a_change_of_a_page_needs_no_new_interpreter_and_any_other_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE", "SCRIPTS", "DOCS"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setattr(fresh, name, folder)
    page, code, terms = tmp_path / "docs" / "index.en.md", tmp_path / "scripts" / "a.py", tmp_path / "docs" / "glossary.tsv"
    for file in (page, code, terms):
        file.write_text("one", "utf-8")
    before = fresh.signature()
    page.write_text("another", "utf-8")
    assert fresh.signature() == before
    for file in (code, terms):
        file.write_text("another", "utf-8")
        assert fresh.signature() != before
        before = fresh.signature()
    (tmp_path / "docs" / "new.en.md").write_text("new", "utf-8")
    assert fresh.signature() != before


def test_libraries_alone_are_imported_beforehand() -> None:
    """A module of the project would be kept, and shown when it is stale."""
    assert not [name for name in fresh.LIBRARIES if fresh.own(sys.modules.get(name))]
    assert fresh.own(sys.modules["publish.fresh"])
