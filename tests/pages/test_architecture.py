"""The architecture page prints the rooms that the check enforces, and names files that are there."""

from pathlib import Path
from typing import Any

import pytest

from figures import rooms_and_imports
from language.words import LANGUAGES, Words
from pages.blocks import architecture
from pages.blocks.dispatch import scribe_for
from pages.page import read
from project.rooms import FLOORS


def scribe(language: str) -> Any:
    return scribe_for(read("architecture", LANGUAGES[language].written), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_room_has_its_row(language: str) -> None:
    shown = architecture.rooms(scribe(language))
    for floor in FLOORS:
        for room in floor:
            assert f"{room.replace('.', '/')}" in shown
    assert shown.count("\n") == 1 + sum(map(len, FLOORS))


def test_the_way_fails_when_a_file_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert architecture.way(scribe("en")).count("\n") == len(architecture.WAY) - 1
    monkeypatch.setattr(architecture, "WAY", (("scripts/pages/gone.py", Words("無", "none")),))
    with pytest.raises(FileNotFoundError, match="names scripts/pages/gone.py, which is not there"):
        architecture.way(scribe("en"))


def test_the_drawing_counts_what_the_files_import(tmp_path: Path) -> None:
    said: Any = rooms_and_imports.numbers()  # type: ignore[no-untyped-call]
    leads, files = rooms_and_imports.imports()
    assert said["upwards"] == 0
    assert said["rooms"] == sum(map(len, FLOORS)) == len(files)
    assert leads["figures", "language"] > 30
    assert ("language", "figures") not in leads
