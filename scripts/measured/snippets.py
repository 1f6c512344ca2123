"""How far the code to copy is off: every snippet of docs/snippets run on the published test vectors, written down with the date.

Run it where the libraries are installed, beside this project's own packages:

    pip install torch tensorflow jax && PYTHONPATH=src:scripts python scripts/measured/snippets.py [DATE] [NAME...]

It writes snippets.json beside itself. With --here only NumPy is measured again, which needs none of the libraries; names of functions
measure those alone. What C and JavaScript give is measured where gcc and Node are found. A snippet past the bound is told and not recorded, and --only=LANGUAGE measures one language.

What is judged. Values at every input, infinities and NaN among them. A value may be off by BOUND units in its last place and by as much as
moving x and the parameters by BOUND of their own units moves the true value: no code can do better than its input lets it. Results smaller than a format's
floor are counted in units of the floor, since around there the steps of a format, or of what it multiplies, become coarse. Gradients are
judged up to a quarter of the largest number, in units of their own or of 1, whichever is larger, for every library writes the slope of
tanh as 1 - tanh(x)^2; in float64 and float32 by a wider bound, for the slope of x g(x) has that rounding times x.
In float64 the truth is that of the vectors; in shorter formats the inputs are rounded, and the truth is this module's in float64.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import numpy as np

from activation_functions import ALL, Activation
from answers import names, snippets
from answers.snippets import fingerprint
from mathematics import formula
from mathematics.recorded import read, write
from measured.calls import Points
from measured.errors import round_up, settings_of
from measured.running_snippets import RUNNERS, TOOLS, Run, found, load, misnamed
from project.fault import Fault
from project.paths import MEASURED

BOUND = 16


class Format(NamedTuple):
    """Bits of a number, the exponent of the smallest one, the largest number, the floor, and how many units a gradient may be off."""

    bits: int
    least: int
    most: float
    floor: float
    slope: int


FORMATS = {
    "float64": Format(53, -1074, float(np.finfo(np.float64).max), 1e-290, 128),
    "float32": Format(24, -149, float(np.finfo(np.float32).max), 1e-30, 128),
    "float16": Format(11, -24, 65504.0, 2.0**-8, BOUND),
    "bfloat16": Format(8, -133, float.fromhex("0x1.fep127"), 2.0**-16, BOUND),
}
TAKES = {
    "numpy": ("float64", "float32", "float16"),
    "pytorch": tuple(FORMATS),
    "jax": tuple(FORMATS),
    "tensorflow": tuple(FORMATS),
    "c": ("float64",),
    "javascript": ("float64",),
}
"""The formats in which each is measured."""
PACKAGES = {"numpy": ("numpy", "scipy"), "pytorch": ("torch",), "jax": ("jax",), "tensorflow": ("tensorflow", "keras"), "c": (), "javascript": ()}


def _rounded(x: Points, dtype: str) -> Points:
    """The nearest numbers of a format."""
    if dtype != "bfloat16":
        with np.errstate(over="ignore"):
            return x.astype(dtype).astype(np.float64)
    bits = np.frexp(np.where(np.isfinite(x), x, 0.0))
    power = np.maximum(bits[1] - FORMATS[dtype].bits, FORMATS[dtype].least)
    with np.errstate(over="ignore"):
        near = np.ldexp(np.rint(np.ldexp(np.where(np.isfinite(x), x, 0.0), -power)), power)
    near = np.where(np.abs(near) > FORMATS[dtype].most, np.copysign(np.inf, x), near)
    return np.asarray(np.where(np.isfinite(x), near, x))


def _unit(size: Points, dtype: str, floor: float) -> Points:
    """A unit in the last place of numbers of this size, but none smaller than those of the floor."""
    form = FORMATS[dtype]
    size = np.where(np.isfinite(size), np.maximum(np.abs(size), floor), floor)
    return np.asarray(np.ldexp(1.0, np.maximum(np.frexp(size)[1] - form.bits, form.least)))


def _normal(dtype: str) -> float:
    """The smallest normal number."""
    return 2.0 ** (FORMATS[dtype].least + FORMATS[dtype].bits - 1)


# ---- cases -----------------------------------------------------------------------------------


class Cases(NamedTuple):
    """Inputs of one format, the truth as a double and what is left beyond it, and what may be off: for values and for gradients."""

    x: Points
    value: Points
    value_rest: Points
    value_moves: Points
    slope: Points
    slope_rest: Points
    slope_moves: Points
    low: Points
    high: Points


def _decimals(texts: list[str]) -> tuple[Points, Points]:
    near = [float(said) for said in texts]
    rest = [float(Decimal(said) - Decimal(number)) if math.isfinite(number) else 0.0 for said, number in zip(texts, near, strict=True)]
    return np.array(near), np.array(rest)


def vectors(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = names.answer(names.catalogue()[f"vectors_{name}"])["vectors"]
    return found


@cache
def cases(name: str, dtype: str) -> Cases:
    """Of an elementwise function."""
    f = ALL[name]
    rows = vectors(name)
    given = np.array([float(row["x_decimal"]) for row in rows])
    if dtype == "float64":
        x = given
        (value, value_rest), (slope, slope_rest), (second, _) = (
            _decimals([row[what] for row in rows]) for what in ("value", "derivative", "second_derivative")
        )
    else:
        x = np.unique(_rounded(given, dtype))
        value, slope, second = f(x), f.derivative(x), f.second_derivative(x)
        value_rest = slope_rest = np.zeros(len(x))
    low, high = slope.copy(), slope.copy()
    for kink in f.kinks:  # at a kink any slope between the two sides will do, at a jump any number
        at, left, right = (float(formula.value(line, 0.0, **settings_of(f))) for line in (kink.at, kink.left, kink.right))
        beside = np.abs(x - at) <= BOUND * _unit(np.array(at), dtype, 0.0)
        low[beside], high[beside] = (-np.inf, np.inf) if kink.jump else (min(left, right), max(left, right))
    normal = (np.abs(x) >= _normal(dtype)) | (x == 0) | ~np.isfinite(x)  # many a library takes smaller numbers for 0
    x, value, value_rest, slope, slope_rest, second, low, high = (a[normal] for a in (x, value, value_rest, slope, slope_rest, second, low, high))
    step = np.where(np.isfinite(x), _unit(x, dtype, 0.0), 0.0)
    moves = [np.where(np.isfinite(by), np.abs(by), 0.0) * step for by in (slope, second)]
    for parameter, p in f.parameters.items():  # moved by a millionth, and the change taken down to a unit
        moved = {parameter: p.default * (1 + 2.0**-20)}
        with np.errstate(invalid="ignore"):
            changes = (f(x, **moved) - f(x), f.derivative(x, **moved) - f.derivative(x))  # type: ignore[arg-type]
        moves = [by + np.where(np.isfinite(change), np.abs(change), 0.0) * 2.0 ** (21 - FORMATS[dtype].bits) for by, change in zip(moves, changes, strict=True)]
    return Cases(x, value, value_rest, moves[0], slope, slope_rest, moves[1], low, high)


@cache
def lines(name: str, dtype: str) -> tuple[tuple[Cases, Points], ...]:
    """Of a function that mixes entries: for each line of entries what is true, and g."""
    f, found = ALL[name], []
    for row in vectors(name):
        x, g = (_rounded(np.array([float(entry) for entry in row[key]]), dtype) for key in ("x_decimal", "g_decimal"))
        g = g if f.width else g[0]
        if dtype == "float64":
            (value, value_rest), (slope, slope_rest) = _decimals(row["value"]), _decimals(row["vjp"])
            value, value_rest = (value, value_rest) if f.width else (value[0], value_rest[0])
        else:
            value, slope = np.asarray(f(x)), f.vjp(x, g)
            value_rest, slope_rest = np.zeros_like(value), np.zeros_like(slope)
        if not f.width and dtype != "float64" and len({*x.tolist()}) < len(x):
            continue  # rounded, several entries are the largest
        if ((x != 0) & (np.abs(x) < _normal(dtype))).any() or not (np.abs(np.append(x, value)) < FORMATS[dtype].most / 4).all():
            continue  # too small or too large for the format
        value_moves, slope_moves = np.zeros_like(value), np.zeros_like(slope)
        for entry in range(len(x)):
            moved = x.copy()
            moved[entry] += _unit(x[entry : entry + 1], dtype, 0.0)[0]
            value_moves, slope_moves = value_moves + np.abs(f(moved) - f(x)), slope_moves + np.abs(f.vjp(moved, g) - f.vjp(x, g))
        for parameter, p in f.parameters.items():
            changed: dict[str, Any] = {parameter: p.default + float(_unit(np.array(p.default), dtype, 0.0))}
            value_moves, slope_moves = value_moves + np.abs(f(x, **changed) - f(x)), slope_moves + np.abs(f.vjp(x, g, **changed) - f.vjp(x, g))
        for entry in range(np.size(g)):
            one = np.zeros_like(g)
            one.flat[entry] = g.flat[entry]
            slope_moves = slope_moves + np.abs(f.vjp(x, one)) * 2.0 ** (1 - FORMATS[dtype].bits)
        found.append((Cases(x, value, value_rest, value_moves, slope, slope_rest, slope_moves, slope, slope), g))
    return tuple(found)


# ---- judging ---------------------------------------------------------------------------------


class Off(NamedTuple):
    """The worst error as it is judged, the same error in units in the last place alone, where it is, and what is past the bound."""

    units: float
    ulp: float
    at: Any
    past: list[str]


def judged(got: Points, x: Any, near: Points, rest: Points, moves: Points, dtype: str, gradient: bool, low: Points, high: Points, mixed: bool = False) -> Off:
    got, near = np.asarray(got, np.float64), np.asarray(near)
    unit = _unit(near, dtype, 1.0 if gradient else FORMATS[dtype].floor)
    true = _rounded(near, dtype)  # an infinity where the format ends
    with np.errstate(invalid="ignore"):
        off = np.abs((got - near) - rest)
        off = np.where(np.isinf(true), np.where(got == true, 0.0, np.inf), off)
        off = np.where(np.isnan(near), np.where(np.isnan(got), 0.0, np.inf), off)
        off = np.where((low < high) & (got >= low) & (got <= high), 0.0, off)
        off = np.where(np.isnan(off), np.inf, off)
        end = FORMATS[dtype].most * (1 - BOUND * 2.0 ** -FORMATS[dtype].bits)  # from here on one may round to an infinity and the other not
        off = np.where((np.abs(near) >= end) & (np.abs(got) >= end) & (np.sign(got) == np.sign(near)) & (np.isfinite(near) | (got == near)), 0.0, off)
    bound = FORMATS[dtype].slope if gradient else BOUND
    units = off / (unit + np.where(np.isfinite(moves), moves, 0.0))
    worst = np.unravel_index(np.argmax(units), units.shape) if units.shape else ()
    own = np.shape(x) == units.shape  # one input for each result
    past = [
        f"{'gradient' if gradient else 'value'} at {(x[i] if own else x).tolist()}: {float(got[i])!r}, true {float(near[i])!r}, {units[i]:.3g} units off"
        for i in map(tuple, np.argwhere(units > bound))
    ]
    with np.errstate(over="ignore"):
        return Off(float(units[worst]), float((off / unit)[worst]), x if mixed else x[worst], past)


def _told(off: Off) -> list[Any]:
    """For the record: as judged, in units in the last place, and where."""
    place = [float(f"{float(entry):.6g}") if math.isfinite(entry) else str(entry) for entry in np.atleast_1d(off.at)]
    return [round_up(off.units), round_up(off.ulp), *place]


def measure(name: str, language: str, day: str = "") -> tuple[dict[str, Any], list[str]]:
    """One snippet: the worst error of values and of gradients in each format, and what is past the bound."""
    f, run = ALL[name], RUNNERS[language](name)
    said: dict[str, Any] = {"text": fingerprint(name, language), "date": day}
    past: list[str] = []
    for dtype in TAKES[language]:
        for gradient, off in _both(f, run, name, dtype):
            key = "gradient" if gradient else "value"
            before = said.setdefault(key, {}).get(dtype)
            if before is None or off.units > before.units:
                said[key][dtype] = off
            past += [f"{dtype} {fault}" for fault in off.past]
    for key in ("value", "gradient"):
        if key in said:
            said[key] = {dtype: _told(off) for dtype, off in said[key].items()}
    return said, past


def _both(f: Activation, run: Run, name: str, dtype: str) -> Iterator[tuple[bool, Off]]:
    if f.mixes:
        for case, g in lines(name, dtype):
            y, slope = run(case.x, dtype, g)
            yield False, judged(y, case.x, case.value, case.value_rest, case.value_moves, dtype, False, case.value, case.value, mixed=True)
            if slope is not None:
                yield True, judged(slope, case.x, case.slope, case.slope_rest, case.slope_moves, dtype, True, case.low, case.high, mixed=True)
        return
    case = cases(name, dtype)
    y, slope = run(case.x, dtype, 1.0)
    yield False, judged(y, case.x, case.value, case.value_rest, case.value_moves, dtype, False, case.value, case.value)
    if slope is not None:
        kept = np.abs(case.x) <= FORMATS[dtype].most / 4
        there = (a[kept] for a in (slope, case.x, case.slope, case.slope_rest, case.slope_moves))
        got, x, near, rest, moves = there
        yield True, judged(got, x, near, rest, moves, dtype, True, case.low[kept], case.high[kept])


def warned(name: str) -> list[str]:
    """Warnings of a NumPy snippet at inputs whose result is a number or a limit."""
    f, load_ = ALL[name], load(name, "numpy")
    told = []
    for dtype in TAKES["numpy"]:
        given = [case.x for case, _ in lines(name, dtype)] if f.mixes else [cases(name, dtype).x]
        for x in given:
            if not f.mixes:
                value = cases(name, dtype).value
                x = x[(np.abs(value) < FORMATS[dtype].most / 4) | (np.isinf(value) & np.isinf(x)) | np.isnan(x)]
            with warnings.catch_warnings(), np.errstate(over="raise", invalid="raise", divide="raise"):
                warnings.simplefilter("error")
                try:
                    load_(x.astype(dtype))
                except (FloatingPointError, Warning) as error:
                    told.append(f"{dtype}: {error}")
    return told


# ---- the record ------------------------------------------------------------------------------


def versions(languages: list[str]) -> dict[str, str]:
    known = {package: version(package).partition("+")[0] for language in languages for package in PACKAGES[language]}
    for language in languages:
        if language in TOOLS:
            said = subprocess.run([TOOLS[language], "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
            known[TOOLS[language]] = said.split()[-1].removeprefix("v")
    return known


def main(words: list[str]) -> int:
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    here, words = "--here" in words, [word for word in words if word != "--here"]
    chosen = [word for word in words if word in ALL]
    asked = [word.removeprefix("--only=") for word in words if word.startswith("--only=")]
    days = [word for word in words if word not in ALL and not word.startswith("--")]
    day = days[0] if days else date.today().isoformat()
    languages = ["numpy"] if here else [language for language in (asked or snippets.LANGUAGES) if found(language)]
    now = versions(languages)
    known = _record().get("versions", {})
    if moved := [package for package, number in now.items() if chosen and known.get(package, number) != number]:
        print(f"another version of {', '.join(moved)} than in the record: measure all functions, not some")
        return 1
    failed = 0
    for name in chosen or ALL:
        said, told = {}, []
        for language in languages:
            measured, past = _tried(name, language, day)
            said[language] = None if past else measured
            told += [f"{name} {language}: {fault}" for fault in past[:6]]
            failed += bool(past)
        print(name, *told, sep="\n  ", flush=True)
        _keep(name, said, now)
    if failed:
        print(f"{failed} snippets are missing or past the bound, and are not in the record")
    return 1 if failed else 0


def _tried(name: str, language: str, day: str) -> tuple[dict[str, Any], list[str]]:
    """A snippet measured, and all that is wrong with it."""
    if not snippets.file(name, language).is_file():
        return {}, ["there is none"]
    try:
        said, past = measure(name, language, day)
        if snippets.LANGUAGES[language].ending == "py" and (wrong := misnamed(name, language)):
            past.append(wrong)
        return said, past + (warned(name) if language == "numpy" else [])
    except Exception as error:
        return {}, [f"{type(error).__name__}: {error}"]


def _record() -> dict[str, Any]:
    """What was measured so far."""
    file = MEASURED / "snippets.json"
    before = read(file) if file.is_file() else {}
    return {} if isinstance(before, Fault) else before


def _keep(name: str, said: dict[str, dict[str, Any] | None], now: dict[str, str]) -> None:
    """One function into the record; what is past the bound goes from it."""
    record = _record()
    measured = {each: found for each, found in record.get("measured", {}).items() if each in ALL}
    measured[name] = {language: found for language, found in (measured.get(name, {}) | said).items() if found is not None}
    known = {
        "bound": BOUND,
        "gradients": {dtype: form.slope for dtype, form in FORMATS.items()},
        "floors": {dtype: form.floor for dtype, form in FORMATS.items()},
        "versions": record.get("versions", {}) | now,
        "measured": measured,
    }
    write("snippets", known)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
