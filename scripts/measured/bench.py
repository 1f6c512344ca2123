"""Times the module and the builds, as ratios in one run: machines differ, and so do hours on one machine."""

from __future__ import annotations

import ast
import inspect
import json
import os
import platform
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from answers.cache import write
from mathematics.formula import naive, names
from measured.calls import Peer, peers_of
from project.paths import MEASURED, ROOT

if TYPE_CHECKING:
    from activation_functions import Activation

RECORD = MEASURED / "speed.json"
ROUNDS = 15
ARRAYS = 8
ELEMENTS = 1_000_000
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "site", "__pycache__", ".*_cache")


def main(parts: Sequence[str] = (), record: bool = False) -> int:
    """The parts asked for (both, without a name); with `record`, the times of the module are written down with the date."""
    if "module" in parts or not parts:
        times = module()
        if record:
            write(RECORD, (json.dumps(times, indent=1, sort_keys=True) + "\n").encode())
    if "builds" in parts or not parts:
        builds()
    return 0


# ---- the module ------------------------------------------------------------------------------


def module() -> dict[str, Any]:
    """ns per element of each function, beside a plain copy, the textbook NumPy form (also with products for powers), SciPy and PyTorch on one thread."""
    from activation_functions import ALL

    kept: dict[str, Any] = {"date": date.today().isoformat(), "machine": machine(), "versions": versions(), "elements": ELEMENTS, "rounds": ROUNDS, "ns": {}}
    for dtype in ("float64", "float32"):
        print(f"{ELEMENTS} elements of {dtype}, ns each; × what: how many times the time of", flush=True)
        kept["ns"][dtype] = {}
        for name, f in ALL.items():
            ns = {what: float(f"{time:.3g}") for what, time in interleaved([works(f, dtype, seed) for seed in range(ARRAYS)]).items()}
            kept["ns"][dtype][name] = ns
            print(f"  {name:16} " + "  ".join(_said(ns, value) for value in ("value", "slope")), flush=True)
    return kept


def _said(ns: dict[str, float], what: str) -> str:
    beside = [("copies", "copy")] + [(peer, f"{what} {peer}") for peer in ("textbook", "products", "scipy", "torch") if f"{what} {peer}" in ns]
    return f"{what} {ns[what]:6.2f} ns" + "".join(f" {ns[what] / ns[key]:6.2f} × {peer}" for peer, key in beside)


Work = dict[str, Callable[[], Any]]


def works(f: Activation, dtype: str, seed: int) -> Work:
    """What is timed for one function, on standard normal numbers; the slope of a mixing function is its product with a vector."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((ELEMENTS // 100, 100) if f.mixes else ELEMENTS).astype(dtype)
    out = np.empty_like(x)
    g = np.ones_like(f(x)) if f.mixes else x
    found: Work = {"copy": partial(np.copyto, out, x), "value": partial(f, x)}
    found["slope"] = partial(f.vjp, x, g) if f.mixes else partial(f.derivative, x)
    settings = {name: p.default for name, p in f.parameters.items()}
    for what, line in (("value", f.formula), ("slope", f.derivative_formula)):
        if line and not f.mixes and "x" in names(line) - {line}:  # x itself or a constant takes no computing
            found[f"{what} textbook"] = partial(naive, line, x=x, **settings)
            if (multiplied := with_products(line)) != line:
                found[f"{what} products"] = partial(naive, multiplied, x=x, power=power, **settings)
    for peer in peers_of(f.id):
        key = f"value {peer.library}"
        if peer.library in ("scipy", "torch") and key not in found and find_spec(peer.library):
            found |= _of_scipy(peer, x) if peer.library == "scipy" else _of_torch(peer, x)
    return found


def with_products(line: str) -> str:
    """The same formula with its whole powers as products, which NumPy computes much faster than x**3."""

    class Multiplied(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            self.generic_visit(node)
            match node:
                case ast.BinOp(op=ast.Pow(), right=ast.Constant(int(n))) if n > 1:
                    return ast.Call(ast.Name("power", ast.Load()), [node.left, node.right], [])
            return node

    tree = ast.parse(line, mode="eval")
    multiplied = ast.unparse(Multiplied().visit(tree))
    return multiplied if "power(" in multiplied else line


def power(u: Any, n: float) -> Any:
    """u * u * …, n factors, by way of squares."""
    half = power(u, int(n) // 2) if n > 1 else u
    return u if n == 1 else half * half * u if n % 2 else half * half


def _of_scipy(peer: Peer, x: NDArray[Any]) -> Work:
    return {"value scipy": partial(peer.thing, x, **peer.arguments(False, x))}


def _of_torch(peer: Peer, x: NDArray[Any]) -> Work:
    """Value without bookkeeping, and the way back alone."""
    torch = import_module("torch")
    torch.set_num_threads(1)
    u = torch.from_numpy(x.copy())
    f: Any = partial(peer.thing, **peer.arguments(False, u))
    if inspect.isclass(peer.thing):
        f = f().to(u.dtype).eval()
    second = [peer.evaluated(text, x=u) for text in peer.second]
    v = u.clone().requires_grad_()
    y = f(v, *second)

    def value() -> None:
        with torch.no_grad():
            f(u, *second)

    found: Work = {"value torch": value}
    with suppress(RuntimeError):  # it has no derivative
        back = partial(torch.autograd.grad, y, v, torch.ones_like(y), retain_graph=True)
        back()
        found["slope torch"] = back
    return found


def interleaved(work: list[Work]) -> dict[str, float]:
    """The least of several runs, ns per element.

    Each round runs everything once, in another order, so that noise hits all alike, and each run takes the next of several arrays, so
    that none finds its numbers in a cache.
    """
    order, least = list(work[0]), dict.fromkeys(work[0], float("inf"))
    for round_ in range(ROUNDS):
        random.Random(round_).shuffle(order)
        for place, what in enumerate(order):
            run = work[(round_ + place) % len(work)][what]
            start = time.process_time()  # not by the clock on the wall: another program may have had the processor meanwhile
            run()
            least[what] = min(least[what], time.process_time() - start)
    return {what: seconds / ELEMENTS * 1e9 for what, seconds in least.items()}


def machine() -> str:
    """The name of the processor, and its newest instructions that NumPy uses, on which the time of an exponential depends."""
    extensions = np.show_config(mode="dicts").get("SIMD Extensions", {})
    newest = [*extensions.get("baseline", []), *extensions.get("found", [])][-1:]
    return ", ".join([_processor(), *newest])


def _processor() -> str:
    with suppress(OSError):
        named = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
        if named:
            return named[1].strip()
    return platform.processor() or platform.machine()


def versions() -> dict[str, str]:
    packages = [package for package in ("numpy", "scipy", "torch") if find_spec(package)]
    return {"python": platform.python_version()} | {package: version(package).partition("+")[0] for package in packages}


# ---- the builds ------------------------------------------------------------------------------


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


def wait(address: str, text: str, seconds: float = 180, without: str | None = None) -> str:
    """Read a page again and again until it says the text (and no longer the other one); the page."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address) as page:
            said: str = page.read().decode()
            if text in said and (without is None or without not in said):
                return said
        time.sleep(0.02)
    raise RuntimeError(f"{address} did not say {text!r} within {seconds:g} s")
