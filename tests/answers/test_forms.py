"""Other forms of a formula: what is not the function is refused at its line, and of an approximation the largest error is computed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from activation_functions import ALL
from answers import data, forms, names
from checks import pairs
from language.words import LANGUAGES
from mathematics.forms import equal, largest_gap, spelt_out
from mathematics.formula import naive
from pages.blocks import formulas
from pages.blocks.dispatch import scribe_for
from pages.page import Page
from project.fault import Wrong

FILES = forms.files()
FORM = '[[form]]\nis = "x / 2 * (1 + erf(x / sqrt(2)))"\n'


def fault(folder: Path, text: str, name: str = "gelu") -> tuple[int, str]:
    place = folder / f"{name}.toml"
    place.write_text(text, "utf-8")
    with pytest.raises(Wrong) as caught:
        [forms.checked(name, form, place) for form in forms.read(place).forms]
    return caught.value.fault.line, caught.value.fault.what


# ---- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("gelu", "x / 2 * (1 + erf(x / 2))"),
        ("gelu", "x * sigma(1.702 * x)"),  # near, and not equal
        ("relu", "x * indicator(x > 1 / 100)"),
        ("relu6", "relu(x) - relu(x - 5)"),
        ("leaky_relu", "max(x, alpha * x)"),  # not beyond alpha = 1
        ("softmax", "exp(x[i]) / sum(exp(x[j]) for j in range(n - 1))"),
        ("sparsemax", "max(x[i], tau)"),
    ],
)
def test_a_form_that_is_not_the_function_is_refused_at_its_line(tmp_path: Path, name: str, line: str) -> None:
    assert fault(tmp_path, f'\n[[form]]\nis = "{line}"\n', name)[0] == 3
    assert "this is not the function" in fault(tmp_path, f'[[form]]\nis = "{line}"\n', name)[1]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (FORM.replace("erf", "erff"), 2, "erff"),
        (FORM.replace("(x / sqrt(2))", "(x / sqrt(2)"), 2, "not a formula"),
        (FORM.replace("sqrt(2)", "sqrt(c)"), 2, "c is neither a parameter of gelu"),
        (FORM + 'where = { m = "x" }\n', 2, "m is defined and not used"),
        (FORM + 'entries = { "x[i]" = "V @ x" }\n', 2, "`V @ x` stands for x[i]"),
        (FORM + "aproximate = true\n", 3, "aproximate = True is no part of a form"),
        (FORM + 'en = "with erf"\n', 1, "in one language alone"),
        ('[[form]]\nhant = "一"\nen = "one"\n', 1, "a form without a formula"),
        ('name = "GELU"\n', 1, "nothing is called name"),
        (FORM + "about = 1\n", 3, "about = 1 is no part"),
        ('[[form]]\nis = "x if x > 0 else 0"\nabout = true\n', 2, "nothing can jump"),
        ('[[form]]\nis = "x / 2"\nabout = true\n', 2, "cannot be settled"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    at, told = fault(tmp_path, text)
    assert what in told
    assert at == line


def test_a_layer_whose_matrices_are_exchanged_is_refused(tmp_path: Path) -> None:
    right = '[[form]]\nis = "hadamard(V @ x, silu(W @ x))"\nentries = { "x[i]" = "V @ x", "x[i + n]" = "W @ x" }\n'
    assert fault(tmp_path, right.replace("silu(W", "silu(V").replace("hadamard(V", "hadamard(W"), "swiglu")[0] == 2


def test_a_condition_is_needed_where_a_form_holds_for_some_parameters_alone() -> None:
    line = "max(x, alpha * x)"
    assert equal(ALL["leaky_relu"], line, "alpha <= 1") == "digits"
    with pytest.raises(ArithmeticError):
        equal(ALL["leaky_relu"], line, "alpha <= 2")


# ---- approximations --------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "line"), [("gelu", "x * sigma(1.702 * x)"), ("gelu_tanh", "x * Phi(x)"), ("silu", "x * min(max(x / 6 + 1 / 2, 0), 1)")])
def test_the_largest_error_is_what_a_fine_grid_finds(name: str, line: str) -> None:
    x = np.linspace(-12, 12, 400_001)
    found = np.abs(np.asarray(ALL[name](x)) - naive(spelt_out(line, {}, {}), x=x))
    gap = largest_gap(ALL[name], line)
    assert float(gap.error.upper()) >= found.max() * (1 - 1e-12)
    assert float(gap.error.lower()) <= found.max() * (1 + 1e-6)
    assert any(abs(float(place) - x[np.argmax(found)]) < 1e-2 for place in gap.places)


def test_the_largest_error_is_that_of_the_figure_about_it() -> None:
    from figures.gelu_gaps import largest

    _, tanh, quick = (each.error for each in forms.known("gelu"))
    assert tanh is not None
    assert quick is not None
    assert tanh.overlaps(largest(ALL["gelu_tanh"])[0])
    assert quick.overlaps(largest(ALL["quick_gelu"])[0])


# ---- what stands on the page -----------------------------------------------------------------


def test_each_file_belongs_to_a_function() -> None:
    assert {file.stem for file in FILES} <= set(names.functions())
    assert {"gelu", "silu", "relu", "softmax", "swiglu", "hard_swish", "leaky_relu", "mish", "tanh", "sigmoid"} <= {file.stem for file in FILES}


@pytest.mark.parametrize("name", names.functions())
def test_a_page_shows_every_form_and_defines_its_symbols(name: str) -> None:
    for language in LANGUAGES:
        scribe = scribe_for(Page(f"functions/{name}", LANGUAGES[language].written, "", name), language)
        text, known = scribe.block(f"{name}.definition", scribe), forms.known(name)
        assert len(re.findall(r"<li><span class=line>", text)) == len(known)
        assert text.count(r"\approx") >= sum(each.form.about for each in known)
        for word in formulas.SYMBOLS.keys() & {word for each in known for word in re.findall(r"\w+", each.form.line)} - {
            name,
            "sigma" if name == "sigmoid" else "",
        }:
            assert formulas.SYMBOLS[word].said.into(language) in re.sub(r"\\\((.*?)\\\)", r"$\1$", text), word
        assert ("lang=" in formulas.full(ALL[name], scribe)) == bool(forms.written(name).full)


@pytest.mark.parametrize(("word", "symbol"), [(word, symbol) for word, symbol in formulas.SYMBOLS.items() if symbol.line])
def test_a_symbol_is_what_its_formula_says(word: str, symbol: formulas.Symbol) -> None:
    x = np.linspace(-4, 4, 81)
    assert np.allclose(naive(f"{word}(x)", x=x), naive(symbol.line, x=x), rtol=1e-12, atol=1e-15)


def test_the_data_has_every_form() -> None:
    published = {each["id"]: each for each in json.loads(data.text("functions.json"))["functions"]}
    assert [each["checked"] for each in published["gelu"]["forms"]] == ["algebra", "about", "about"]
    assert published["gelu"]["full_name"]["zh-Hans"] == "高斯误差线性单元"
    assert published["gelu"]["forms"][1]["largest_error"].startswith("0.00047323")


def test_both_languages_are_read_together() -> None:
    told = {address for address in pairs.pairs() if address.startswith("form:")}
    assert {f"form:{file.stem}.name" for file in FILES if forms.read(file).full} <= told
    assert len(told) == sum(bool(forms.read(file).full) + sum(bool(each.said) for each in forms.read(file).forms) for file in FILES)
