"""The module as files that pip installs: the wheel that the site hosts, and the source archive."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from flit_core import sdist as _sdist
from flit_core import wheel as _wheel

from language import citation
from project.paths import PACKAGE, ROOT

LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.draft")
BESIDE = ("pyproject.toml", "README.md", "LICENSE")


def wheel() -> bytes:
    """The wheel, named `citation.wheel_name()`: the same bytes from the same files, wherever and whenever it is made."""
    with tempfile.TemporaryDirectory() as folder, _date_of_release():
        root = Path(folder)
        shutil.copytree(PACKAGE, root / "src" / PACKAGE.name, ignore=LEFT_OUT)
        for file in BESIDE:
            shutil.copy(ROOT / file, root)
        _with_links(root / "pyproject.toml")
        return Path(_wheel.make_wheel_in(root / "pyproject.toml", root).file).read_bytes()


def sdist(folder: Path) -> Path:
    """The source archive, put into a folder: the module, and the tests with all that they hold it against."""
    folder.mkdir(parents=True, exist_ok=True)
    with _date_of_release():
        return Path(_sdist.SdistBuilder.from_ini_path(ROOT / "pyproject.toml").build(folder))


def _with_links(project: Path) -> None:
    """Links to the site, once it has an address that others can reach."""
    if citation.public():
        text = project.read_text("utf-8")
        project.write_text(re.sub(r"\n(?=\[tool\.)", f'\n[project.urls]\nDocumentation = "{citation.site()}/en/"\n\n', text, count=1), "utf-8")


@contextmanager
def _date_of_release() -> Iterator[None]:
    """Archives hold dates: the one of the release, not the day on which they were packed."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    released = datetime.fromisoformat(str(citation.project()["date-released"])).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(released.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
