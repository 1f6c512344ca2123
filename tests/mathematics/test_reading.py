"""TeX as people type it, read into the formula language; what could be read in two ways is refused."""

import pytest

from activation_functions import ALL
from mathematics import formula
from mathematics.equality import compare
from mathematics.reading import Formula, Unread, read, substituted
from mathematics.typesetting import letter, tex

READ = {
    # how tightly things bind
    "a - b - c": "a - b - c",
    "a-(b-c)": "a - (b - c)",
    "-x^2": "-(x) ** 2",
    "(-x)^2": "((-x)) ** 2",
    "2^{-52}": "(2) ** (-52)",
    "x^{n+1}": "(x) ** (n + 1)",
    r"\frac12 x": "((1) / (2)) * x",
    r"a\cdot b/c+d": "a * b / c + d",
    r"e^{-x^2/2}/\sqrt{2\pi}": "exp(-(x) ** 2 / 2) / sqrt(2 * pi)",
    r"\sqrt{e}": "sqrt(exp(1))",
    r"|u||v|": "abs(u) * abs(v)",
    r"\left|2\,|x|-1\right|": "abs(2 * abs(x) - 1)",
    r"\lvert 2\lvert x\rvert-1\rvert": "abs(2 * abs(x) - 1)",
    # products without a sign
    "2xy": "2 * x * y",
    r"m\cdot n(\lambda-1)+nm": "m * n * (lam - 1) + n * m",
    "s(1-s)": "s * (1 - s)",
    # functions: powers, primes, with brackets and without
    r"\sigma^2(x)": "(sigma(x)) ** 2",
    r"\tanh^2 x": "(tanh(x)) ** 2",
    r"\varphi(0)^2": "(phi(0)) ** 2",
    r"\tanh 2x-1": "tanh(2 * x) - 1",
    r"2t\tanh t": "2 * t * tanh(t)",
    r"\sigma(x)(1-\sigma(x))": "sigma(x) * (1 - sigma(x))",
    r"\ln\frac{a}{1-a}": "log(((a) / (1 - a)))",
    r"\operatorname{erf}\frac{u}{\sqrt2}": "erf(((u) / (sqrt(2))))",
    r"\operatorname{ReLU}(x)": "relu(x)",
    r"\max(0,x)": "max(0, x)",
    r"\max(a,b,c)": "max(max(a, b), c)",
    r"\sigma'(2x)": "sigma_1(2 * x)",
    r"\sigma''(x)": "sigma_2(x)",
    r"\tanh'x": "tanh_1(x)",
    r"f'(x)": "f_1(x)",
    # a function without an argument is taken at x
    r"\sigma(1-\sigma)": "sigma(x) * (1 - sigma(x))",
    r"1-\tanh^2": "1 - (tanh(x)) ** 2",
    r"\ln(1-\sigma)": "log(1 - sigma(x))",
    # letters
    r"\lambda_{\min}+x_1": "lambda_min + x_1",
    "b'": "b_27_",
    r"w^{\mathsf T}x+b": "w_T_x + b",
}


@pytest.mark.parametrize(("tex", "line"), READ.items())
def test_a_formula_is_read(tex: str, line: str) -> None:
    assert read(tex).line == line


PLAIN = sorted(
    {
        line
        for f in ALL.values()
        if not f.mixes
        for line in (f.formula, f.derivative_formula, f.second_formula)
        if line and " if " not in line and "width" not in line
    }
)


@pytest.mark.parametrize("line", PLAIN)
def test_what_the_site_typesets_is_read_back(line: str) -> None:
    free = formula.names(line) - formula.VOCABULARY.keys() - {"pi"}
    typed = {name: read(letter(name)).line for name in free}
    meant = Formula(substituted(line, typed), tuple(sorted((typed[name], letter(name)) for name in free)))
    held, failed, example, _ = compare(meant, "=", read(tex(line)), {})
    assert held
    assert not failed, example


REFUSED = {
    "1/2x": "under /",
    r"\tanh x/2": "under /",
    r"\sigma x": "a product or a function's value",
    "s(x)": "a product or a function's value",
    "x 2": "a number follows",
    "WX": "a matrix",
    "(1,-1)": ", stands where",
    r"\mathbb{E} f": "is not read",
    r"\int_0^1 x\,dx": "is not read",
    r"\frac{da}{dt}": "a derivative written as a fraction",
    r"\sigma^{-1}(x)": "exponent",
    r"\sigma_i(x)": "with an index",
    r"\max_x f(x)": "with an index",
    r"\operatorname{rank}(A)": "no function",
    r"\sqrt[3]{x}": "root",
    r"1+\cdots": "is not read",
    "|2|x|-1|": r"which \| opens",
    "[[gelu.formula]]": "not known here",
    "x+": "ends too early",
    "x)": "not expected",
}


@pytest.mark.parametrize(("tex", "reason"), REFUSED.items())
def test_what_is_not_clear_is_refused(tex: str, reason: str) -> None:
    with pytest.raises(Unread, match=reason):
        read(tex)
