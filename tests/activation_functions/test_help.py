"""What `help` shows of every function says what its record says, line by line, and promises what the code keeps."""

import inspect
import pydoc
import re
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL, Activation, Kink, Parameter, crelu, maxout, pelu, rrelu, sign, softmax, softshrink, sparsemax, tanhshrink
from activation_functions.activation import SIZES
from mathematics import formula

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
TITLES = ["Formula", "Parameters", "Returns", "Kinks", "Raises", "Sources"]
WORDS = {
    "sigma": "sigma(x) = 1 / (1 + exp(-x))",
    "Phi": "Phi(x), the chance that a standard normal variable falls below x",
    "phi": "phi(x), the density of a standard normal variable",
    "sech": "sech(x) = 1 / cosh(x)",
    "indicator": "indicator(c), 1 where c holds and otherwise 0",
}
ENDS = "NaN gives NaN; an infinity gives the limit, and NaN where there is none."


def sections(f: Activation) -> dict[str, list[str]]:
    """The lines under each heading; what stands before the first one under ""."""
    found: dict[str, list[str]] = {"": []}
    lines = pydoc.plain(f.__doc__ or "").splitlines()
    current = ""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if below and set(below) == {"-"}:
            assert len(below) == len(line)
            current = line
            found[current] = []
        elif set(line) != {"-"}:
            found[current].append(line)
    return {title: _trimmed(lines) for title, lines in found.items()}


def _trimmed(lines: list[str]) -> list[str]:
    assert lines == lines[:1] or lines[-1] or lines[:-1], "nothing under a heading"
    return lines[:-1] if lines and not lines[-1] else lines


def unfilled(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


@FUNCTIONS
def test_the_sections_stand_in_order(f: Activation) -> None:
    found = sections(f)
    assert list(found) == ["", *(title for title in TITLES if title != "Kinks" or f.kinks)]
    for lines in found.values():
        assert lines
        assert all(line == line.rstrip() for line in lines)
    assert re.search(r"\n\n\n|\t", f.__doc__ or "") is None


@FUNCTIONS
def test_it_begins_with_the_story_and_the_notes(f: Activation) -> None:
    head = sections(f)[""]
    story = inspect.cleandoc(f.story).splitlines()
    assert head[0] == f"{f.name} {f.en}"
    assert head[: len(story)] == story
    notes, also, names = unfilled(head[len(story) :]).partition("Also called ")
    assert notes.strip() == re.sub(r"\s+", " ", f.en_notes)
    assert bool(also) == bool(f.aliases)
    assert all(f"{name} (" in names for name in f.aliases)
    assert head[len(story)] == ""
    assert max(map(len, head[len(story) :])) <= 118


@FUNCTIONS
def test_the_formulas_are_those_of_the_record(f: Activation) -> None:
    lines = sections(f)["Formula"]
    assert all(line.startswith("    ") for line in lines)
    expected = [f"{f.id}(x){'[i]' if f.mixes and f.width else ''} = {f.formula}"]
    expected += [f"{f.id}.derivative(x) = {f.derivative_formula}", f"{f.id}.second_derivative(x) = {f.second_formula}"] if not f.mixes else []
    expected += [f"where {f.where}"] if f.where else []
    expected += [f"d {f.id}(x){'[i]' if f.width else ''} / d x[j] = {f.jacobian}, with f = {f.id}(x)"] if f.mixes else []
    used = set().union(*(formula.names(line) for line in (f.formula, f.derivative_formula, f.second_formula, f.jacobian, *f.where.split("==")) if line))
    expected += [f"with {meaning}" for word, meaning in WORDS.items() if word in used]
    assert [line.strip() for line in lines] == expected


def accepted(parameter: Parameter) -> str:
    """What it takes, read off what it lets in."""
    zero, negative = (bool(parameter.inside(value)) for value in (0.0, -1.0))
    said = ("0 or " if zero else "") + ("numbers" if parameter.learned else "a number") + ("" if negative else " above 0")
    least, most = (f"{size:g}".replace("e+", "e") for size in SIZES)
    said += f" of a size from {least} to {most}" + (" that broadcast against x" if parameter.learned else "")
    return said[0].upper() + said[1:] + "."


@FUNCTIONS
def test_every_parameter_is_told_with_its_default_and_what_it_accepts(f: Activation) -> None:
    lines = sections(f)["Parameters"]
    assert lines[:2] == ["x : array-like of real numbers", "    float16, float32 and float64 keep their dtype; integers and booleans give float64."]
    expected = {}
    if f.mixes:
        several, length = {
            1.0: (
                ", tuple of int or None",
                "A tuple of axes mixes the entries of all of them together, None those of the whole array. The result has the shape of x; "
                "in the formula x has n entries along them.",
            ),
            0.5: ("", "It is cut into two halves of n entries, (a, b) = (x[:n], x[n:]), and the result has n; an odd length is refused."),
            2.0: ("", "Of its n entries the result makes 2 n."),
            0.0: ("", "It goes, as with numpy.max: one number is left of its n entries."),
        }[f.width]
        expected[f"axis : int{several}, default -1"] = f"The axis along which the entries are mixed. {length}"
    if f.absent is not None:
        said_ = f"Which entries count; it broadcasts to the shape of x. Those left out give {f.absent:g}, and their gradient is 0."
        expected["where : array-like of bool, default True"] = said_
    for name, parameter in f.parameters.items():
        said = [accepted(parameter)]
        if parameter.learned:
            said.append(f"Learned: {f.id}.derivative(x, wrt={name!r}) is the partial derivative by it, elementwise.")
        expected[f"{name} : float{' or array' if parameter.learned else ''}, default {parameter.default!r}"] = " ".join(said)
    if f.draw:
        said_ = "Without one nothing is drawn. Generators of the same seed give value and derivative the same draw."
        expected["rng : numpy.random.Generator, default None"] = said_
    told: dict[str, str] = {}
    for line in lines[2:]:
        if line.startswith(" "):
            told[list(told)[-1]] = f"{told[list(told)[-1]]} {line.strip()}".strip()
        else:
            told[line] = ""
    assert told == expected
    assert list(told) == list(expected)
    for name, option in inspect.signature(f).parameters.items():
        assert name == "x" or any(line.startswith(f"{name} : ") and line.endswith(f"default {option.default!r}") for line in told)


@FUNCTIONS
def test_what_comes_back(f: Activation) -> None:
    lines = sections(f)["Returns"]
    if f.mixes:
        options = "axis=-1, where=True" if f.absent is not None else "axis=-1"
        vjp = "the vector-Jacobian product, g broadcast to the shape of the output; it has the shape of x."
        assert lines == [f"{f.id}(x, {options}) : the outputs.", f"{f.id}.vjp(x, g, {options}) : {vjp}", ENDS]
    else:
        ways = f"{f.id}(x), {f.id}.derivative(x), {f.id}.second_derivative(x)"
        learned = ["Learned parameters broadcast against x."] if f.partial else []
        assert lines == [f"{ways} : arrays of the shape of x; a NumPy scalar where x is 0-d.", *learned, ENDS]


@FUNCTIONS
def test_the_kinks_are_those_of_the_record_and_of_the_code(f: Activation) -> None:
    lines = sections(f).get("Kinks", [])
    assert len(lines) == len(f.kinks)
    settings: dict[str, Any] = {name: p.default for name, p in f.parameters.items()}
    for line, kink in zip(lines, f.kinks, strict=True):
        slope = "0, the value chosen at a jump" if kink.jump else f"{kink.left}, the slope on the left (right: {kink.right})"
        assert line == f"At x = {kink.at} the derivative is {slope}."
        at = float(formula.naive(kink.at, **settings))
        assert f.derivative(at) == (0.0 if kink.jump else pytest.approx(float(formula.naive(kink.left, x=at, **settings))))


@FUNCTIONS
def test_what_it_raises_is_raised(f: Activation) -> None:
    lines = sections(f)["Raises"]
    outside = "a parameter outside its domain"
    wrong = "an axis, a length or a shape that does not fit" + (f", or {outside}" if f.parameters else "") if f.mixes else outside
    assert lines == [
        "TypeError : for what is no real number (complex, longdouble, text, objects), and for an option it does not have.",
        f"ValueError : for {wrong}.",
        "No RuntimeWarning is raised.",
    ]
    no_numbers: list[Any] = [1j, np.longdouble(1), "1", object()]
    for no_number in no_numbers:
        with pytest.raises(TypeError):
            f([no_number])
    with pytest.raises(TypeError):
        f([1.0, 2.0], zeta=1.0)
    if f.mixes:
        with pytest.raises(ValueError, match="axis"):
            f([1.0, 2.0], axis=7)
        with pytest.raises(ValueError, match="shape"):
            f.vjp([1.0, 2.0], np.ones(7))
    for name in f.parameters:
        wrong_: dict[str, Any] = {name: np.nan}
        with pytest.raises(ValueError, match=name):
            f([1.0, 2.0], **wrong_)
    ways: list[Any] = [f, lambda x: f.vjp(x, 1.0)] if f.mixes else [f, f.derivative, f.second_derivative]
    with np.errstate(all="raise"):
        for way in ways:
            way([-np.inf, -1e300, -1.0, 5e-324, 0.0, 800.0, np.inf, np.nan])


@FUNCTIONS
def test_the_sources_are_those_of_the_record(f: Activation) -> None:
    assert sections(f)["Sources"] == ([f"{key} : {role}" for key, role in f.sources.items()] or ["None is known."])


# ---- whole texts, of one function of each kind ----------------------------------------------

PELU = """PELU is an ELU that learns how steep it is and how far down it goes.

The parametric ELU: Trottier, Giguère and Chaib-draa, "Parametric exponential linear unit for deep convolutional
neural networks", 2017, arXiv:1605.09332.

At 0 both slopes are a/b; there it is the second derivative that jumps.

Formula
-------
    pelu(x) = a / b * x if x > 0 else a * (exp(x / b) - 1)
    pelu.derivative(x) = a / b if x > 0 else a / b * exp(x / b)
    pelu.second_derivative(x) = 0 if x > 0 else a / b**2 * exp(x / b)

Parameters
----------
x : array-like of real numbers
    float16, float32 and float64 keep their dtype; integers and booleans give float64.
a : float or array, default 1.0
    Numbers above 0 of a size from 1e-100 to 1e100 that broadcast against x.
    Learned: pelu.derivative(x, wrt='a') is the partial derivative by it, elementwise.
b : float or array, default 1.0
    Numbers above 0 of a size from 1e-100 to 1e100 that broadcast against x.
    Learned: pelu.derivative(x, wrt='b') is the partial derivative by it, elementwise.

Returns
-------
pelu(x), pelu.derivative(x), pelu.second_derivative(x) : arrays of the shape of x; a NumPy scalar where x is 0-d.
Learned parameters broadcast against x.
NaN gives NaN; an infinity gives the limit, and NaN where there is none.

Kinks
-----
At x = 0 the derivative is a / b, the slope on the left (right: a / b).

Raises
------
TypeError : for what is no real number (complex, longdouble, text, objects), and for an option it does not have.
ValueError : for a parameter outside its domain.
No RuntimeWarning is raised.

Sources
-------
trottier2017 : introduced"""

SPARSEMAX = """Formula
-------
    sparsemax(x)[i] = max(0, x[i] - tau)
    where sum(max(0, x[j] - tau) for j in range(n)) == 1
    d sparsemax(x)[i] / d x[j] = indicator(f[i] > 0) * indicator(f[j] > 0) * (indicator(i == j) - 1 / sum(indicator(f[k] > 0) for k in range(n))), with f = sparsemax(x)
    with indicator(c), 1 where c holds and otherwise 0

Parameters
----------
x : array-like of real numbers
    float16, float32 and float64 keep their dtype; integers and booleans give float64.
axis : int, tuple of int or None, default -1
    The axis along which the entries are mixed. A tuple of axes mixes the entries of all of them together, None those
    of the whole array. The result has the shape of x; in the formula x has n entries along them.
where : array-like of bool, default True
    Which entries count; it broadcasts to the shape of x. Those left out give 0, and their gradient is 0.

Returns
-------
sparsemax(x, axis=-1, where=True) : the outputs.
sparsemax.vjp(x, g, axis=-1, where=True) : the vector-Jacobian product, g broadcast to the shape of the output; it has the shape of x.
NaN gives NaN; an infinity gives the limit, and NaN where there is none.

Raises
------
TypeError : for what is no real number (complex, longdouble, text, objects), and for an option it does not have.
ValueError : for an axis, a length or a shape that does not fit.
No RuntimeWarning is raised.

Sources
-------
martins2016 : introduced"""


def test_the_whole_text_of_one_that_learns_and_of_one_that_mixes() -> None:
    assert pelu.__doc__ == PELU
    assert sparsemax.__doc__ is not None
    assert sparsemax.__doc__.endswith("\n\n" + SPARSEMAX)
    assert inspect.getdoc(sparsemax) == sparsemax.__doc__
    shown = [line.removeprefix("    ").removeprefix(" |  ") for line in pydoc.plain(pydoc.render_doc(pelu)).splitlines()]
    assert all(line in shown for line in PELU.splitlines())


def test_lines_that_only_some_have() -> None:
    assert sections(tanhshrink)["Sources"] == ["None is known."]
    assert sections(sign)["Kinks"] == ["At x = 0 the derivative is 0, the value chosen at a jump."]
    assert sections(rrelu)["Parameters"][-2:] == [
        "rng : numpy.random.Generator, default None",
        "    Without one nothing is drawn. Generators of the same seed give value and derivative the same draw.",
    ]
    assert sections(softshrink)["Parameters"][2:] == ["lam : float, default 0.5", "    0 or a number above 0 of a size from 1e-100 to 1e100."]
    assert sections(crelu)["Parameters"][3] == "    The axis along which the entries are mixed. Of its n entries the result makes 2 n."
    assert sections(maxout)["Formula"][0] == "    maxout(x) = max(x[j] for j in range(n))"
    assert sections(maxout)["Formula"][1] == "    d maxout(x) / d x[j] = indicator(x[j] == f), with f = maxout(x)"


def test_the_text_follows_the_record() -> None:
    """Another record, another text: nothing in it is kept from elsewhere."""
    import dataclasses

    other = dataclasses.replace(
        pelu,
        id="other",
        name="Other",
        formula="a * sigma(x)",
        kinks=(Kink("2", "3", "4", jump=True),),
        parameters={"a": Parameter(default=0.25)},
        sources={},
        en_notes="",
    )
    text = other.__doc__ or ""
    for said in ("other(x) = a * sigma(x)", "with sigma(x)", "At x = 2 the derivative is 0,", "a : float, default 0.25\n    0 or a number", "None is known."):
        assert said in text
    assert "pelu" not in text.replace(pelu.story, "")
    assert "Learned" not in text
    assert "softmax(x)[i]" in (softmax.__doc__ or "")
