"""What the command line says of another library's function: which one it is, and how exact."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

import numpy as np

from activation_functions import ALL, Activation
from activation_functions.compare import Worst, errors, specials
from activation_functions.identify import Match, nearest, settled
from activation_functions.running import Callee, caller

SHOWN = 5
"""How many neighbours are shown."""


class Names(dict[str, Any]):
    """What a module calls by name, also what it makes only when asked."""

    def __init__(self, module: ModuleType) -> None:
        super().__init__(vars(module))
        self.module = module

    def __missing__(self, word: str) -> Any:
        try:
            return getattr(self.module, word)
        except AttributeError:
            raise KeyError(word) from None  # then Python's own names


def found_by(text: str, dtype: str = "float64") -> Callable[[Any], Any]:
    """The callable that MODULE:CALLABLE names; a class is made without arguments.

    CALLABLE is a name in the module, or an expression of its names: torch.nn:LeakyReLU(0.1), numpy:lambda x: tanh(x) / 2.
    Raises ValueError where there is no such module, no such name, or nothing that can be called.
    """
    accepted = "accepted: MODULE:CALLABLE, such as math:tanh, or MODULE:EXPRESSION, such as 'numpy:lambda x: x * cos(x)'"
    where, colon, what = (part.strip() for part in text.partition(":"))
    if not (where and colon and what):
        raise ValueError(f"given {text!r}; {accepted}")
    if dtype == "float64":
        os.environ.setdefault("JAX_ENABLE_X64", "1")  # without it JAX makes float32 of every float64
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        module = import_module(where)
    except ImportError as error:
        raise ValueError(f"module {where!r} of {text!r} cannot be imported ({error}); {accepted}") from None
    try:
        thing = eval(what, Names(module))
        made = thing() if isinstance(thing, type) else thing
    except Exception as error:  # whatever the expression or the class raises
        near = ", ".join(difflib.get_close_matches(what, set(dir(module)) - {what}, 4, 0.6))
        raise ValueError(f"{what!r} of module {where!r}: {error}{f'; near it: {near}' if near else ''}; {accepted}") from None
    if not callable(made):
        raise ValueError(f"{text!r} is of type {type(made).__name__} and cannot be called; accepted: a function of one array")
    return made  # type: ignore[no-any-return]


def identified(text: str, dtype: str) -> tuple[bool, str]:
    """Whether the catalogue has it, and what to say."""
    callee = caller(found_by(text, dtype), dtype)
    found = nearest(callee)
    same, others = [match for match in found if match.same], [match for match in found if not match.same]
    lines = [f"{text}, {_run_by(callee)}"]
    if same:
        lines.append(_verdict(same, callee))
        lines += ["", "nearest others, each with its largest difference from the callable:"]
    else:
        lines.append(f"none of the {len(ALL)} functions here")
        lines += ["", "nearest, each with the parameters that come closest and its largest difference from the callable:"]
    rows = [("", "relative to 1 + |f|", "at x")]
    rows += [(_name(match), f"{match.gap:.2g}", _number(match.at, callee.dtype)) for match in others[:SHOWN]]
    return bool(same), "\n".join([*lines, *_columns(rows)])


def compared(text: str, ours: Activation, dtype: str, parameters: Mapping[str, float]) -> str:
    """The worst errors by range, which function it is, and where it leaves the function at 0, the infinities and NaN."""
    callee = caller(found_by(text, dtype), dtype)
    rows = errors(callee, ours, parameters)
    settings = {name: float(parameters.get(name, parameter.default)) for name, parameter in ours.parameters.items()}
    own, found = settled(callee, ours, settings), nearest(callee)
    beside = _name(own)
    lines = [f"{text} beside {beside}, {_run_by(callee)}"]
    if own.same and own.mean <= max(1.5 * found[0].mean, 1e-6):
        lines.append(_verdict([own], callee))
    elif found[0].same:
        lines.append(f"it is not {beside}, which is {own.gap:.2g} away at x = {_number(own.at, callee.dtype)}: {_verdict(found[:1], callee)}")
    else:
        lines.append(f"it is not {beside}, which is {own.gap:.2g} away at x = {_number(own.at, callee.dtype)}, and none of the functions here")
    differentiated = all(row.gradient is not None for row in rows)
    lines += ["", f"largest errors in units in the last place of {callee.dtype}, and the inputs where they are:"]
    if not differentiated:
        lines[-1:] = [f"{callee.library} gives no gradient of it", lines[-1]]
    table = [("size of x from" if ours.mixes else "x from", "to", "value", "at x", *(("gradient", "at x") if differentiated else ()))]
    for row in rows:
        cells = [row.value, *([row.gradient] if row.gradient and differentiated else [])]
        table.append((f"{row.low:g}", f"{row.high:g}", *(said for worst in cells for said in _error(worst, callee.dtype))))
    lines += _columns(table)
    lines += [f"at x = {s.at:g} its {s.of} is {s.theirs:g}, that of {beside} {s.ours:g}" for s in specials(callee, ours, parameters)]
    return "\n".join(lines)


def _run_by(callee: Callee) -> str:
    return f"run by {callee.library} in {callee.dtype}"


def _verdict(same: Sequence[Match], callee: Callee) -> str:
    first, *others = same
    swapped = ", with the two halves of the input exchanged" if first.swapped else ""
    where = f"the largest difference, relative to 1 + |f|, is {first.gap:.2g} at x = {_number(first.at, callee.dtype)}" if first.gap else "no difference"
    said = f"it is {_name(first)}{swapped}: {where}"
    if first.lost is not None:
        said += f"\nfrom |x| = {_number(first.lost, callee.dtype)} on it gives no number where {first.id} has one"
    if others:
        told = "the same function" if callee.dtype in ("float64", "float32") else f"{callee.dtype} does not tell it from"
        said += f"\n{told}: {', '.join(_name(match) for match in others)}"
    return said


def _name(match: Match) -> str:
    """The id, and the parameters as the functions here take them."""
    settings = ", ".join(f"{name}={value:.7g}" for name, value in match.parameters.items())
    return f"{match.id}({settings})" if settings else match.id


def _number(x: float | tuple[float, ...], dtype: str) -> str:
    """The shortest decimal that is this very input."""
    if isinstance(x, tuple):
        return f"({', '.join(_number(each, dtype) for each in x)})"
    return str({"float64": np.float64, "float16": np.float16}.get(dtype, np.float32)(x))


def _error(worst: Worst, dtype: str) -> tuple[str, str]:
    return f"{worst.ulp:.3g}", _number(worst.at, dtype) if worst.ulp else ""


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
