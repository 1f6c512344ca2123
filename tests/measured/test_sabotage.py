"""Breakages in a copy: each does break something, is mended, and is told with what noticed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from measured import sabotage
from measured.sabotage import Found
from measured.sabotages import LIMITS, SABOTAGES, Edit, Sabotage
from project.paths import ROOT


@pytest.mark.parametrize("each", SABOTAGES, ids=[each.name for each in SABOTAGES])
def test_what_a_breakage_replaces_stands_in_the_project(each: Sabotage) -> None:
    for edit in each.edits:
        if "*" not in edit.file:
            assert (ROOT / edit.file).exists()
            assert edit.old is None or edit.old in (ROOT / edit.file).read_text("utf-8")
            assert edit.old is None or edit.old != edit.new


def test_names_are_given_once_and_limits_are_known() -> None:
    names = [each.name for each in SABOTAGES]
    assert len(names) == len(set(names))
    assert set(names) >= LIMITS
    assert len({each.kind for each in SABOTAGES}) >= 12


def test_an_edit_is_made_and_mended(tmp_path: Path) -> None:
    file = "docs/about.en.md"
    (tmp_path / "docs").mkdir()
    (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    sabotage.applied(Edit(file, None, "a last line\n"), tmp_path, "one")
    assert (tmp_path / file).read_text("utf-8") == (ROOT / file).read_text("utf-8") + "a last line\n"
    sabotage.mended(file, tmp_path)
    assert (tmp_path / file).read_bytes() == (ROOT / file).read_bytes()
    sabotage.applied(Edit(file, None, None), tmp_path, "two")
    assert not (tmp_path / file).exists()
    sabotage.mended(file, tmp_path)
    assert (tmp_path / file).exists()


def test_what_would_break_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", "utf-8")
    with pytest.raises(ValueError, match=r"one would replace 'others', which a\.txt no longer holds"):
        sabotage.applied(Edit("a.txt", "others", "more"), tmp_path, "one")


def test_a_breakage_that_nothing_notices_is_told() -> None:
    seen = Found(["ledger", "numbers"], "a.md:1: x; y", ["numbers"], "b.md:2: x; y", 1.0)
    unseen = Found([], "", [], "", 1.0)
    silenced = Found(["stale"], "a.md:1: x; y", [], "", 1.0)
    one = Sabotage("one", "words", ())
    told: list[str] = []
    assert sabotage.report([(one, seen)], told.append) == 0
    assert seen.place == "b.md:2"
    assert sabotage.report([(one, unseen)], told.append) == 1
    assert "not noticed: one" in told
    assert sabotage.report([(one, silenced)], told.append) == 1
    limit = Sabotage(min(LIMITS), "words", ())
    assert sabotage.report([(limit, silenced)], told.append) == 0
    assert sabotage.report([(limit, unseen)], told.append) == 1


def test_an_unknown_breakage_is_refused() -> None:
    with pytest.raises(ValueError, match="false_titel"):
        sabotage.main(["false_titel"], False)
