"""An observation is a measured number: a mean over seeds and its spread, printed no finer than the spread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import numpy.typing as npt


class Observation(NamedTuple):
    """The mean and standard deviation of `runs` runs; `percent` prints it as a share."""

    mean: float
    spread: float
    runs: int

    def digits(self, percent: bool = False) -> tuple[str, str]:
        """Mean and spread as text, both cut where the spread's first digit stands."""
        scale = 100 if percent else 1
        mean, spread = self.mean * scale, self.spread * scale
        if spread == 0:
            return f"{mean:.4g}", "0"
        places = -math.floor(math.log10(spread))
        places = -math.floor(math.log10(round(spread, places)))  # 0.096 is 0.1
        if places > 6:
            raise ValueError(f"a spread of {self.spread:g} is too fine to print plainly")
        shown = [f"{round(number, places):.{max(0, places)}f}" for number in (mean, spread)]
        return shown[0], shown[1]

    def agrees(self, other: Observation) -> bool:
        """Whether two measurements lie within their spread of each other."""
        return abs(self.mean - other.mean) <= 2 * max(self.spread, other.spread) + 1e-12


def observe(values: Sequence[float] | npt.NDArray[np.float64]) -> Observation:
    """An observation from one value a run."""
    array = np.asarray(values, dtype=float)
    if array.ndim != 1 or array.size < 2:
        raise ValueError(f"an observation needs at least two runs, got an array of shape {array.shape}")
    if not np.isfinite(array).all():
        lost = int(array.size - np.isfinite(array).sum())
        raise ValueError(
            f"{lost} of {array.size} runs never arrived, and have no mean; quote how many did with `arrived`, or count each as the steps it was given"
        )
    return Observation(float(array.mean()), float(array.std(ddof=1)), int(array.size))


def arrived(values: Sequence[float] | npt.NDArray[np.float64]) -> Fraction:
    """The share of runs that reached their threshold: those that never did are infinite, and are counted, not dropped."""
    array = np.asarray(values, dtype=float)
    return Fraction(int(np.isfinite(array).sum()), array.size)
