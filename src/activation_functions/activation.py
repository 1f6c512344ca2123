"""What every activation function is: a formula, the stable code that runs it, its derivative, its sources."""

from __future__ import annotations

import inspect
import re
import reprlib
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from activation_functions.arrays import Array, Floats, along_last, back, elementwise, flat
from activation_functions.parameters import SIZES, Alias, Kink, Parameter

__all__ = ["SIZES", "Activation", "Array", "Floats", "Kink", "Parameter", "flat"]  # what the file of a function needs

_LENGTHS = {
    1.0: "A tuple of axes mixes the entries of all of them together, None those of the whole array. The result has the shape of x;"
    " in the formula x has n entries along them.",
    0.5: "It is cut into two halves of n entries, (a, b) = (x[:n], x[n:]), and the result has n; an odd length is refused.",
    2.0: "Of its n entries the result makes 2 n.",
    0.0: "It goes, as with numpy.max: one number is left of its n entries.",
}


@dataclass(frozen=True, repr=False, eq=False)
class Activation:
    """One activation function.

    Calling it evaluates it elementwise (or along `axis`, for a function that mixes entries, of those that `where` lets count).
    Any real array-like is taken; float16, float32 and float64 keep their dtype, integers and
    booleans give float64. The arithmetic is done in float64 and rounded once. The input is never
    modified, and a 0-d input gives a NumPy scalar.

    Fields
    ------
    id, name : the Python name, and the name people use
    formula, derivative_formula, second_formula : one line of Python each; `scripts/formula.py` reads them. Where entries are mixed, it is
        the formula of output i; x has n entries along the axis, or 2 n where the output has half as many
    where : the equation that settles the letter which is neither x nor an index, as "left == right", for functions that mix entries
    jacobian : the derivative of output i with respect to entry j, in the same language; f stands for the outputs
    width : how many outputs there are for each entry along the axis; 0 where one number is left and the axis goes, as with numpy.max
    zh_hant, en : what it does, in one plain sentence
    zh_hant_notes, en_notes : what else a user should know, in one or two sentences; both or neither
    family : the group it is listed with; `scripts/families.py` has the names of the groups
    story : where it comes from; the docstring of its file, whose first line is the name and `en`
    sources : keys of `docs/references.bib`, each with the part it played: anticipated (the same formula, earlier and elsewhere),
        introduced, named, popularised, studied, or miscited (often cited for the function, and not its source)
    aliases : other names, each with who uses it and what it stands for there, as `Alias` reads it; measured or proved, never trusted
    closed : closed forms of facts at the default parameters, by the fact's name, as formulas without x; checked, never trusted
    value : float64 array (and parameters) to a new float64 array
    slope : the same for d/dx; None for functions that mix entries
    second : the same for the second derivative
    partial : d/d(parameter), for each learned parameter
    pullback : (x, g, and parameters) to the vector-Jacobian product over the last axis, for functions that mix entries
    absent : for functions that mix entries and take `where`: what an entry gives that it leaves out. `value` and `pullback` then
        take one more array, which says of each entry whether it counts; those that do not are -inf in x and 0 in g
    draw : (rng, shape, parameters) to the parameters of one random draw, for a function that can be random
    """

    id: str
    name: str
    formula: str
    zh_hant: str
    en: str
    story: str
    sources: Mapping[str, str]
    value: Callable[..., Floats]
    slope: Callable[..., Floats] | None = None
    second: Callable[..., Floats] | None = None
    derivative_formula: str | None = None
    second_formula: str | None = None
    partial: Mapping[str, Callable[..., Floats]] = field(default_factory=dict)
    pullback: Callable[..., Floats] | None = None
    where: str = ""
    jacobian: str = ""
    width: float = 1.0
    absent: float | None = None
    draw: Callable[..., Mapping[str, Floats]] | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    kinks: tuple[Kink, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    closed: Mapping[str, str] = field(default_factory=dict)
    zh_hant_notes: str = ""
    en_notes: str = ""
    family: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "__doc__", self._reference_page())
        object.__setattr__(self, "__signature__", self._signature())

    @property
    def called(self) -> tuple[Alias, ...]:
        """Its other names."""
        return tuple(Alias.read(name, line) for name, line in self.aliases.items())

    @property
    def mixes(self) -> bool:
        """Whether an output depends on more than its own input."""
        return self.pullback is not None

    def __call__(
        self,
        x: npt.ArrayLike,
        *,
        axis: int | tuple[int, ...] | None = -1,
        where: bool | npt.ArrayLike = True,
        rng: np.random.Generator | None = None,
        **parameters: npt.ArrayLike,
    ) -> Any:
        if self.mixes:
            numbers = self._numbers(x, "x")
            code = partial(self.value, **self._drawn(rng, numbers.shape, self._settings(parameters, numbers.shape)))
            axes, present = self._axes(axis, numbers.shape), self._present(where, numbers.shape)
            lines = self._lines(numbers, axes)
            count = self._outputs(lines.shape[-1], axis)
            outputs = self._along_lines(code, [lines], count if self.width else 1, numbers.dtype, self._lines(present, axes), self.absent)
            return back(outputs, numbers.shape, axes) if self.width else outputs[..., 0][()]
        self._only_entries(axis, where)
        return self._evaluated(self.value, x, rng, parameters)

    def derivative(self, x: npt.ArrayLike, *, wrt: str = "x", rng: np.random.Generator | None = None, **parameters: npt.ArrayLike) -> Any:
        """The derivative with respect to x, or to a learned parameter, elementwise.

        At a kink it is the slope on the left; at a jump, 0. Raises TypeError or ValueError as the
        call itself does, and TypeError for a function that mixes entries (use `vjp`).
        """
        if self.slope is None:
            raise TypeError(f"{self.id} mixes the entries of x, so its derivative is a matrix: use {self.id}.vjp(x, g)")
        slopes = {"x": self.slope, **self.partial}
        if not isinstance(wrt, str) or wrt not in slopes:
            raise ValueError(f"{self.id}.derivative: wrt is {wrt!r}; accepted: {', '.join(map(repr, slopes))}")
        return self._evaluated(slopes[wrt], x, rng, parameters)

    def second_derivative(self, x: npt.ArrayLike, *, rng: np.random.Generator | None = None, **parameters: npt.ArrayLike) -> Any:
        """The second derivative with respect to x, elementwise; where the pieces of a formula meet, that of the left piece, at a jump 0.

        Raises TypeError or ValueError as the call itself does, and TypeError for a function that mixes entries.
        """
        if self.second is None:
            raise TypeError(f"{self.id} mixes the entries of x: it has no second derivative in one variable")
        return self._evaluated(self.second, x, rng, parameters) + 0.0  # a zero is returned without a sign

    def _evaluated(self, code: Callable[..., Floats], x: npt.ArrayLike, rng: np.random.Generator | None, parameters: Mapping[str, npt.ArrayLike]) -> Any:
        numbers = self._numbers(x, "x")
        return elementwise(code, numbers, self._drawn(rng, numbers.shape, self._settings(parameters, numbers.shape)))

    def vjp(
        self,
        x: npt.ArrayLike,
        g: npt.ArrayLike,
        *,
        axis: int | tuple[int, ...] | None = -1,
        where: bool | npt.ArrayLike = True,
        **parameters: npt.ArrayLike,
    ) -> Any:
        """The vector-Jacobian product: the gradient at x when g is the gradient at the output.

        g broadcasts to the shape of the output; the result has the shape of x and the wider dtype of the two, where a plain Python
        number has none. What `where` leaves out has the gradient 0. Raises TypeError for an elementwise function (use `derivative`),
        ValueError for a shape, a length, an axis or a parameter that does not fit.
        """
        if self.pullback is None:
            raise TypeError(f"{self.id} works elementwise: use g * {self.id}.derivative(x)")
        numbers, upstream = self._numbers(x, "x"), self._numbers(g, "g")
        code = partial(self.pullback, **self._settings(parameters, numbers.shape))
        axes, present = self._axes(axis, numbers.shape), self._present(where, numbers.shape)
        lines = self._lines(numbers, axes)
        count = self._outputs(lines.shape[-1], axis)
        shape = list(numbers.shape)
        if len(axes) == 1:
            shape[axes[0] : axes[0] + 1] = [count] if self.width else []
        try:
            upstream = np.broadcast_to(upstream, shape)
        except ValueError:
            accepted = f"what broadcasts to the output's shape {tuple(shape)}"
            raise ValueError(f"{self.id}.vjp: g has shape {upstream.shape}; accepted: {accepted}") from None
        upstream = self._lines(upstream, axes) if self.width else np.ascontiguousarray(upstream[..., np.newaxis])
        dtype = numbers.dtype if type(g) in (bool, int, float) else np.result_type(numbers, upstream)
        gradient = self._along_lines(code, [lines, upstream], lines.shape[-1], dtype, self._lines(present, axes), 0.0)
        return back(gradient, numbers.shape, axes)

    def _along_lines(
        self, code: Callable[..., Floats], inputs: list[Array], outputs: int, dtype: np.dtype[Any], present: Array | None, absent: float | None
    ) -> Array:
        """The code along the lines; of the entries that do not count it sees nothing, and they give `absent`."""
        if present is None or absent is None:
            return along_last(code, inputs, outputs, dtype)
        seen = [np.where(present, a, out) for a, out in zip(inputs, (-np.inf, 0.0), strict=False)]
        result = along_last(code, [*seen, present], outputs, dtype)
        result[~present] = absent
        return result

    def _outputs(self, length: int, axis: int | tuple[int, ...] | None) -> int:
        """How many outputs so many entries along the axis give; 0 where the axis goes."""
        if length * self.width % 1.0:
            raise ValueError(f"{self.id}: axis {axis} has length {length}; accepted: an even length, two halves")
        if not self.width and not length:
            raise ValueError(f"{self.id}: axis {axis} has length 0; accepted: at least one entry")
        return int(length * self.width)

    def __repr__(self) -> str:
        options = ["x", *(["axis=-1"] if self.mixes else []), *(f"{name}={p.default:g}" for name, p in self.parameters.items())]
        return f"<activation {self.id}({', '.join(options)}) = {self.formula}>"

    def _signature(self) -> inspect.Signature:
        keyword = inspect.Parameter.KEYWORD_ONLY
        extra: dict[str, float | None] = {"axis": -1} if self.mixes else {}
        if self.absent is not None:
            extra["where"] = True
        extra |= {name: p.default for name, p in self.parameters.items()}
        if self.draw:
            extra["rng"] = None
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
            inside = parameter.inside(value)
            if not inside.all():
                raise ValueError(f"{self.id}: {name} is {value[~inside].flat[0]}; accepted: {parameter.accepts}")
            try:
                np.broadcast_shapes(shape, value.shape)
            except ValueError:
                raise ValueError(f"{self.id}: {name} has shape {value.shape} and x {shape}; accepted: {parameter.accepts}") from None
            settings[name] = value if value.ndim else float(value)
        return settings

    def _drawn(self, rng: np.random.Generator | None, shape: tuple[int, ...], settings: dict[str, float | Floats]) -> dict[str, float | Floats]:
        """The settings of one random draw; without a generator the settings as they are."""
        if rng is None:
            return settings
        if self.draw is None:
            raise TypeError(f"{self.id} draws nothing at random and takes no rng")
        if not isinstance(rng, np.random.Generator):
            raise TypeError(f"{self.id}: rng is {reprlib.repr(rng)}; accepted: a numpy.random.Generator")
        return {**settings, **self.draw(rng, shape, **settings)}

    def _refuse(self, given: Mapping[str, object]) -> None:
        unknown = given.keys() - self.parameters.keys()
        if unknown:
            known = ", ".join(self.parameters) or "none"
            raise TypeError(f"{self.id} has no parameter {', '.join(sorted(unknown))}; accepted: {known}")

    def _only_entries(self, axis: object, where: object) -> None:
        for name, given, default in (("axis", axis, -1), ("where", where, True)):
            if given is not default and not (type(given) is int and given == default):
                raise TypeError(f"{self.id} works elementwise and takes no {name}; given {name}={reprlib.repr(given)}")

    def _axes(self, axis: int | tuple[int, ...] | None, shape: tuple[int, ...]) -> tuple[int, ...]:
        """The axes, counted from 0: one, or for a function with as many outputs as inputs any number of them."""
        several, dimensions = self.width == 1.0, len(shape)
        if several and axis is None:
            return tuple(range(dimensions))
        axes = axis if several and isinstance(axis, tuple) else (axis,)
        counted: list[int] = []
        for each in axes:
            if isinstance(each, bool) or not isinstance(each, (int, np.integer)):
                raise TypeError(f"{self.id}: axis is {axis!r}; accepted: an integer{', a tuple of integers or None' if several else ''}")
            if not -dimensions <= each < dimensions:
                accepted = f"from {-dimensions} to {dimensions - 1}" if dimensions else "none, give it at least one axis"
                raise ValueError(f"{self.id}: axis {each} does not exist in an array of shape {shape}; accepted: {accepted}")
            counted.append(int(each) % dimensions)
        if len(set(counted)) < len(counted):
            raise ValueError(f"{self.id}: axis {axis} names one axis twice; accepted: each once")
        return tuple(counted)

    def _present(self, where: bool | npt.ArrayLike, shape: tuple[int, ...]) -> Array | None:
        """Which entries count; None where all do."""
        if where is True:
            return None
        if self.absent is None:
            raise TypeError(f"{self.id} takes no where")
        present = np.asarray(where)
        if present.dtype != np.bool_:
            raise TypeError(f"{self.id}: where is {reprlib.repr(where)}; accepted: booleans that broadcast to the shape of x")
        try:
            return np.broadcast_to(present, shape)
        except ValueError:
            raise ValueError(f"{self.id}: where has shape {present.shape}; accepted: what broadcasts to the shape of x, {shape}") from None

    def _lines(self, a: Array | None, axes: tuple[int, ...]) -> Any:
        """The array with the axes as one at the end, in memory order, so that sums add in one order."""
        if a is None:
            return None
        moved = np.ascontiguousarray(np.moveaxis(a, axes, range(a.ndim - len(axes), a.ndim)))
        rest = moved.shape[: a.ndim - len(axes)]
        return moved.reshape((*rest, prod(moved.shape[len(rest) :])))

    def _reference_page(self) -> str:
        """What `help` shows: sections as NumPy and SciPy have them."""
        parts = [inspect.cleandoc(self.story), *([textwrap.fill(self.en_notes, 118)] if self.en_notes else [])]
        if self.aliases:
            also = [f"{alias.name} ({', '.join(alias.by)})" for alias in self.called]
            parts.append(textwrap.fill(f"Also called {', '.join(also)}.", 118))
        lines = [f"    {self.id}(x){'[i]' if self.mixes and self.width else ''} = {self.formula}"]
        if self.derivative_formula:
            lines.append(f"    {self.id}.derivative(x) = {self.derivative_formula}")
        if self.second_formula:
            lines.append(f"    {self.id}.second_derivative(x) = {self.second_formula}")
        if self.where:
            lines.append(f"    where {self.where}")
        if self.jacobian:
            lines.append(f"    d {self.id}(x){'[i]' if self.width else ''} / d x[j] = {self.jacobian}, with f = {self.id}(x)")
        used = "\n".join(lines)
        lines += [f"    with {said}" for word, said in _WORDS.items() if re.search(rf"\b{word}\(", used)]
        parts.append(_section("Formula", lines))

        lines = ["x : array-like of real numbers", "    float16, float32 and float64 keep their dtype; integers and booleans give float64."]
        if self.mixes:
            several = ", tuple of int or None" if self.width == 1.0 else ""
            lines += [f"axis : int{several}, default -1", *_filled(f"The axis along which the entries are mixed. {_LENGTHS[self.width]}")]
        if self.absent is not None:
            lines.append("where : array-like of bool, default True")
            lines += _filled(f"Which entries count; it broadcasts to the shape of x. Those left out give {self.absent:g}, and their gradient is 0.")
        for name, parameter in self.parameters.items():
            lines += [f"{name} : float{' or array' if parameter.learned else ''}, default {parameter.default!r}", f"    {_sentence(parameter.accepts)}"]
            if parameter.learned:
                lines.append(f"    Learned: {self.id}.derivative(x, wrt={name!r}) is the partial derivative by it, elementwise.")
        if self.draw:
            lines += [
                "rng : numpy.random.Generator, default None",
                "    Without one nothing is drawn. Generators of the same seed give value and derivative the same draw.",
            ]
        parts.append(_section("Parameters", lines))

        if self.mixes:
            options = "axis=-1" if self.absent is None else "axis=-1, where=True"
            lines = [f"{self.id}(x, {options}) : the outputs."]
            lines.append(f"{self.id}.vjp(x, g, {options}) : the vector-Jacobian product, g broadcast to the shape of the output; it has the shape of x.")
        else:
            lines = [f"{self.id}(x), {self.id}.derivative(x), {self.id}.second_derivative(x) : arrays of the shape of x; a NumPy scalar where x is 0-d."]
            if any(parameter.learned for parameter in self.parameters.values()):
                lines.append("Learned parameters broadcast against x.")
        lines.append("NaN gives NaN; an infinity gives the limit, and NaN where there is none.")
        parts.append(_section("Returns", lines))

        if self.kinks:
            lines = []
            for kink in self.kinks:
                said = "0, the value chosen at a jump" if kink.jump else f"{kink.left}, the slope on the left (right: {kink.right})"
                lines.append(f"At x = {kink.at} the derivative is {said}.")
            parts.append(_section("Kinks", lines))

        outside = "a parameter outside its domain"
        wrong = f"an axis, a length or a shape that does not fit{f', or {outside}' if self.parameters else ''}" if self.mixes else outside
        lines = ["TypeError : for what is no real number (complex, longdouble, text, objects), and for an option it does not have."]
        lines.append(f"ValueError : for {wrong}.")
        parts.append(_section("Raises", [*lines, "No RuntimeWarning is raised."]))
        parts.append(_section("Sources", [f"{key} : {role}" for key, role in self.sources.items()] or ["None is known."]))
        return "\n\n".join(parts)


_WORDS = {
    "sigma": "sigma(x) = 1 / (1 + exp(-x))",
    "Phi": "Phi(x), the chance that a standard normal variable falls below x",
    "phi": "phi(x), the density of a standard normal variable",
    "sech": "sech(x) = 1 / cosh(x)",
    "indicator": "indicator(c), 1 where c holds and otherwise 0",
}
"""Words of the formulas that are not in Python's math module."""


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([title, "-" * len(title), *lines])


def _filled(text: str) -> list[str]:
    return textwrap.wrap(text, 118, initial_indent="    ", subsequent_indent="    ")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
