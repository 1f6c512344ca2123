"""Three data sets that come with scikit-learn, or a fixed part of one: read there, written down with the date.

Run it where scikit-learn is installed:

    pip install scikit-learn && PYTHONPATH=src:scripts python scripts/measured/samples.py [DATE]

It writes samples.json beside itself. The studies that train on these samples need no scikit-learn.
"""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import Any

import numpy as np

from mathematics.recorded import write

WORDS: dict[str, dict[str, Any]] = {"wine": {}, "breast_cancer": {}, "digits": {"n_class": 5}}
"""Our name, by which scikit-learn knows it too after `load_`, and what is asked of it."""
MOST = 260
"""Samples of each that are kept, drawn by a generator of seed 0."""


def part(name: str) -> dict[str, Any]:
    """The samples as rows, and their classes."""
    found = getattr(import_module("sklearn.datasets"), f"load_{name}")(**WORDS[name])
    order = np.random.default_rng(0).permutation(len(found.target))[:MOST]
    rows = [[int(value) if value == int(value) else float(value) for value in row] for row in found.data[order]]
    return {"samples": rows, "classes": found.target[order].tolist()}


def measure(day: str) -> dict[str, object]:
    return {"date": day, "versions": {"scikit-learn": version("scikit-learn")}, "sets": {name: part(name) for name in WORDS}}


if __name__ == "__main__":
    write("samples", measure(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
