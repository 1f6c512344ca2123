"""A file that the site cannot do without is named when it is missing."""

from pathlib import Path

import pytest

from project import paths, required
from publish import staging


def test_all_required_files_are_there() -> None:
    required.require()


def test_no_file_of_the_theme_is_left_out() -> None:
    """Where one is missing, Material's own stands in its place and nobody notices."""
    for folder in (paths.THEME, paths.ASSETS):
        assert {file for file in folder.rglob("*") if file.is_file()} <= set(required.REQUIRED)


@pytest.mark.parametrize(
    "verb",
    [
        ["figures", "zigzag"],
        ["derivations"],
        ["check", "languages"],
        ["check", "made"],
        ["sync", "index#top"],
        ["ledger"],
        ["stage"],
        ["size"],
        ["bench", "module"],
    ],
    ids=" ".join,
)
def test_no_verb_begins_without_a_typeface(verb: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import docs

    monkeypatch.setattr(required, "REQUIRED", (*required.REQUIRED, paths.ROOT / "scripts/drawing/typefaces/house-kr-bold.ttf"))
    monkeypatch.setattr("sys.argv", ["docs.py", *verb])
    assert docs.main() == 1
    said = capsys.readouterr().err
    assert said.startswith(f"docs.py {verb[0]}: scripts/drawing/typefaces/house-kr-bold.ttf: missing, and needed to build the site; `git checkout -- ")
    assert said.count("\n") == 1


def test_the_site_is_not_staged_without_a_typeface(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `mkdocs build` and `mkdocs serve` begin, whatever is remembered."""
    monkeypatch.setattr(required, "REQUIRED", (paths.ROOT / "scripts/drawing/typefaces/house-kr-bold.ttf",))
    with pytest.raises(FileNotFoundError, match="house-kr-bold.ttf: missing"):
        staging.stage(False)


@pytest.mark.parametrize("file", required.REQUIRED, ids=lambda file: file.name)
def test_a_missing_file_is_named(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = tmp_path / file.relative_to(paths.ROOT)
    monkeypatch.setattr(required, "ROOT", tmp_path)
    monkeypatch.setattr(required, "REQUIRED", (away,))
    with pytest.raises(FileNotFoundError, match=rf"{file.name}: missing, and needed to build the site; `git checkout -- \S*{file.name}`"):
        required.require()
