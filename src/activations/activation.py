"""What every activation function is: a formula, the stable code that runs it, its derivative, its sources."""

from __future__ import annotations

import inspect
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]

BLOCK = 8192
"""Elements computed at a time: 64 kB an array, so that the passes of one function stay in a processor's cache."""


@dataclass(frozen=True)
class Parameter:
    """A number that shapes a function: its default and the values it accepts.

    `above` is an open lower bound; without one, every finite number is accepted.
    `learned` parameters may be arrays that broadcast against x, and have a derivative.
    """

    default: float
    above: float | None = None
    learned: bool = False

    @property
    def accepts(self) -> str:
        finite = "finite numbers that broadcast against x" if self.learned else "a finite number"
        return finite if self.above is None else f"{finite} above {self.above:g}"


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


@dataclass(frozen=True, repr=False, eq=False)
class Activation:
    """One activation function.

    Calling it evaluates it elementwise (or along `axis`, for a function that mixes entries).
    Any real array-like is taken; float16, float32 and float64 keep their dtype, integers and
    booleans give float64. The arithmetic is done in float64 and rounded once. The input is never
    modified, and a 0-d input gives a NumPy scalar.

    Fields
    ------
    id, name : the Python name, and the name people use
    formula, derivative_formula, second_formula : one line of Python each; `scripts/formula.py` reads them
    zh_hant, en : what it does, in one plain sentence
    story : where it comes from; the docstring of its file, whose first line is the name and `en`
    sources : keys of `docs/references.bib`; the first introduced the function, where anybody is known to have
    value : float64 array (and parameters) to a new float64 array
    slope : the same for d/dx; None for functions that mix entries
    partial : d/d(parameter), for each learned parameter
    pullback : (x, g) to the vector-Jacobian product over the last axis, for functions that mix entries
    """

    id: str
    name: str
    formula: str
    zh_hant: str
    en: str
    story: str
    sources: tuple[str, ...]
    value: Callable[..., Floats]
    slope: Callable[..., Floats] | None = None
    derivative_formula: str | None = None
    second_formula: str | None = None
    partial: Mapping[str, Callable[..., Floats]] = field(default_factory=dict)
    pullback: Callable[[Floats, Floats], Floats] | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    kinks: tuple[Kink, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "__doc__", self._reference_page())
        object.__setattr__(self, "__signature__", self._signature())

    @property
    def mixes(self) -> bool:
        """Whether an output depends on more than its own input."""
        return self.pullback is not None

    def __call__(self, x: npt.ArrayLike, *, axis: int = -1, **parameters: npt.ArrayLike) -> Any:
        numbers = self._numbers(x, "x")
        if self.mixes:
            self._refuse(parameters)
            return np.moveaxis(_along_last(self.value, [self._last(numbers, axis)], numbers.dtype), -1, axis)
        self._no_axis(axis)
        return _elementwise(self.value, numbers, self._settings(parameters, numbers.shape))

    def derivative(self, x: npt.ArrayLike, *, wrt: str = "x", **parameters: npt.ArrayLike) -> Any:
        """The derivative with respect to x, or to a learned parameter, elementwise.

        At a kink it is the slope on the left; at a jump, 0. Raises TypeError or ValueError as the
        call itself does, and TypeError for a function that mixes entries (use `vjp`).
        """
        if self.slope is None:
            raise TypeError(f"{self.id} mixes the entries of x, so its derivative is a matrix: use {self.id}.vjp(x, g)")
        slopes = {"x": self.slope, **self.partial}
        if not isinstance(wrt, str) or wrt not in slopes:
            raise ValueError(f"{self.id}.derivative: wrt is {wrt!r}; accepted: {', '.join(map(repr, slopes))}")
        numbers = self._numbers(x, "x")
        return _elementwise(slopes[wrt], numbers, self._settings(parameters, numbers.shape))

    def vjp(self, x: npt.ArrayLike, g: npt.ArrayLike, *, axis: int = -1) -> Any:
        """The vector-Jacobian product: the gradient at x when g is the gradient at the output.

        g broadcasts to the shape of x; the result has the wider dtype of the two. Raises TypeError for an elementwise function (use
        `derivative`), ValueError for a shape or axis that does not fit.
        """
        if self.pullback is None:
            raise TypeError(f"{self.id} works elementwise: use g * {self.id}.derivative(x)")
        numbers, upstream = self._numbers(x, "x"), self._numbers(g, "g")
        try:
            upstream = np.broadcast_to(upstream, numbers.shape)
        except ValueError:
            raise ValueError(f"{self.id}.vjp: g has shape {upstream.shape}; accepted: what broadcasts to x's shape {numbers.shape}") from None
        moved = [self._last(numbers, axis), self._last(upstream, axis)]
        return np.moveaxis(_along_last(self.pullback, moved, np.result_type(numbers, upstream)), -1, axis)

    def __repr__(self) -> str:
        settings = ", ".join(f"{name}={p.default:g}" for name, p in self.parameters.items())
        return f"<activation {self.id}({'x, axis=-1' if self.mixes else ', '.join(filter(None, ['x', settings]))}) = {self.formula}>"

    def _signature(self) -> inspect.Signature:
        keyword = inspect.Parameter.KEYWORD_ONLY
        extra = {"axis": -1} if self.mixes else {name: p.default for name, p in self.parameters.items()}
        return inspect.Signature(
            [inspect.Parameter("x", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
            + [inspect.Parameter(name, keyword, default=default) for name, default in extra.items()]
        )

    def _numbers(self, given: npt.ArrayLike, what: str) -> Array:
        """The input as a float16, float32 or float64 array, or an error that says what was given."""
        accepted = "accepted: real numbers (bool, integers, float16, float32, float64)"
        try:
            numbers = np.asarray(given)
        except (TypeError, ValueError) as error:
            raise TypeError(f"{self.id}: {what} is not an array of numbers ({error}); {accepted}") from None
        if numbers.dtype.kind in "biu":
            return numbers.astype(np.float64)
        if numbers.dtype.char in "efd":  # not "g", longdouble, which on some systems has the size of float64
            return numbers
        shown = reprlib.repr(given) if numbers.ndim == 0 else f"{type(given).__name__} of dtype {numbers.dtype}"
        raise TypeError(f"{self.id}: {what} is {shown}; {accepted}")

    def _settings(self, given: Mapping[str, npt.ArrayLike], shape: tuple[int, ...]) -> dict[str, float | Floats]:
        """Every parameter, given or default, checked: a float, or an array that broadcasts against x."""
        self._refuse(given)
        settings: dict[str, float | Floats] = {}
        for name, parameter in self.parameters.items():
            value = self._numbers(given.get(name, parameter.default), name).astype(np.float64)
            if value.ndim and not parameter.learned:
                raise TypeError(f"{self.id}: {name} has shape {value.shape}; accepted: {parameter.accepts}")
            inside = np.isfinite(value) if parameter.above is None else np.isfinite(value) & (value > parameter.above)
            if not inside.all():
                raise ValueError(f"{self.id}: {name} is {value[~inside].flat[0]}; accepted: {parameter.accepts}")
            try:
                np.broadcast_shapes(shape, value.shape)
            except ValueError:
                raise ValueError(f"{self.id}: {name} has shape {value.shape} and x {shape}; accepted: {parameter.accepts}") from None
            settings[name] = value if value.ndim else float(value)
        return settings

    def _refuse(self, given: Mapping[str, object]) -> None:
        unknown = given.keys() - self.parameters.keys()
        if unknown:
            known = ", ".join(self.parameters) or "none"
            raise TypeError(f"{self.id} has no parameter {', '.join(sorted(unknown))}; accepted: {known}")

    def _no_axis(self, axis: int) -> None:
        if axis != -1:
            raise TypeError(f"{self.id} works elementwise and takes no axis; given axis={axis!r}")

    def _last(self, numbers: Array, axis: int) -> Array:
        """The array with `axis` moved to the end, in memory order, so that sums add in one order."""
        if isinstance(axis, bool) or not isinstance(axis, (int, np.integer)):
            raise TypeError(f"{self.id}: axis is {axis!r}; accepted: an integer")
        if not -numbers.ndim <= axis < numbers.ndim:
            accepted = f"from {-numbers.ndim} to {numbers.ndim - 1}" if numbers.ndim else "none, give it at least one axis"
            raise ValueError(f"{self.id}: axis {axis} does not exist in an array of shape {numbers.shape}; accepted: {accepted}")
        return np.ascontiguousarray(np.moveaxis(numbers, axis, -1))

    def _reference_page(self) -> str:
        parts = [inspect.cleandoc(self.story)]
        lines = [f"    {self.id}(x) = {self.formula}"]
        if self.derivative_formula:
            lines.append(f"    {self.id}.derivative(x) = {self.derivative_formula}")
        parts.append("\n".join(lines))

        lines = ["x : any real array-like. float16, float32 and float64 keep their dtype; integers and booleans give float64."]
        if self.mixes:
            lines.append("axis : the axis along which the entries are mixed. The result has the shape of x.")
            lines.append(f"{self.id}.vjp(x, g, axis=-1) : the vector-Jacobian product, g broadcast to the shape of x.")
        else:
            lines.append("The result has the shape of x (broadcast with the learned parameters, if any); 0-d gives a NumPy scalar.")
        for name, parameter in self.parameters.items():
            lines.append(f"{name} : {parameter.accepts}; default {parameter.default:g}.")
            if parameter.learned:
                lines.append(f"{self.id}.derivative(x, wrt={name!r}) : the partial derivative with respect to {name}, elementwise.")
        for kink in self.kinks:
            said = "0, the value chosen at a jump" if kink.jump else f"{kink.left}, the slope on the left (right: {kink.right})"
            lines.append(f"At x = {kink.at} the derivative is {said}.")
        parts.append("\n".join([*lines, self.notes] if self.notes else lines))

        parts.append(
            "NaN gives NaN; an infinity gives the limit, and NaN where there is none. No RuntimeWarning is raised.\n"
            "Raises TypeError for what is no real number (complex, longdouble, text, objects), ValueError for a parameter outside its domain."
        )
        parts.append(f"Sources (docs/references.bib): {', '.join(self.sources) or 'none known'}.")
        return "\n\n".join(parts)


def _elementwise(code: Callable[..., Floats], x: Array, settings: Mapping[str, float | Floats]) -> Any:
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


def _along_last(code: Callable[..., Floats], inputs: list[Array], dtype: np.dtype[Any]) -> Array:
    """Compute in float64 and without warnings; round once to the dtype."""
    with np.errstate(all="ignore"):
        return code(*(x.astype(np.float64, copy=False) for x in inputs)).astype(_native(dtype), copy=False)


def _native(dtype: np.dtype[Any]) -> np.dtype[Any]:
    return dtype.newbyteorder("=")
