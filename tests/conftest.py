"""What all tests share. `pyproject.toml` puts src and scripts on the import path."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import flint
import pytest

from answers import names
from certificates import pytest_runtest_logreport, pytest_terminal_summary, tried  # noqa: F401
from house import House, build, forget


@pytest.fixture(autouse=True)
def _precision() -> Iterator[None]:
    """Arb's working precision is one global number: whoever changes it, it is back afterwards."""
    before = flint.ctx.prec, flint.ctx.cap
    yield
    flint.ctx.prec, flint.ctx.cap = before


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """Everything the scripts make, computed by one worker while the others wait; what fails is reported by the checks."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    try:
        (shared / "making").mkdir()
    except FileExistsError:
        while not (shared / "made").exists():
            time.sleep(0.2)
        return
    try:
        with contextlib.suppress(RuntimeError):
            names.make_all()
    finally:
        (shared / "made").touch()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A small sound house that a test may break."""
    yield build(tmp_path, monkeypatch)
    monkeypatch.undo()
    forget()
