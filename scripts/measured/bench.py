"""Times the module and the builds, as ratios in one run: machines differ, and so do hours on one machine."""

from __future__ import annotations

import ast
import inspect
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
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mathematics import words  # noqa: F401  a formula may use one of these
from mathematics.formula import naive, names
from mathematics.recorded import write
from measured.calls import Peer, peers_of
from project.paths import ROOT

if TYPE_CHECKING:
    from activation_functions import Activation

ROUNDS = 15
ARRAYS = 8
ELEMENTS = 1_000_000
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "site", "__pycache__", ".*_cache")


def main(parts: Sequence[str] = (), record: bool = False) -> int:
    """The parts asked for (module and builds, without a name); with `record`, the times of the module are written down with the date."""
    if "module" in parts or not parts:
        times = module()
        if record:
            write("speed", times)
    if "builds" in parts or not parts:
        builds()
    if "growth" in parts:
        growth()
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

EDITS = 10
PARAGRAPH = "somebody typed them"  # of docs/about.en.md


def builds() -> None:
    """Builds as ratios to a bare `mkdocs build` of the same staged pages, and how soon an edit is in the browser, by parts."""
    with copied() as copy:
        cold = seconds(BUILD, copy, EXPORTS="0")
        bare = seconds([*BUILD, "--config-file", "build/stage/mkdocs.yml", "--site-dir", str(copy / "bare")], copy)
        print(f"a bare mkdocs build of the staged pages  {bare.wall:6.1f} s  ({bare.processor:.1f} s of processors)")
        told("cold, without exports", cold, bare)
        told("warm, without exports", seconds(BUILD, copy, EXPORTS="0"), bare)
        served_edits(copy, bare)
        shutil.rmtree(copy / "build")
        told("cold, with exports", seconds(BUILD, copy), bare)


def growth() -> None:
    """The same for more and more functions and pages: what each further one costs stays what it was."""
    for times in (0, 1, 2, 4):
        with copied() as copy:
            if (ROOT / "build" / "cache").exists():  # what the project itself has made is not what is asked here
                shutil.copytree(ROOT / "build" / "cache", copy / "build" / "cache", ignore=shutil.ignore_patterns("exports"))
            seconds(BUILD, copy, EXPORTS="0")
            for number in range(times):
                synthesise(copy, number)
            taken = seconds(BUILD, copy, EXPORTS="0")
            warm = seconds(BUILD, copy, EXPORTS="0")
            more = times * len(MODELS)
            print(f"{more:3} more functions and {more:3} more pages: {taken.wall:6.1f} s ({taken.processor:.1f} s of processors), then warm {warm.wall:.1f} s")
            edits = [each["seen"] for each in paragraphs(copy, 3)]
            print(f"    an edited paragraph: {median(edits):.2f} s after it was noticed", flush=True)


class Seconds(NamedTuple):
    """By the clock, and of all processors together."""

    wall: float
    processor: float


BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


@contextmanager
def copied() -> Iterator[Path]:
    """The project without anything that was made from it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        yield copy


def seconds(command: list[str], folder: Path, **settings: str) -> Seconds:
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, cwd=folder, env=os.environ | settings, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Seconds(time.perf_counter() - start, used)


def told(what: str, taken: Seconds, bare: Seconds) -> None:
    print(f"{what:40} {taken.wall:6.1f} s  ({taken.processor:.1f} s of processors), {taken.wall / bare.wall:5.2f} × bare", flush=True)


def served_edits(folder: Path, bare: Seconds) -> None:
    """What becomes of edits while the site is served."""
    edits = paragraphs(folder, EDITS)
    parts = {part: median(each[part] for each in edits) for part in edits[0]}
    print(f"an edited paragraph, median of {EDITS}        {parts['seen']:6.2f} s after it was noticed, {parts['seen'] / bare.wall:.3f} × bare")
    print(f"    saved to noticed {parts['noticed']:.2f} s, pages set out {parts['set out']:.2f} s, made {parts['made']:.2f} s")
    function = folder / "src" / "activation_functions" / "functions" / "leaky_relu.py"
    heard: list[tuple[float, str]] = []
    with served(folder, heard) as address:
        wait(f"{address}en/functions/leaky_relu/", "<mn>0.01</mn>")
        start = time.monotonic()
        function.write_text(function.read_text("utf-8").replace("default=0.01", "default=0.03125"), "utf-8")
        wait(f"{address}en/functions/leaky_relu/", "<mn>0.03125</mn>")
        taken = time.monotonic() - start
    again = {found[1] for moment, line in heard if moment > start and (found := re.search(r"\d+/\d+ (\w+ \w+)", line))}
    print(f"an edited function (Leaky ReLU)          {taken:6.1f} s, {taken / bare.wall:5.2f} × bare; {len(again)} things made again", flush=True)


def paragraphs(folder: Path, count: int) -> list[dict[str, float]]:
    """For so many edits of one paragraph: seconds from saving to noticing, from there to seeing, and the parts that the server names."""
    page, found = folder / "docs" / "about.en.md", []
    right = page.read_text("utf-8")
    heard: list[tuple[float, str]] = []
    with served(folder, heard) as address:
        wait(f"{address}en/about/", PARAGRAPH)
        for number in range(count + 1):  # the first edit meets a server that has not yet read all it will keep
            time.sleep(1.5)
            start, before = time.monotonic(), len(heard)
            page.write_text(right.replace(PARAGRAPH, f"edit {number}, {PARAGRAPH}"), "utf-8")
            wait(f"{address}en/about/", f"edit {number}, {PARAGRAPH}")
            seen = time.monotonic()
            while not (parts := [re.findall(r"[\d.]+(?= s\b)", line) for _, line in heard[before:] if "Pages set out in" in line]):
                if time.monotonic() > seen + 9:
                    raise RuntimeError("the server did not say how long the pages took; it said " + " ".join(line for _, line in heard[before:]))
                time.sleep(0.01)
            noticed = next(moment for moment, line in heard[before:] if "Detected file changes" in line)
            found.append({"noticed": noticed - start, "seen": seen - noticed, "set out": float(parts[0][0]), "made": float(parts[0][1])})
    page.write_text(right, "utf-8")
    return found[1:]


MODELS = ("elu", "gelu", "hard_swish", "mish", "softsign", "softplus", "silu", "relu6")


def synthesise(folder: Path, number: int) -> None:
    """Further functions, each like one of MODELS with its derivation, and as many pages."""
    functions, derivations = folder / "src" / "activation_functions" / "functions", folder / "scripts" / "derivations" / "functions"
    for model in MODELS:
        name = f"{model}_no{number}"
        for file, new in (
            (functions / f"{model}.py", functions / f"{name}.py"),
            (derivations / f"{model}_derivative.py", derivations / f"{name}_derivative.py"),
        ):
            new.write_text(re.sub(rf"\b{model}\b", name, file.read_text("utf-8")), "utf-8")
        for language in ("en", "zh-Hant"):
            text = (folder / "docs" / "guide" / f"vanishing.{language}.md").read_text("utf-8")
            place = folder / "docs" / "guide" / f"vanishing-{name.replace('_', '-')}.{language}.md"
            place.write_text(text, "utf-8")


@contextmanager
def served(folder: Path, heard: list[tuple[float, str]] | None = None) -> Iterator[str]:
    """`mkdocs serve` of a project on a free port of this machine; its address. What it says is heard with the time, or not at all."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", *(["--quiet"] if heard is None else []), "-a", place]
    said = subprocess.DEVNULL if heard is None else subprocess.PIPE
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said, text=True, encoding="utf-8")
    if heard is not None:
        assert server.stderr is not None
        Thread(target=lambda lines: heard.extend((time.monotonic(), line) for line in lines), args=(server.stderr,), daemon=True).start()
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
