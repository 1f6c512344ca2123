"""What zeros save in a layer, what an activation costs beside it, and what one pass over memory or one matrix product in the place of several saves: timed, and written down.

    OPENBLAS_NUM_THREADS=1 PYTHONPATH=src:scripts python scripts/measured/layers.py

It writes layers.json beside itself: milliseconds of one run each, on one thread, of float32. Only ratios of one record mean anything.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
import scipy.special

from mathematics.recorded import write
from measured.bench import ROUNDS, interleaved, machine, versions

Floats = npt.NDArray[np.float32]

WIDTHS = (64, 256, 1024)
BATCH = 64
SHARES = {"all": 1.0, "half": 0.5, "tenth": 0.1, "hundredth": 0.01}
MANY, BLOCK = 4_000_000, 16_384
COPIES = 4


def timed(make: Callable[[int], dict[str, Callable[[], Any]]]) -> dict[str, float]:
    """Milliseconds of each piece of work, the least of several rounds; `make` gives the work on one of several sets of arrays.

    The bench tells nanoseconds for each of a million elements, which are the milliseconds of one run.
    """
    return {what: float(f"{ms:.3g}") for what, ms in interleaved([make(copy) for copy in range(COPIES)]).items()}


def normal(rng: np.random.Generator, *shape: int) -> Floats:
    return rng.standard_normal(shape, dtype=np.float32)


# ---- a layer whose inputs are partly zero ----------------------------------------------------


def with_zeros(copy: int) -> dict[str, Callable[[], Any]]:
    """W a with a share of active entries: the product as it always is, one that picks the active columns, and one of a sparse format."""
    rng = np.random.default_rng(copy)
    work: dict[str, Callable[[], Any]] = {}
    for width in WIDTHS[1:]:
        W = normal(rng, width, width)
        turned = np.ascontiguousarray(W.T)  # a row for each input, so that what belongs to an active one lies together
        for name, share in SHARES.items():
            batch = np.where(rng.random((width, BATCH)) < share, np.abs(normal(rng, width, BATCH)), np.float32(0))
            one = np.ascontiguousarray(batch[:, 0])
            stored = scipy.sparse.csr_array(batch.T)
            work |= {
                f"{width}, batch, as always, {name}": partial(np.matmul, W, batch),
                f"{width}, batch, sparse format, {name}": partial(stored.__matmul__, turned),
                f"{width}, one, as always, {name}": partial(np.matmul, W, one),
                f"{width}, one, active columns, {name}": partial(picked, turned, one),
            }
    return work


def picked(turned: Floats, a: Floats) -> Floats:
    """The same product from the weights of active inputs alone."""
    (active,) = np.nonzero(a)
    product: Floats = a[active] @ turned[active]
    return product


# ---- an activation beside its layer ----------------------------------------------------------


def sigmoid(z: Floats) -> Any:
    return 1 / (1 + np.exp(-z))


def gelu(z: Floats) -> Any:
    return z * (np.float32(0.5) + np.float32(0.5) * scipy.special.erf(z * np.float32(0.5**0.5)))


FUNCTIONS: dict[str, Callable[[Floats], Any]] = {"relu": partial(np.maximum, np.float32(0)), "tanh": np.tanh, "sigmoid": sigmoid, "gelu": gelu}


def beside(copy: int) -> dict[str, Callable[[], Any]]:
    """The product of a square layer with a batch, and each function on its outcome."""
    rng = np.random.default_rng(copy)
    work: dict[str, Callable[[], Any]] = {}
    for width in WIDTHS:
        W, a = normal(rng, width, width), normal(rng, width, BATCH)
        z = W @ a / np.float32(width**0.5)
        work[f"{width}, product"] = partial(np.matmul, W, a)
        work |= {f"{width}, {name}": partial(f, z) for name, f in FUNCTIONS.items()}
    return work


# ---- slopes from what was kept ---------------------------------------------------------------


def slopes(copy: int) -> dict[str, Callable[[], Any]]:
    """The slope of a million numbers: from the value that the way forward kept, or from the start."""
    z = normal(np.random.default_rng(copy), 1_000_000)
    s, t = sigmoid(z), np.tanh(z)
    return {
        "sigmoid, kept": lambda: from_value(s),
        "sigmoid, anew": lambda: from_value(sigmoid(z)),
        "tanh, kept": lambda: 1 - t * t,
        "tanh, anew": lambda: 1 - np.tanh(z) ** 2,
        "relu": lambda: (z > 0).astype(np.float32),
    }


def from_value(s: Floats) -> Floats:
    return s * (1 - s)


# ---- one pass in the place of several --------------------------------------------------------


def passes(copy: int) -> dict[str, Callable[[], Any]]:
    """max(0, g z + b) of four million numbers: three passes over memory, or block by block, each small enough to stay in the cache; and one copy."""
    z = normal(np.random.default_rng(copy), MANY)
    out = np.empty_like(z)

    def run(size: int) -> None:
        for start in range(0, MANY, size):
            here, there = z[start : start + size], out[start : start + size]
            np.multiply(here, np.float32(1.5), out=there)
            np.add(there, np.float32(0.5), out=there)
            np.maximum(there, np.float32(0), out=there)

    return {"three passes": partial(run, MANY), "in blocks": partial(run, BLOCK), "copy": partial(np.copyto, out, z)}


# ---- one matrix, or unit by unit -------------------------------------------------------------


def together(copy: int) -> dict[str, Callable[[], Any]]:
    """All units of a layer as one matrix product, and one unit after the other."""
    rng = np.random.default_rng(copy)
    work: dict[str, Callable[[], Any]] = {}
    for width in WIDTHS:
        W, batch = normal(rng, width, width), normal(rng, width, BATCH)
        for name, a in (("batch", batch), ("one", np.ascontiguousarray(batch[:, 0]))):
            work[f"{width}, {name}, one matrix"] = partial(np.matmul, W, a)
            work[f"{width}, {name}, unit by unit"] = partial(one_by_one, W, a)
    return work


def one_by_one(W: Floats, a: Floats) -> list[Any]:
    return [row @ a for row in W]


def measure() -> dict[str, Any]:
    known = {"date": date.today().isoformat(), "machine": machine(), "versions": versions(), "rounds": ROUNDS, "batch": BATCH}
    sizes = {"elements": MANY, "block": BLOCK, "dtype": "float32"}
    return known | sizes | {"ms": {part.__name__: timed(part) for part in (with_zeros, beside, slopes, passes, together)}}


if __name__ == "__main__":
    write("layers", measure())
