"""A slice of each study runs again and finds what its record says, within the spread of its seeds; records are sound, and refused when they are not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from answers import studying
from checks import studies as checking
from mathematics import study as reading
from mathematics.study import record, study
from project import computing, imports, instructions
from project.fault import Wrong
from project.paths import FUNCTIONS, STUDIES

NAMES = [file.stem for file in studying.files()]
SECONDS = 60
"""What all slices together may take."""


# ---- slices ----------------------------------------------------------------------------------


def slice_of(name: str) -> list[studying.Task]:
    """The quickest arms, each with another seed, as many as this study's share of the time allows; one at least."""
    said, share = record(name), SECONDS / 4 / len(NAMES)  # the rest is for a slower machine
    order = sorted(range(len(said["arms"])), key=lambda arm: said["arms"][arm]["seconds"])
    taken = np.cumsum([said["arms"][arm]["seconds"] for arm in order])
    return [(name, arm, said["seeds"][k % len(said["seeds"])]) for k, arm in enumerate(order) if k == 0 or taken[k] < share]


@pytest.fixture(scope="module")
def plainly() -> Iterator[Any]:
    """A process that computes as the records were computed."""
    with instructions.workers(1) as pool:
        yield pool


@pytest.mark.parametrize("name", NAMES)
def test_a_slice_runs_again_within_its_spread(plainly: Any, name: str) -> None:
    said = record(name)
    for task in slice_of(name):
        _, arm, seed = task
        row, kept = said["seeds"].index(seed), said["arms"][arm]["found"]
        again = plainly.submit(studying.again, task).result()["found"]
        assert again.keys() == kept.keys()
        for what, value in again.items():
            far = away(np.array(reading._reached(value), dtype=float), np.array(reading._reached(kept[what]), dtype=float), row)
            assert not far, f"{name}, arm {said['arms'][arm]['settings']}, seed {seed}: {what} was {kept[what][row]}, and is {value}"


def away(value: Any, rows: Any, row: int) -> bool:
    """Whether a run lies outside the spread of its arm around what was recorded of it; arrived or not counts too."""
    there = np.isfinite(rows)
    spread = np.std(np.where(there, rows, 0), axis=0, ddof=1)  # a seed that never arrived widens it, as it should
    both = np.isfinite(value) & there[row]
    gap = np.abs(np.where(both, value, 0) - np.where(both, rows[row], 0))
    return bool(np.any(gap > spread + 1e-6 * np.abs(np.where(there[row], rows[row], 0)) + 1e-9) or np.mean(np.isfinite(value) != there[row]) > 0.2)


def test_away_is_away() -> None:
    rows = np.array([[1.0, 10.0], [2.0, 12.0], [3.0, np.inf]])
    assert not away(rows[0], rows, 0)
    assert not away(np.array([1.9, 10.0]), rows, 0)
    assert away(np.array([2.5, 10.0]), rows, 0)
    assert away(np.array([1.0, np.inf]), rows, 0)


def test_the_slices_fit_into_their_time() -> None:
    arms = [record(name)["arms"][arm]["seconds"] for name in NAMES for _, arm, _ in slice_of(name)]
    assert sum(arms) <= SECONDS / 2


# ---- records ---------------------------------------------------------------------------------

STUDY = '''"""Throws of a die until a six."""

import numpy as np

seeds = range(5)
arms = [{}, {"sides": 20}]


def run(seed, *, sides=6, patience=9):
    """The throws that it takes; inf where it takes more than `patience`."""
    throws = np.random.default_rng(seed).integers(1, sides + 1, patience)  # a comment
    return {"throws": np.argmax(throws == 6) + 1 if 6 in throws else np.inf, "mean": throws.mean()}
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A room of studies with one of dice, run here and now."""
    monkeypatch.syspath_prepend(str(tmp_path))
    room = tmp_path / "dicing"
    room.mkdir()
    for module in (studying, reading, checking):
        monkeypatch.setattr(module, "STUDIES", room)
    monkeypatch.setattr(computing, "ROOT", tmp_path)
    monkeypatch.setattr(checking, "studies_read", lambda files: {"dice"})
    monkeypatch.setattr(studying, "import_module", lambda name: load(room / "dice.py"))
    monkeypatch.setattr(studying, "once", studying.again)
    monkeypatch.setattr(instructions, "workers", Here)
    (room / "dice.py").write_text(STUDY, "utf-8")
    forget()
    yield room
    forget()


class Here:
    """Workers that work in this process."""

    def __enter__(self) -> "Here":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Any, *given: Any) -> Any:
        from concurrent.futures import Future

        future: Future[Any] = Future()
        try:
            future.set_result(work(*given))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, **_: bool) -> None:
        pass


def load(file: Path) -> Any:
    from types import SimpleNamespace

    given: dict[str, Any] = {}
    exec(compile(file.read_text("utf-8"), str(file), "exec"), given)
    return SimpleNamespace(**given)


def forget() -> None:
    reading.record.cache_clear()
    reading._arms.cache_clear()
    imports.closure.cache_clear()
    imports.imported_files.cache_clear()


def test_what_is_run_is_read(folder: Path) -> None:
    seen: list[str] = []
    studying.run("dice", lambda done, total, what: seen.append(f"{done}/{total} {what}"))
    assert len(seen) == 10
    assert seen[-1].startswith("10/10 dice, seed ")
    assert checking.studies() == []
    fair, many = study("dice"), study("dice", sides=20)
    assert (fair.settings, fair.seeds) == ({"sides": 6, "patience": 9}, (0, 1, 2, 3, 4))
    assert study("dice", sides=6.0, patience=9)["throws"].tolist() == fair["throws"].tolist()
    throws = [np.random.default_rng(seed).integers(1, 21, 9) for seed in range(5)]
    assert many["mean"] == pytest.approx([each.mean() for each in throws], rel=1e-7)
    assert np.isinf(many["throws"]).tolist() == [6 not in each for each in throws]
    assert np.isinf(many["throws"]).any()
    assert '"throws": [ ' in (folder / "dice.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("ask", "what"),
    [
        (lambda: study("dice", sides=12), r"dice.py:6: the study dice has no arm with sides=12; add it to `arms`, and run `python scripts/docs.py study dice`"),
        (lambda: study("dice")["six"], r"the study dice finds mean, throws, and no 'six'"),
    ],
)
def test_what_was_not_run_is_told(folder: Path, ask: Any, what: str) -> None:
    studying.run("dice")
    with pytest.raises(Wrong, match=what):
        ask()


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("sides + 1", "sides", True),
        ("default_rng(seed)", "default_rng(seed + 1)", True),
        ("range(5)", "range(6)", True),
        ("# a comment", "# another", False),
        ("The throws that it takes", "Throws", False),
        ('"""Throws of a die until a six."""', '"""Dice."""\n', False),
    ],
)
def test_a_record_of_other_code_is_a_fault(folder: Path, old: str, new: str, stale: bool) -> None:
    studying.run("dice")
    assert old in STUDY
    (folder / "dice.py").write_text(STUDY.replace(old, new), "utf-8")
    forget()
    told = [str(fault) for fault in checking.studies()]
    assert len(told) == stale
    assert checking.outdated() == ["dice"] * stale
    if stale:
        assert "dice.json:" in told[0]
        assert "the code of this study has changed since it was run on" in told[0]
        assert told[0].endswith("run `python scripts/docs.py study dice`")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("range(5)", "(0, 1, 2, 3)", "4 seeds"),
        ('{"sides": 20}', '{"sides": 6}', "an arm stands here twice: as usual"),
        ("np.inf,", "np.nan,", "a study found nan"),
        ("np.inf,", "-np.inf,", "a study found -inf"),
        ("throws.mean()", "throws[: 1 + seed]", "its seeds do not find the same things"),
        ("arms = [", "others = [", "this study has no `arms`"),
    ],
)
def test_an_unsound_study_is_refused(folder: Path, old: str, new: str, what: str) -> None:
    (folder / "dice.py").write_text(STUDY.replace(old, new), "utf-8")
    with pytest.raises(Wrong, match=what):
        studying.run("dice")
    assert not (folder / "dice.json").exists()


def test_faults_of_records(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [fault.what for fault in checking.studies()] == ["this study has no record"]
    studying.run("dice")
    said = json.loads((folder / "dice.json").read_text("utf-8"))
    said["arms"][0]["found"]["throws"][0] = 1 + said["arms"][0]["found"]["throws"][0]
    (folder / "dice.json").write_text(json.dumps(said), "utf-8")
    assert ["its checksum is not" in fault.what for fault in checking.studies()] == [True]
    studying.run("dice")
    monkeypatch.setattr(checking, "SECONDS", -1)
    monkeypatch.setattr(checking, "studies_read", lambda files: set())
    (folder / "rope.json").write_text("{}", "utf-8")
    told = [fault.what for fault in checking.studies()]
    assert "it took 0 s of one core, -1 at most" in told[0]
    assert told[1:] == ["no study of scripts/studies is called rope", "no figure and no claim reads the study dice"]


# ---- what a study depends on -----------------------------------------------------------------


def test_words_of_a_function_are_not_what_it_computes() -> None:
    code = computing.bare(FUNCTIONS / "sigmoid.py").decode()
    assert "np.maximum(e, x >= 0.0) / (1.0 + e)" in code
    assert not any(word in code for word in ("Rumelhart", "rumelhart", "overflows", "zh_hant", "story"))


def test_who_reads_a_study_is_made_anew_with_its_record(tmp_path: Path) -> None:
    reader = tmp_path / "reader.py"
    reader.write_text('from mathematics.study import study\nfound = [study("dice"), study("rope", knots=2)]\n', "utf-8")
    assert computing.studies_read(frozenset({reader})) == {"dice", "rope"}
    reader.write_text("from mathematics.study import study\nfound = study(name)\n", "utf-8")
    with pytest.raises(Wrong, match=r"reader.py:2: study\(name\) hides which record it reads; name the study"):
        computing.studies_read(frozenset({reader}))


def test_no_figure_and_no_claim_trains() -> None:
    """Whoever imports the network trains; figures may look at one that has learned."""
    from project.paths import SCRIPTS

    trainers = [file.stem for room in ("figures", "claims") for file in (SCRIPTS / room).glob("*.py") if "network import training" in file.read_text("utf-8")]
    assert trainers == []
    assert STUDIES.is_dir()
