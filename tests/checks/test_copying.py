"""The check of the code to copy: what is missing, not measured, or nobody's is told at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answers import snippets
from checks import copying
from project.paths import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The snippets where they may be spoilt, in a project of their own for the addresses."""
    found = tmp_path / snippets.FOLDER.relative_to(ROOT)
    shutil.copytree(snippets.FOLDER, found)
    monkeypatch.setattr(snippets, "FOLDER", found)
    monkeypatch.setattr(copying, "ROOT", tmp_path)
    return found


def test_nothing_is_wrong() -> None:
    assert copying.code() == []


def test_a_missing_language_is_named_at_the_function(folder: Path) -> None:
    (folder / "jax" / "gelu.py").unlink()
    (fault,) = copying.code()
    assert fault.file.name == "gelu.py"
    assert "no code to copy in JAX" in fault.what
    assert "docs/snippets/jax/gelu.py" in fault.remedy


def test_code_that_was_not_measured_is_named(folder: Path) -> None:
    file = folder / "c" / "gelu.c"
    file.write_text(file.read_text("utf-8").replace("-40", "-30"), "utf-8")
    (fault,) = copying.code()
    assert fault.file == file
    assert "not measured" in fault.what


def test_a_file_of_nobody_is_named(folder: Path) -> None:
    (folder / "numpy" / "gleu.py").write_text("\n", "utf-8")
    (fault,) = copying.code()
    assert fault.file == folder / "numpy" / "gleu.py"
