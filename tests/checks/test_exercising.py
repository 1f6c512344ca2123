"""The check of exercises: an answer that code finds false, that says something else, or that nothing decides is told at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answers import exercises
from checks import exercising
from language.words import Words
from mathematics.exercise import Exercise
from project.fault import Wrong
from project.paths import DOCS


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A chapter with its exercises, where it may be spoilt; the English page."""
    (tmp_path / "guide").mkdir()
    for language in ("zh-Hant", "en"):
        shutil.copy(DOCS / "guide" / f"dying.{language}.md", tmp_path / "guide")
    monkeypatch.setattr(exercises, "DOCS", tmp_path)
    return tmp_path / "guide" / "dying.en.md"


def faults() -> list[str]:
    return [str(fault) for fault in exercising._of("dying")]


def spoil(page: Path, old: str, new: str) -> None:
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8")


def test_a_sound_chapter_has_no_faults(page: Path) -> None:
    assert exercises.chapters() == ["dying"]
    assert faults() == []


def test_another_answer_is_told(page: Path) -> None:
    spoil(page, "with $b>0$ it comes back", "with $b<0$ it comes back")
    (fault,) = faults()
    assert "the answer of exercise 5 does not say 'with $b>0$ it comes back sooner or later'" in fault


def test_a_false_answer_is_told_at_its_exercise(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def false() -> dict[Words, bool]:
        return {Words("它死了", "so it is dead"): False}

    monkeypatch.setattr(exercising, "decided", lambda chapter: (Exercise("reading", false), *exercises.decided(chapter)[1:]))
    (fault,) = faults()
    assert "習題" not in fault.partition(": ")[0]
    assert "the answer says '它死了', and false of scripts/exercises/dying.py does not find it so; correct one of them" in fault


def test_an_exercise_without_a_decision_is_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exercising, "decided", lambda chapter: exercises.decided(chapter)[:-1])
    (fault,) = faults()
    assert "6 exercises, and scripts/exercises/dying.py decides 5" in fault
    monkeypatch.setattr(exercising, "decided", lambda chapter: tuple(Exercise("reading", dict) for _ in exercises.decided(chapter)))
    assert all("nothing decides exercise" in fault for fault in faults())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Exercise 2 (basic)", "Exercise 3 (basic)", "the title of an exercise is 'Exercise 3 (basic): does NaN count?'; write it as Exercise 2 "),
        ("Exercise 2 (basic)", "Exercise 2 (easy)", "the levels are basic, applied, challenge"),
        ('??? answer "Answer"', '??? note "Answer"', "exercise 1 has 0 answers; give it one"),
    ],
)
def test_a_fold_of_another_form_is_refused_at_its_line(page: Path, old: str, new: str, said: str) -> None:
    spoil(page, old, new)
    with pytest.raises(Wrong, match="dying.en.md") as refused:
        faults()
    assert said in str(refused.value)


def test_levels_agree_in_both_languages(page: Path) -> None:
    spoil(page, "Exercise 2 (basic)", "Exercise 2 (applied)")
    (fault,) = faults()
    assert "the levels of the exercises are not those of dying.zh-Hant.md" in fault
