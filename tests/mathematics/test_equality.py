"""Typed relations, computed at many points: true ones hold, and each way to get one wrong is seen."""

from typing import Any

import pytest

from mathematics.equality import POINTS, compare, derivative, unknown
from mathematics.reading import Unread, read
from mathematics.statements import statements

TRUE = (
    r"\sigma(-x)=1-\sigma(x)",
    r"\sigma'=\sigma(1-\sigma)",
    r"\sigma''(x)=\sigma'(x)(1-2\sigma(x))",
    r"\tanh x=2\sigma(2x)-1",
    r"\tanh'=1-\tanh^2",
    r"\Phi'=\varphi",
    r"\varphi'(x)=-x\,\varphi(x)",
    r"\Phi(x)=\frac{1}{2}\left(1+\operatorname{erf}\frac{x}{\sqrt 2}\right)",
    r"x=\ln\frac{\sigma(x)}{1-\sigma(x)}",
    r"\operatorname{sech}^2 x=1-\tanh^2 x",
    r"\operatorname{GELU}(x)=x\,\Phi(x)",
    r"\operatorname{SiLU}'(x)=\sigma(x)+x\,\sigma'(x)",
    r"|x|=\max(x,-x)",
    r"\sqrt{x^2}=|x|",
    r"\ln(ab)=\ln a+\ln b",
    r"\cosh^2 t-\sinh^2 t=\cosh 0",
    r"\tanh^2 x\ge 0",
    r"\sigma(x)<1",
    r"\frac{1}{3}-\frac{1}{4}=\frac{1}{12}",
    r"\ln 2\approx\frac{7}{10}",
    r"2\ne 3",
)


@pytest.mark.parametrize("tex", TRUE)
def test_what_is_true_holds_everywhere(tex: str) -> None:
    held, failed, *_ = _compared(tex)
    assert held
    assert not failed


FALSE = {
    r"\sigma(-x)=1+\sigma(x)": "a sign",
    r"\sigma'=\sigma(1+\sigma)": "a sign",
    r"\tanh x=\sigma(2x)-1": "a factor",
    r"\tanh x=2\sigma(x)-1": "a factor inside",
    r"\tanh'=1-\tanh": "a power",
    r"\varphi'=\Phi": "one for the other",
    r"x=\ln\frac{1-\sigma(x)}{\sigma(x)}": "an inverted logit",
    r"\varphi'(x)=x\,\varphi(x)": "a derivative's sign",
    r"\operatorname{GELU}(x)=x\,\varphi(x)": "one for the other",
    r"\ln(ab)=\ln a\,\ln b": "a product",
    r"\tanh^2 x<0": "a relation turned",
    r"\frac{1}{3}+\frac{1}{4}=\frac{1}{12}": "a sign between numbers",
    r"\ln 2\approx\frac{8}{10}": "a digit",
    r"2\ne 1+1": "a relation",
}


@pytest.mark.parametrize("tex", FALSE, ids=FALSE.get)
def test_what_is_false_fails_everywhere(tex: str) -> None:
    held, failed, example, _ = _compared(tex)
    assert failed
    assert not held
    assert "left" in example


def test_a_condition_holds_at_some_points() -> None:
    for tex in ("x>0", r"\sigma(x)>\frac{1}{2}", r"|x|=x"):
        held, failed, *_ = _compared(tex)
        assert held
        assert failed


def test_an_example_names_the_letters_as_they_are_typed() -> None:
    assert r"\lambda_{+} = " in _compared(r"\lambda_{+} - 1 = \lambda_{+} + 1")[2]


def test_sides_that_never_meet_differ_by_one_number() -> None:
    assert _compared(r"\operatorname{sech}^2 x+\tanh^2 x=2").apart
    assert not _compared(r"\sigma(x)=2").apart
    assert not _compared(r"1-\tanh^2 x=\frac{1}{2}").apart


def test_what_is_defined_almost_nowhere_is_not_decided() -> None:
    assert _compared(r"\ln(-x^2)=\ln(-x^2)")[:2] == (0, 0)


def test_functions_that_the_text_defines() -> None:
    given = {"f": lambda u: 2 * u, "g": lambda u: derivative(lambda v: v * v, 1, u)}
    assert compare(read("f'(x)"), "=", read("2"), given)[:2] == (POINTS, 0)
    assert unknown(read("F'(x)+f(x)"), given) == ["F_1"]
    with pytest.raises(Unread, match="derivative of a derivative"):
        compare(read("g'(x)"), "=", read("2"), given)


def _compared(tex: str) -> Any:
    (statement,) = statements(tex)
    left, right = (read(side) for side in statement.sides)
    return compare(left, statement.relations[0], right, {})
