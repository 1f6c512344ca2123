"""How exact is another library's function? Its worst errors beside one of the catalogue, in units in the last place, by range of x.

>>> import numpy as np
>>> from activation_functions import softplus
>>> from activation_functions.compare import compare
>>> naive = compare(lambda x: np.log(1 + np.exp(x)), softplus, dtype="float32")
>>> max(naive, key=lambda row: row.value.ulp).value.ulp
inf

What is exact is computed by this module in float64, whose own error is a few units in the last place of float64 and nothing beside those
of narrower formats. A unit in the last place, ulp, is the distance between neighbouring numbers of the format where the result lies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from activation_functions import Activation
from activation_functions.activation import Array, Floats
from activation_functions.running import FORMATS, Callee, caller

EDGES = (1e-6, 0.01, 1.0, 10.0, 100.0, 1e4)
"""Where the ranges of |x| end."""

COUNT = 1000
"""Inputs in each range, as many to each factor of it."""

ROOT = 0.01
"""So near to a root elsewhere than at 0 the relative error says nothing, and is left out."""


@dataclass(frozen=True)
class Worst:
    """The largest error in a range, and the input where it is; of a function that mixes entries, that line of them."""

    ulp: float
    at: float | tuple[float, ...]


@dataclass(frozen=True)
class Row:
    """A range of x with the worst errors in it; of a function that mixes entries, a range of the spread of a line of eight."""

    low: float
    high: float
    value: Worst
    gradient: Worst | None


@dataclass(frozen=True)
class Special:
    """What the callable and the function give at 0, an infinity or NaN, where that differs."""

    at: float
    of: str
    theirs: float
    ours: float


def compare(f: Callable[[Any], Any], ours: Activation, *, dtype: str = "float64", parameters: Mapping[str, float] | None = None) -> list[Row]:
    """The worst errors of a callable beside a function of the catalogue with these parameters, range by range.

    f : takes one array of NumPy, PyTorch, JAX or TensorFlow, or one number, and gives as much; what refuses float64 is given float32
    dtype : of the numbers that it is given: float64, float32, float16, or bfloat16 where its library has it
    parameters : of the function; those not given are at their defaults

    The gradient is None where the callable's library gives none. Results below the smallest normal number are not held against it.
    Where entries are mixed, the unit is that of the largest entry of the line, of gradients that of
    the gradient given at the output, where that is larger. Raises TypeError and ValueError as `identify` and the
    function do, and ValueError for a result of another shape than the function's.
    """
    return errors(caller(f, dtype), ours, parameters or {})


def errors(callee: Callee, ours: Activation, parameters: Mapping[str, float]) -> list[Row]:
    """What `compare` tells, of a callable that has been made one of a NumPy array."""
    made = _of_lines if ours.mixes else _of_numbers
    return [made(callee, ours, parameters, low, high) for low, high in ranges(ours, callee.dtype)]


def ranges(ours: Activation, dtype: str) -> list[tuple[float, float]]:
    """From the most negative to the most positive, without those that the format does not reach; of lines the spread has no sign."""
    reached = [edge for edge in EDGES if edge <= FORMATS[dtype].largest]
    up = list(zip(reached, reached[1:], strict=False))
    return up if ours.mixes else [(-high, -low) for low, high in reversed(up)] + up


def _of_numbers(callee: Callee, ours: Activation, parameters: Mapping[str, float], low: float, high: float) -> Row:
    size = np.exp(np.random.default_rng(0).uniform(np.log(min(abs(low), abs(high))), np.log(max(abs(low), abs(high))), COUNT))
    x, theirs = callee.value(np.sort(np.copysign(size, low)))
    true = np.asarray(ours(x, **dict[str, Any](parameters)))
    _same_shape(theirs, true, x)
    slopes = callee.gradient(x, np.ones_like(x))
    value = _worst(x, theirs, true, callee.dtype)
    return Row(low, high, value, None if slopes is None else _worst(x, slopes, np.asarray(ours.derivative(x, **dict[str, Any](parameters))), callee.dtype))


def _of_lines(callee: Callee, ours: Activation, parameters: Mapping[str, float], low: float, high: float) -> Row:
    rng = np.random.default_rng(0)
    spread = np.exp(rng.uniform(np.log(low), np.log(high), (200, 1)))
    x, theirs = callee.value(rng.normal(size=(200, 8)) * spread)
    settings = dict[str, Any](parameters)
    true = np.asarray(ours(x, **settings))
    _same_shape(theirs, true, x)
    g = rng.normal(size=true.shape).astype(np.float16).astype(np.float64)
    slopes = callee.gradient(x, g)
    value = _worst_line(x, theirs, true, true, callee.dtype)
    return Row(low, high, value, None if slopes is None else _worst_line(x, slopes, np.asarray(ours.vjp(x, g, **settings)), g, callee.dtype))


def _same_shape(theirs: Array, ours: Array, x: Array) -> None:
    if theirs.shape != ours.shape:
        raise ValueError(f"for an array of shape {x.shape} it gives one of shape {theirs.shape}; accepted: {ours.shape}")


def specials(callee: Callee, ours: Activation, parameters: Mapping[str, float]) -> list[Special]:
    """Where the callable gives something else at 0, at the infinities or for NaN; a difference of rounding is none."""
    if ours.mixes:
        return []
    x = np.array([0.0, -np.inf, np.inf, np.nan])
    found = []
    for of, theirs, exact in (
        ("value", callee.value(x)[1], np.asarray(ours(x, **dict[str, Any](parameters)))),
        ("gradient", callee.gradient(x, np.ones_like(x)), np.asarray(ours.derivative(x, **dict[str, Any](parameters)))),
    ):
        if theirs is not None:
            near = max(1e-6, 4.0 * FORMATS[callee.dtype].eps)
            agree = np.isclose(theirs, exact, rtol=near, atol=near, equal_nan=True)
            found += [Special(*told) for told in zip(x[~agree].tolist(), [of] * 4, theirs[~agree].tolist(), exact[~agree].tolist(), strict=False)]
    return found


def ulp(true: Floats, dtype: str) -> Floats:
    """The distance between neighbouring numbers of the format at each of these."""
    form = FORMATS[dtype]
    found: Floats = np.ldexp(1.0, np.maximum(np.frexp(np.clip(np.abs(true), 0.0, form.largest))[1] - form.bits, form.least))
    return found


def _apart(theirs: Floats, true: Floats, dtype: str) -> Floats:
    """The distance; infinite where one of the two is no number, none where both overflow alike or lie below the smallest normal number."""
    form = FORMATS[dtype]
    with np.errstate(all="ignore"):
        beyond = np.abs(true) >= form.largest + 2.0 ** (np.frexp(form.largest)[1] - form.bits - 1)  # it rounds to infinity
        true = np.where(beyond, np.copysign(np.inf, true), true)
        off = np.abs(theirs - true)
    agree = (theirs == true) | (np.isnan(theirs) & np.isnan(true)) | (np.maximum(np.abs(theirs), np.abs(true)) < 2.0**form.normal)
    return np.where(agree, 0.0, np.where(np.isnan(off), np.inf, off))


def _worst(x: Floats, theirs: Floats, true: Floats, dtype: str) -> Worst:
    found = _apart(theirs, true, dtype) / ulp(true, dtype)
    sign = np.sign(true)
    for root in x[1:][sign[1:] * sign[:-1] < 0.0].tolist():
        found[(np.abs(x - root) < ROOT) & (abs(root) > ROOT)] = 0.0
    at = int(found.argmax())
    return Worst(float(found[at]), float(x[at]))


def _worst_line(x: Floats, theirs: Floats, true: Floats, beside: Floats, dtype: str) -> Worst:
    theirs, true, beside = (each.reshape(len(x), -1) for each in (theirs, true, beside))
    found = _apart(theirs, true, dtype).max(axis=-1) / ulp(np.maximum(np.abs(true).max(axis=-1), np.abs(beside).max(axis=-1)), dtype)
    at = int(found.argmax())
    return Worst(float(found[at]), tuple(map(float, x[at])))
