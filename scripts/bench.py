"""Times the module and the builds, as ratios in one run: machines differ, and so do hours on one machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from timeit import repeat
from typing import Any

import numpy as np

from cache import ROOT
from formula import naive

ELEMENTS = 1_000_000
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "site", "__pycache__", ".*_cache")


def main() -> int:
    module()
    builds()
    return 0


def module() -> None:
    """ns per element of each function, beside a plain copy and the textbook NumPy form of its own formula."""
    from activations import ALL

    x = np.random.default_rng(0).standard_normal(ELEMENTS)
    out = np.empty_like(x)
    copy = _best(lambda: np.copyto(out, x))
    print(f"{ELEMENTS} float64 elements, ns each (copies, against the textbook form)\n  {'plain copy':12} {copy:6.2f}")
    for name, f in ALL.items():
        ours = _best(partial(f, x))
        line = f"  {name:12} {ours:6.2f}  {ours / copy:6.1f} copies"
        if not f.mixes:
            derivative = _best(partial(f.derivative, x))
            textbook = _best(partial(naive, f.formula, x=x, **{p: v.default for p, v in f.parameters.items()}))
            line += f"  {ours / textbook:5.2f} × textbook   derivative {derivative:6.2f}  {derivative / copy:6.1f} copies"
        print(line, flush=True)


def _best(work: Any) -> float:
    """The least of several runs, in nanoseconds per element."""
    return min(repeat(work, number=1, repeat=7)) / ELEMENTS * 1e9


def builds() -> None:
    """Seconds of a cold build, of a warm one, and from saving a paragraph to reading it under `mkdocs serve`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        stage = [sys.executable, "scripts/docs.py", "stage"]
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        cold = _seconds(stage, copy)
        pages = _seconds(build, copy, EXPORTS="0")
        print(f"cold build without exports      {cold + pages:6.1f} s ({cold:.1f} to compute, {pages:.1f} to write)")
        warm = _seconds(build, copy, EXPORTS="0")
        print(f"warm build without exports      {warm:6.1f} s  ({warm / (cold + pages):.2f} of the cold one)")
        print(f"edited paragraph, under serve   {_edit(copy):6.1f} s")
        exports = _seconds(build, copy)
        print(f"exports, then a build           {exports:6.1f} s")


def _seconds(command: list[str], folder: Path, **settings: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=os.environ | settings, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def _edit(folder: Path) -> float:
    """Change a paragraph of the served copy and wait until the page says it."""
    page = folder / "docs" / "about.en.md"
    with served(folder) as address:
        wait(f"{address}en/about/", "somebody typed them")
        start = time.perf_counter()
        page.write_text(page.read_text("utf-8").replace("somebody typed them", "somebody had typed them"), "utf-8")
        wait(f"{address}en/about/", "somebody had typed them")
        return time.perf_counter() - start


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """`mkdocs serve` of a project on a free port of this machine; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", place]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.wait()


def wait(address: str, text: str, seconds: float = 180) -> None:
    """Read a page again and again until it says the text."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address) as page:
            if text in page.read().decode():
                return
        time.sleep(0.05)
    raise RuntimeError(f"{address} did not say {text!r} within {seconds:g} s")
