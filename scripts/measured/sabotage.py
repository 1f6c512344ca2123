"""Breaks the project on purpose, in a copy, one thing at a time, and tells what notices: a check that nothing can fail checks nothing."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

from answers.cache import write
from measured.sabotages import LIMITS, SABOTAGES, Edit, Sabotage
from project.paths import BUILD, ROOT

PLACE = BUILD / "sabotage"
RECORD = PLACE / "found.json"
CARELESS = {"stale", "ledger", "picture"}
"""Checks that somebody silences by `sync` and `ledger` without reading: all that these two verbs write is read by these checks alone."""
COPIES = 2  # of the project, broken side by side


class Found(NamedTuple):
    """What noticed a breakage: by name, with the first thing it said; `anyway` of those that no careless `sync` or `ledger` silences."""

    by: list[str]
    said: str
    anyway: list[str]
    said_anyway: str
    seconds: float

    @property
    def place(self) -> str:
        """Where it points."""
        pointed = re.match(r"([\w./+-]+:\d+):", self.said_anyway or self.said)
        return pointed[1] if pointed else ""


def main(wanted: Sequence[str], sample: bool, quick: Collection[str] = (), told: Callable[[str], None] = print) -> int:
    """Break what is named (everything, without a name; with `sample` the first of each class); 1 if something passes unnoticed.

    Given `quick` checks, all the others are asked only where these do not notice enough.
    """
    chosen = [_known(name) for name in wanted] or list(SABOTAGES)
    if sample:
        firsts: dict[str, Sabotage] = {}
        for each in chosen:
            firsts.setdefault(each.kind, each)
        chosen = list(firsts.values())
    state = _hash(_state(), *sorted(quick))
    kept = _recalled()
    waiting = [each for each in chosen if (kept.get(each.name) or {}).get("state") != _hash(state, repr(each))]
    told(f"{len(chosen)} breakages, {len(chosen) - len(waiting)} of them known from an earlier run of the same state")
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(COPIES if waiting else 0):
        copies.put(copied(PLACE / f"copy{number}"))

    def sound() -> None:
        copy = copies.get()
        try:
            by, said = checked(copy)
        finally:
            copies.put(copy)
        if by:
            raise ValueError(f"{said[0]} (check {by[0]}); the project must be without faults before something is broken")

    def tried(each: Sabotage) -> None:
        copy = copies.get()
        try:
            found = broken(each, copy, quick)
        finally:
            copies.put(copy)
        kept[each.name] = {"state": _hash(state, repr(each)), **found._asdict()}
        write(RECORD, json.dumps(kept, ensure_ascii=False, indent=1).encode())  # so that an interrupted run goes on where it was
        told(line(each, found))

    with ThreadPoolExecutor(COPIES) as pool:
        whole = pool.submit(sound) if waiting else None
        done = pool.map(tried, waiting)
        if whole:
            whole.result()
        list(done)
    results = [(each, Found(**{part: kept[each.name][part] for part in Found._fields})) for each in chosen]
    return report(results, told)


def report(results: Sequence[tuple[Sabotage, Found]], told: Callable[[str], None]) -> int:
    """A table, then what passed unnoticed; 1 if that was anything but a limit that the project names."""
    told("")
    for each, found in results:
        told(line(each, found))
    unseen = [each.name for each, found in results if not found.by]
    silenced = [each.name for each, found in results if found.by and not found.anyway]
    told(
        f"\n{len(results)} breakages: {len(results) - len(unseen)} noticed, {len(results) - len(unseen) - len(silenced)} of them whatever is synced and accepted"
    )
    if silenced:
        told(f"noticed until somebody says that it was read: {', '.join(silenced)}")
    if unseen:
        told(f"not noticed: {', '.join(unseen)}")
    beyond = [name for name in silenced if name not in LIMITS]
    if beyond:
        told(f"and not among the limits that the project names: {', '.join(beyond)}")
    return 1 if unseen or beyond else 0


def line(each: Sabotage, found: Found) -> str:
    by = ", ".join(found.by) or "NOTHING"
    anyway = ", ".join(found.anyway) or "nothing"
    return f"{each.kind:11} {each.name:34} {found.seconds:5.0f} s  by {by}; anyway by {anyway}; at {found.place or '—'}"


def _known(name: str) -> Sabotage:
    from answers.names import unknown

    for each in SABOTAGES:
        if each.name == name:
            return each
    raise unknown(name, [each.name for each in SABOTAGES])


# ---- one breakage ----------------------------------------------------------------------------


def broken(each: Sabotage, copy: Path, quick: Collection[str] = ()) -> Found:
    """Break the copy, ask the checks and, where they say too little, the tests concerned; then mend it."""
    start = time.monotonic()
    touched = [edit.file for edit in each.edits]
    try:
        for edit in each.edits:
            applied(edit, copy, each.name)
        by, said = checked(copy, quick)
        if quick and not (by if each.name in LIMITS else set(by) - CARELESS):
            by, said = checked(copy)
        anyway = {name: first for name, first in zip(by, said, strict=True) if name not in CARELESS}
        tests: list[tuple[str, str]] = []
        if not anyway and each.tests:
            tests = tested(each.tests, copy)
        anyway |= dict(tests)
        names = [*by, *(name for name, _ in tests)]
        words = [*said, *(first for _, first in tests)]
    finally:
        for file in touched:
            mended(file, copy)
    return Found(names, next(iter(words), ""), list(anyway), next(iter(anyway.values()), ""), time.monotonic() - start)


def applied(edit: Edit, copy: Path, name: str) -> None:
    """Write the breakage into the copy, with a star into every file that fits; what it is made of must be there, or it would break nothing."""
    for place in sorted(copy.glob(edit.file)) if "*" in edit.file else [copy / edit.file]:
        if edit.new is None:
            place.unlink()
            continue
        before = place.read_text("utf-8") if place.exists() else ""
        if edit.old is not None and edit.old not in before:
            raise ValueError(
                f"scripts/measured/sabotages.py:1: {name} would replace {edit.old!r}, which {edit.file} no longer holds; give it what stands there now"
            )
        place.unlink(missing_ok=True)  # a kept thing is shared with the project by a link: the copy gets its own
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(before.replace(edit.old, edit.new, 1) if edit.old is not None else before + edit.new, "utf-8")


def mended(file: str, copy: Path) -> None:
    if "*" in file:  # something kept: what was broken there goes, and is made again when it is asked for
        return
    original = ROOT / file
    (copy / file).unlink(missing_ok=True)
    if original.exists():
        shutil.copy2(original, copy / file)


def checked(copy: Path, asked: Collection[str] = ()) -> tuple[list[str], list[str]]:
    """The checks (of those asked, or of all) that find a fault, each with the first it tells; a refusal to run at all counts as one."""
    done = _run([sys.executable, "scripts/docs.py", "check", *sorted(asked)], copy)
    damaged = [text for text in done.stderr.splitlines() if text.endswith("is damaged and is made again")]
    by, said = ["cache"] * bool(damaged), damaged[:1]
    head = ""
    for text in done.stdout.splitlines():
        if found := re.match(r"(\w+): \d+ faults?$", text):
            head = found[1]
        elif head and text.startswith("  "):
            by.append(head)
            said.append(text.strip())
            head = ""
    if done.returncode and not by:
        return ["docs.py"], [(done.stderr.strip().splitlines() or ["?"])[-1].removeprefix("docs.py check: ")]
    return by, said


def tested(tests: Sequence[str], copy: Path) -> list[tuple[str, str]]:
    """The first test concerned that fails, and what it says."""
    done = _run([sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--tb=line", *tests], copy)
    if done.returncode == 0:
        return []
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.M)
    where = re.search(r"^\S*?((?:tests|scripts|src)/\S+?\.py:\d+: .*)$", done.stdout, re.M)
    return [(failed[1] if failed else "pytest", where[1] if where else done.stdout.strip().splitlines()[-1])]


def _run(command: list[str], copy: Path) -> subprocess.CompletedProcess[str]:
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHONPATH"))}
    return subprocess.run(command, cwd=copy, env=quiet | {"PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, text=True)


# ---- copies and what is known ----------------------------------------------------------------


def _files() -> list[str]:
    """Every file of the project that is written by people: what git would take, or without git what is not made."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return [name for name in sorted(listed.stdout.splitlines()) if (ROOT / name).is_file()]
    left_out = {"build", "site", "__pycache__", ".venv"}
    return sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file() and not left_out & set(path.relative_to(ROOT).parts))


def copied(copy: Path) -> Path:
    """The project as it stands, with all that it has made: kept things are links, which nobody writes through."""
    wanted = set(_files())
    if copy.exists():
        for path in [path for path in copy.rglob("*") if path.is_file() and not path.is_relative_to(copy / "build")]:
            if path.relative_to(copy).as_posix() not in wanted:
                path.unlink()
    for name in wanted:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    cache = copy / "build" / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    for kept in (BUILD / "cache").glob("*.json"):
        if not (cache / kept.name).exists():
            os.link(kept, cache / kept.name)
    return copy


def _state() -> str:
    return _hash(*(f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}" for name in _files()))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def _recalled() -> dict[str, Any]:
    return dict(json.loads(RECORD.read_text("utf-8"))) if RECORD.exists() else {}
