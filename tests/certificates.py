"""Long trials that were won once are not fought again as long as nothing of them has changed.

A trial asks a question: the code of its judge, the formula, the settings, the numbers it is tried at. What our code returns there, bit by
bit, is the answer. The same answer to the same question is right again, so `certificates.tsv` keeps a hash of both for each trial that was
won. Any other answer, of changed code or of another processor, is tried in full; so is one in sixteen of those on record, in every run.

`CERTIFY=1 pytest tests/activation_functions` tries whatever is not on record and writes it down. Nothing is lost where that is forgotten
but time: the summary of a run says how many trials it had to fight.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import tokenize
from collections.abc import Callable, Iterable
from functools import cache
from io import StringIO
from pathlib import Path
from tokenize import COMMENT, NL
from types import ModuleType

import pytest

RECORD = Path(__file__).parent / "certificates.tsv"
AGAIN = "0"  # hashes that begin with it are tried all the same: one in sixteen

Trial = Callable[..., list[str]]


@cache
def record() -> dict[str, str]:
    lines = RECORD.read_text("utf-8").splitlines() if RECORD.exists() else []
    return dict(line.split("\t") for line in lines)


@cache
def code_of(*judges: ModuleType) -> bytes:
    """The judges' code without its comments, in the same bytes for every Python."""
    source = "".join(inspect.getsource(judge) for judge in judges)
    return "".join(token.string for token in tokenize.generate_tokens(StringIO(source).readline) if token.type not in (COMMENT, NL)).encode()


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Trial:
    """Decides a trial of the function of this id: by the record where it was won already, else in full. What it returns are the faults."""

    def decide(function: str, asked: Iterable[bytes], answered: Iterable[bytes], in_full: Callable[[], list[str]]) -> list[str]:
        name, seal = f"{function}-{_hash([request.node.name.encode()])[:8]}", _hash([*asked, *answered])[:16]
        known = record().get(name) == seal
        faults = [] if known and not seal.startswith(AGAIN) else in_full()
        if not faults and not known:
            request.node.user_properties.append(("won", f"{name}\t{seal}"))
        return faults

    return decide


def _hash(parts: Iterable[bytes]) -> str:
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.hexdigest()


_won: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed:
        _won.extend(str(line) for what, line in report.user_properties if what == "won")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Where the reports of all workers come together: one hand writes the record, and only what was won."""
    if _won and os.environ.get("CERTIFY"):
        lines = record() | dict(line.split("\t") for line in _won)
        RECORD.write_text("".join(f"{name}\t{seal}\n" for name, seal in sorted(lines.items())), "utf-8")
        terminalreporter.line(f"{RECORD.name}: {len(_won)} lines are new or changed.")
    elif _won:
        terminalreporter.line(f"{len(_won)} long trials were not on record and took their time: CERTIFY=1 pytest tests/activation_functions records them.")
