"""What a record says of a function beside its formula: the parameters with the values they accept, the kinks, and its other names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from activation_functions.arrays import Floats

SIZES = 1e-100, 1e100
"""The smallest and the largest size of a parameter; 0 is accepted beside them.

Every float32 lies between them. The product of any three such numbers, or of their reciprocals, is a normal double, so the code
of a function need not ask at each step whether one has overflowed or lost its digits; x itself may be any number.
"""


@dataclass(frozen=True)
class Parameter:
    """A number that shapes a function: its default and the values it accepts, of a size within SIZES, or 0.

    `above` is an open lower bound, without which numbers of both signs are accepted, and 0; with `zero`, 0 is accepted at the bound.
    `learned` parameters may be arrays that broadcast against x, and have a derivative.
    """

    default: float
    above: float | None = None
    zero: bool = False
    learned: bool = False

    @property
    def accepts(self) -> str:
        zero = "0 or " if self.zero or self.above is None else ""
        numbers = "numbers" if self.learned else "a number"
        bound = "" if self.above is None else f" above {self.above:g}"
        fits = " that broadcast against x" if self.learned else ""
        sizes = " to ".join(f"{size:g}" for size in SIZES).replace("+", "")
        return f"{zero}{numbers}{bound} of a size from {sizes}{fits}"

    def inside(self, value: float | Floats) -> Any:
        """Which of the values it accepts."""
        size = np.abs(value)
        sized = (size >= SIZES[0]) & (size <= SIZES[1])
        if self.above is None:
            return sized | (value == 0.0)
        return sized & (value > self.above) | self.zero & (value == 0.0)


@dataclass(frozen=True)
class Kink:
    """A point where the derivative jumps: the slopes on both sides, as lines of the formula language.

    `at`, `left` and `right` may use the parameters. At the point itself `derivative` returns the
    left slope; where the function itself jumps (`jump`), it returns 0.
    """

    at: str
    left: str
    right: str
    jump: bool = False


@dataclass(frozen=True)
class Alias:
    """Another name of a function, never the id of one.

    `by` tells who calls it so: libraries, or the key of a paper in `docs/references.bib`; `formula` is how that paper writes it.
    `parameters` are those that the name stands for, where they are not the defaults.
    """

    name: str
    by: tuple[str, ...]
    parameters: Mapping[str, float] = field(default_factory=dict)
    formula: str = ""

    @classmethod
    def read(cls, name: str, line: str) -> Alias:
        """An alias as a record says it: who uses it, then the parameters or the formula, `keras, jax: width=2`."""
        by, _, stands = line.partition(": ")
        who = tuple(each.strip() for each in by.split(","))
        if given := re.findall(r"(\w+)=([-\d.e]+)", stands):
            return cls(name, who, {parameter: float(value) for parameter, value in given})
        return cls(name, who, formula=stands)
