"""A processor whose last bits differ: the same function, each result moved by a few units in the last place, at random but always alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np

from activation_functions import Activation

UNITS = 3


def otherwise_rounded(f: Activation) -> Activation:
    """The function as another processor might compute it; exact zeros, ones and infinities stay."""
    return dataclasses.replace(
        f,
        value=_moved(f.value),
        slope=_moved(f.slope) if f.slope else None,
        second=_moved(f.second) if f.second else None,
    )


def _moved(code: Callable[..., Any]) -> Callable[..., Any]:
    def moved(x: Any, *rest: Any, **settings: Any) -> Any:
        y = np.asarray(code(x, *rest, **settings))
        bits = np.ascontiguousarray(y, np.float64).view(np.uint64)
        steps = (bits * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(40)).astype(np.int64) % (2 * UNITS + 1) - UNITS
        kept = ~np.isfinite(y) | (y == np.round(y))
        return np.where(kept, y, y + steps * np.spacing(y))

    return moved
