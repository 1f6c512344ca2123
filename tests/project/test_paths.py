"""A file that the site cannot do without is named when it is missing."""

from pathlib import Path

import pytest

from project import paths


def test_all_required_files_are_there() -> None:
    paths.require()


@pytest.mark.parametrize("file", paths.REQUIRED, ids=lambda file: file.name)
def test_a_missing_file_is_named(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = tmp_path / file.relative_to(paths.ROOT)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "REQUIRED", (away,))
    with pytest.raises(FileNotFoundError, match=rf"{file.name}: missing, and needed to build the site; `git checkout -- \S*{file.name}`"):
        paths.require()
