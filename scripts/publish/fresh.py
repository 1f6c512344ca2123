"""Sets the site out again and again for a server, each time with the project's code as it is now, without the wait for libraries.

Python keeps a module once it is imported. So there are three processes, each a fork of the one before:

1. one that has imported libraries and no module of the project but this one,
2. one that has imported the project; another takes its place as soon as anything but the words of a page changes,
3. one for each time the site is set out; what it read and remembered goes with it.
"""

from __future__ import annotations

import json
import re
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from project.paths import DOCS, ROOT, SCRIPTS, SOURCE

LIBRARIES = (
    *("numpy", "scipy.special", "sympy", "flint", "matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg", "matplotlib.pyplot"),
    *("yaml", "opencc", "pybtex.database", "pybtex.database.input.bibtex", "fontTools.subset", "math_core", "flit_core.wheel", "flit_core.sdist"),
    *("mkdocs.utils.yaml", "concurrent.futures.process", "jupytext"),
)
"""What the project imports from elsewhere and takes long to import. One left out costs time, nothing else."""

Progress = Callable[[int, int, str], None]
Told = dict[str, Any]


def own(module: Any) -> bool:
    """Whether a module stands in a file of this project."""
    file = Path(getattr(module, "__file__", None) or "/")
    return file.is_relative_to(SCRIPTS) or file.is_relative_to(SOURCE)


def signature() -> dict[str, tuple[int, int]]:
    """Every file with its size and time, but of pages only that they are there."""
    files = [path for folder in (SOURCE, SCRIPTS, DOCS) for path in folder.rglob("*") if path.suffix not in (".pyc", ".draft")]
    files += [ROOT / name for name in ("mkdocs.yml", "CITATION.cff", "pyproject.toml", "README.md", "LICENSE")]
    found = {path.as_posix(): path.stat() for path in files if path.is_file()}
    return {path: (0, 0) if path.endswith(".md") and path.startswith(DOCS.as_posix()) else (stat.st_size, stat.st_mtime_ns) for path, stat in found.items()}


def answer_requests(progress: Progress) -> None:
    """The first process: for each line of standard input, a line of JSON as `told` makes it."""
    sys.dont_write_bytecode = True  # beside the scripts it would look like an edit to the watcher of `mkdocs serve`
    for library in LIBRARIES:
        with suppress(ImportError):
            import_module(library)
    forks = get_context("fork")
    seen, pipe, process = None, None, None
    for _ in sys.stdin:
        if (now := signature()) != seen or pipe is None or process is None or not process.is_alive():
            if pipe is not None:
                pipe.close()
            pipe, theirs = forks.Pipe()
            process = forks.Process(target=_with_project, args=(theirs, pipe, progress))
            process.start()
            theirs.close()
            seen = now
        try:
            pipe.send("stage")
            said = pipe.recv()
        except (EOFError, OSError):
            said = {"error": "the process that sets the pages out ended before it had an answer", "where": ""}
        print(json.dumps(said), flush=True)
    if pipe is not None:
        pipe.close()


def _with_project(pipe: Connection, other: Connection, progress: Progress) -> None:
    """The second process."""
    other.close()
    sys.stdout = sys.stderr  # the answers go out by standard output
    for name in [name for name, module in sys.modules.items() if own(module) and name != "__main__"]:
        del sys.modules[name]
    try:
        staging = import_module("publish.staging")
    except BaseException as error:
        with suppress(EOFError, OSError):
            pipe.recv()
            pipe.send(told(error))
        return
    forks = get_context("fork")
    with suppress(EOFError, OSError):
        while pipe.recv():
            process = forks.Process(target=_stage, args=(pipe, staging.stage, progress))
            process.start()
            process.join()
            if process.exitcode:
                pipe.send({"error": f"the process that sets the pages out ended with {process.exitcode}", "where": ""})
            with suppress(Exception):  # what is wrong, the next stage says
                staging.warm()


def _stage(pipe: Connection, stage: Callable[[bool, Progress], list[str]], progress: Progress) -> None:
    """The third process."""
    try:
        said: Told = {"changed": stage(False, progress)}
    except BaseException as error:
        said = told(error)
    pipe.send(said)


def told(error: BaseException) -> Told:
    """What went wrong and, where the message does not begin with it, in which file and line of the project."""
    if isinstance(error, SyntaxError) and error.filename:
        return {"error": str(error.msg), "where": _shown(error.filename, error.lineno or 0)}
    lines = "".join(traceback.format_exception(error))
    frames = [(file, int(line)) for file, line in re.findall(r'File "([^"]+)", line (\d+)', lines) if Path(file).is_relative_to(ROOT)]
    text = str(error) or type(error).__name__
    known = isinstance(error, (ValueError, ArithmeticError, RuntimeError, FileNotFoundError))
    where = "" if re.match(r"docs/\S+\.(md|py|tsv|bib)", text) or not frames else _shown(*frames[-1])
    return {"error": text if known else f"{type(error).__name__}: {text}", "where": where}


def _shown(file: str, line: int) -> str:
    path = Path(file)
    return f"{path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else file}:{line}"
