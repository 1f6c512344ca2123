"""How a function's code sees its numbers: float64, contiguous, a block at a time; and the arrays that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]

BLOCK = 12288
"""Elements computed at a time: 96 kB an array, so that the passes of one function stay in a processor's cache.

From 128 kB on, memory allocators may fetch every array anew from the operating system, which costs more than the arithmetic.
"""


def flat(x: Floats, **_: object) -> Floats:
    """The second derivative of what is made of straight pieces, whatever its parameters: 0, and NaN at NaN."""
    return np.where(np.isnan(x), x, 0.0)


def elementwise(code: Callable[..., Floats], x: Array, settings: Mapping[str, float | Floats]) -> Any:
    """Compute in float64, block by block and without warnings; round once to the dtype of x; 0-d becomes a scalar.

    `code` sees contiguous one-dimensional blocks only. NumPy may compute a strided array with other
    instructions than a contiguous one; this way the layout of x cannot change a bit of the result.
    """
    shape = np.broadcast_shapes(x.shape, *(np.shape(value) for value in settings.values()))
    result = np.empty(shape, _native(x.dtype))
    inputs, out = np.broadcast_to(x, shape).ravel(), result.reshape(-1)
    learned = {name: np.broadcast_to(value, shape).ravel() for name, value in settings.items() if np.ndim(value)}
    with np.errstate(all="ignore"):
        for start in range(0, out.size, BLOCK):
            block = slice(start, start + BLOCK)
            out[block] = code(inputs[block].astype(np.float64, copy=False), **{**settings, **{name: a[block] for name, a in learned.items()}})
    return result[()]


def along_last(code: Callable[..., Floats], inputs: list[Array], outputs: int, dtype: np.dtype[Any]) -> Array:
    """Compute in float64, a few lines at a time and without warnings; round once to the dtype."""
    *rest, length = inputs[0].shape
    result = np.empty((prod(rest), outputs), _native(dtype))
    lines = [a.reshape(len(result), a.shape[-1]) for a in inputs]
    step = max(1, BLOCK // max(1, length))
    with np.errstate(all="ignore"):
        for start in range(0, len(result) if length else 0, step):
            block = slice(start, start + step)
            result[block] = code(*(a[block] if a.dtype == np.bool_ else a[block].astype(np.float64, copy=False) for a in lines))
    return result.reshape(*rest, outputs)


def back(lines: Array, shape: tuple[int, ...], axes: tuple[int, ...]) -> Any:
    """Lines of results in the shape of x again; along a single axis their number may be another one."""
    ends = range(len(shape) - len(axes), len(shape))
    sizes = lines.shape[-1:] if len(axes) == 1 else tuple(shape[axis] for axis in axes)
    return np.moveaxis(lines.reshape((*lines.shape[:-1], *sizes)), ends, axes)[()]


def _native(dtype: np.dtype[Any]) -> np.dtype[Any]:
    return dtype.newbyteorder("=")
