"""The check of advice: a function without it, too much of it, and advice for no function are told at their place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answers import uses
from checks import advising
from project.paths import DOCS, FUNCTIONS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The advice where it may be spoilt."""
    shutil.copytree(DOCS / "use", tmp_path / "use")
    monkeypatch.setattr(uses, "DOCS", tmp_path)
    return tmp_path / "use"


def test_every_function_has_advice() -> None:
    assert advising.advice() == []


def test_a_function_without_advice_is_named_at_its_file(folder: Path) -> None:
    (folder / "gelu.toml").unlink()
    (fault,) = advising.advice()
    assert (fault.file, fault.line) == (FUNCTIONS / "gelu.py", 1)
    assert "gelu does not say when to use it" in fault.what
    assert "write docs/use/gelu.toml" in fault.remedy


def test_one_sentence_is_too_few(folder: Path) -> None:
    file = folder / "softplus.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("[[use]]", 1)], "utf-8")
    (fault,) = advising.advice()
    assert fault.file == file
    assert "the number of [[use]] is 1" in fault.what


def test_six_sentences_are_too_many(folder: Path) -> None:
    file = folder / "softplus.toml"
    file.write_text("\n".join([file.read_text("utf-8")] * 3), "utf-8")
    (fault,) = advising.advice()
    assert "the number of [[use]] is 6" in fault.what


@pytest.mark.parametrize(("plain", "sweeping"), [("It is the usual choice", "It is always the choice"), ("常用它", "一定要用它")])
def test_what_allows_for_no_other_case_is_named_at_its_sentence(folder: Path, plain: str, sweeping: str) -> None:
    file = folder / "softplus.toml"
    text = file.read_text("utf-8")
    assert plain in text
    file.write_text(text.replace(plain, sweeping), "utf-8")
    (fault,) = advising.advice()
    assert (fault.file, fault.line) == (file, 1)
    assert "allows for no other case" in fault.what


def test_advice_for_no_function_is_named(folder: Path) -> None:
    (folder / "gelu.toml").rename(folder / "gleu.toml")
    missing, stranger = advising.advice()
    assert missing.file == FUNCTIONS / "gelu.py"
    assert stranger.file == folder / "gleu.toml"
    assert "no function is called gleu" in stranger.what
