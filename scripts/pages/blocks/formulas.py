"""The formula in the forms people know, at the top of a function's page: each with how it was checked, every symbol defined, domain and range."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from flint import arb

from answers import forms, names
from answers.forms import Form, Known
from answers.quoting import tex_digits
from language.words import Words
from mathematics import formula, typesetting
from mathematics.digits import digits
from mathematics.forms import called
from pages.blocks.card import union
from pages.markup import to_html
from pages.scribe import Scribe

if TYPE_CHECKING:
    from activation_functions import Activation

CHECKED = {
    "algebra": ("proved", "✓", Words("以代數證明相等", "equal, proved by algebra")),
    "digits": ("checked", "✓", Words("在許多有理點上驗算相等，到四十位", "equal at many rational points to forty digits")),
    "about": ("proved", "✓", Words("最大的差距以球算術證明，對所有的float32數", "the largest error is proved by ball arithmetic, for all float32 numbers")),
}
COUNTED = {  # what n counts
    0.5: Words("$n$是輸出的項數，也是輸入項數的一半", "$n$ is the number of outputs, half that of the inputs"),
    2.0: Words("$n$是輸入的項數，輸出有兩倍，編號從零開始", "$n$ is the number of inputs; there are twice as many outputs, numbered from zero"),
    1.0: Words("$n$是輸入的項數", "$n$ is the number of entries"),
    0.0: Words("$n$是輸入的項數", "$n$ is the number of entries"),
}


class Symbol(NamedTuple):
    """A word of formulas that a reader may not know: what it is at x, as a formula where there is one, as TeX, and in words."""

    line: str
    tex: str
    said: Words


SYMBOLS = {
    "sigma": Symbol("1 / (1 + exp(-x))", "", Words("Sigmoid", "the sigmoid")),
    "Phi": Symbol("(1 + erf(x / sqrt(2))) / 2", "", Words("標準常態變數小於$x$的機率", "the chance that a standard normal variable falls below $x$")),
    "phi": Symbol("exp(-x**2 / 2) / sqrt(2 * pi)", "", Words("標準常態變數的密度", "the density of a standard normal variable")),
    "erf": Symbol("", r"\frac{2}{\sqrt{\pi}} \int_0^x e^{-t^2} \, dt", Words("誤差函數", "the error function")),
    "tanh": Symbol("(exp(x) - exp(-x)) / (exp(x) + exp(-x))", "", Words("雙曲正切", "the hyperbolic tangent")),
    "sech": Symbol("2 / (exp(x) + exp(-x))", "", Words("雙曲正割", "the hyperbolic secant")),
}
PLAIN = {
    "log": Words(r"$\ln$是自然對數", r"$\ln$ is the natural logarithm"),
    "atan": Words(r"$\arctan$是反正切", r"$\arctan$ is the inverse tangent"),
    "indicator": Words(r"$\mathbf 1(\cdot)$在條件成立時是1，否則是0", r"$\mathbf 1(\cdot)$ is 1 where the condition holds, otherwise 0"),
}
"""Words of which a name is enough."""


# ---- what stands on the page -----------------------------------------------------------------


def full(record: Activation, scribe: Scribe) -> str:
    """The name in full, in the language of the page and in the other written one."""
    said = forms.written(record.id).full
    if not said:
        return ""
    own, other, code = (said.into(scribe.language), said.hant, "zh-Hant") if scribe.language == "en" else (said.into(scribe.language), said.en, "en")
    return f'<p class="full-name">{html.escape(own[0].upper() + own[1:])} <span lang="{code}">{html.escape(other)}</span></p>'


def definition(record: Activation, scribe: Scribe) -> str:
    """The formula as the record has it, and what a reader may unfold under it where there is no room: other forms, symbols, domain and range."""
    output = "f(x)" if not record.mixes else "f_{i}" if record.width else "f"
    parts = [f"$$\n{output} = {typesetting.tex(record.formula)}\n$$"]
    if record.where:
        left, right = record.where.split("==")
        parts.append(f"$$\n{typesetting.tex(left)} = {typesetting.tex(right)}\n$$")
    known = forms.known(record.id)
    rows = "".join(_row(each, scribe.language) for each in known)
    symbols = "".join(f"<li>{each}</li>" for each in _symbols(record, known, scribe))
    title = Words("其他寫法、符號、值域", "Other forms, symbols, range") if rows else Words("符號與值域", "Symbols and range")
    inside = (f'<ul class="same">{rows}</ul>' if rows else "") + (f'<ul class="symbols">{symbols}</ul>' if symbols else "")
    spans = to_html(_spans(record).into(scribe.language))
    parts.append(f'<details class="take forms"><summary>{title.into(scribe.language)}</summary>{inside}<p class="spans">{spans}</p></details>')
    return "\n\n".join(parts)


def _row(each: Known, language: str) -> str:
    """= formula ✓, or ≈ formula with the largest error."""
    sign, line, remarks = r"\approx" if each.form.about else "=", tex(each.form.line), []
    if each.form.given:
        remarks.append(Words(f"只在${typesetting.tex(each.form.given)}$時", f"only for ${typesetting.tex(each.form.given)}$"))
    remarks += [each.form.said] if each.form.said else []
    if each.error is not None:
        remarks.append(_error(each.error, each.places))
    kind, letter, how = CHECKED[each.how]
    mark = f'<span class="tick {kind}" role="img" aria-label="{how.into(language)}" title="{how.into(language)}">{letter}</span>'
    semicolon = Words("；", "; ").into(language)
    small = f"<small>{semicolon.join(to_html(said.into(language)) for said in remarks)}</small>" if remarks else ""
    return rf"<li><span class=line>\({{}} {sign} \displaystyle {html.escape(line, quote=False)}\)</span> {mark} {small}</li>"


def tex(line: str) -> str:
    """The form as its author shaped it; functions of the module under the names that people use."""
    text = typesetting.tex(line)
    for word in called(line):
        name = names._record(word).name
        text = text.replace(f"{typesetting.letter(word)}(", rf"\text{{{name}}}(" if " " in name else rf"\operatorname{{{name}}}(")
    return text


def _error(error: arb, places: tuple[arb, ...]) -> Words:
    """How far an approximation is off at worst, and where."""
    most = tex_digits(digits(error, 3))
    where = ""
    if len(places) == 2 and places[0].overlaps(-places[1]):
        where = rf"x = \pm {_place(places[1])}"
    elif len(places) == 1:
        where = f"x = {_place(places[0])}"
    at = Words(f"，在${where}$", f", at ${where}$") if where else Words("", "")
    return Words(f"最多差${most}${at.hant}", f"off by at most ${most}${at.en}")


def _place(place: arb) -> str:
    for count in (4, 3, 2):
        try:
            return tex_digits(digits(place, count))
        except ArithmeticError:
            continue
    return tex_digits(digits(place, 1))


# ---- symbols ---------------------------------------------------------------------------------


def _symbols(record: Activation, known: list[Known], scribe: Scribe) -> Iterator[str]:
    """Every symbol of the formula and of the forms, in the order in which they come."""
    language = scribe.language
    lines = [record.formula, *record.where.split("=="), *(part for each in known for part in (each.form.line, *each.form.where.values()))]
    if record.mixes:
        indexed = Words("$x_{i}$是輸入的第$i$項", "$x_{i}$ is entry $i$ of the input")
        yield to_html(Words(f"{indexed.hant}，{COUNTED[record.width].hant}", f"{indexed.en}; {COUNTED[record.width].en}").into(language))
    if record.where:
        (letter,) = formula.names(record.where.split("==")[0]) - formula.VOCABULARY.keys() - {"x", "n", "sum", "range", "j"}
        shown = typesetting.letter(letter)
        yield to_html(Words(f"${shown}$是讓第二個式子成立的數", f"${shown}$ is the number for which the second equation holds").into(language))
    for name, parameter in record.parameters.items():
        learned = Words("由訓練學得", "learned in training") if parameter.learned else Words("參數", "a parameter")
        default = tex_digits(f"{parameter.default:.6g}")
        said = Words(f"${typesetting.letter(name)}$：{learned.hant}，預設${default}$", f"${typesetting.letter(name)}$: {learned.en}, by default ${default}$")
        yield to_html(said.into(language))
    for each in known:
        yield from (rf"\({letter} = \displaystyle {html.escape(typesetting.tex(meaning), quote=False)}\)" for letter, meaning in _defined(known, each))
    yield from _of_layers([each.form for each in known if each.form.entries], language)
    for word in _functions(known):
        other = names._record(word)
        yield rf'<a href="{scribe.to(f"functions/{word}/")}">{html.escape(other.name)}</a>: \(\displaystyle {html.escape(typesetting.tex(other.formula), quote=False)}\)'
    yield from (to_html(said.into(language)) for said in _words(lines, record.id))


def _defined(known: list[Known], each: Known) -> Iterator[tuple[str, str]]:
    """The letters that a form defines, each where it comes first."""
    for letter, meaning in each.form.where.items():
        if each is next(other for other in known if letter in other.form.where):
            yield typesetting.letter(letter), meaning


def _of_layers(layers: list[Form], language: str) -> Iterator[str]:
    """The letters of a layer: matrices are capital, vectors small."""
    used = sorted({name for each in layers for product in each.entries.values() for name in formula.names(product)} - {"x", "j"})
    if not used:
        return
    matrices = "、".join(f"${name}$" for name in used if name.isupper()), ", ".join(f"${name}$" for name in used if name.isupper())
    row = any("[j]" in product for each in layers for product in each.entries.values())
    said = Words(
        f"寫成一層時，$x$是這一層的輸入，{matrices[0]}{'的每一列' if row else ''}是學得的權重",
        f"as a layer, $x$ is the input of the layer and {matrices[1]} holds the learned weights"
        if len(matrices[0]) < 6
        else f"as a layer, $x$ is the input of the layer, and {matrices[1]} are learned matrices",
    )
    if "b" in used:
        said = Words(f"{said.hant}，$b$是偏置", f"{said.en}, $b$ the biases")
    if any("hadamard" in each.line for each in layers):
        said = Words(rf"{said.hant}；$\odot$逐項相乘", rf"{said.en}; $\odot$ multiplies entry by entry")
    yield to_html(said.into(language))


def _functions(known: list[Known]) -> list[str]:
    return list(dict.fromkeys(word for each in known for word in called(each.form.line)))


def _words(lines: Iterable[str], own: str) -> Iterator[Words]:
    """The less common words of the lines; those that define one may need others in turn."""
    todo, seen = [line for line in lines if line.strip()], {own, "sigma" if own == "sigmoid" else own}
    seen -= {"erf"}  # its formula is its name
    while todo:
        for word in sorted(formula.names(todo.pop(0)) - seen):
            seen.add(word)
            if word in PLAIN:
                yield PLAIN[word]
            elif word in SYMBOLS:
                symbol = SYMBOLS[word]
                todo += [symbol.line] if symbol.line else []
                sign, meaning = typesetting.tex(f"{word}(x)"), symbol.tex or typesetting.tex(symbol.line)
                yield Words(f"${sign} = {meaning}$，{symbol.said.hant}", f"${sign} = {meaning}$, {symbol.said.en}")


# ---- domain and range ------------------------------------------------------------------------


def _spans(record: Activation) -> Words:
    """Every function takes every real number; what it gives is proved, or for a function that mixes entries told by its outputs."""
    if record.mixes:
        taken = Words(r"定義域：任何實數組成的輸入", r"Domain: entries are any real numbers")
        given = _image(record)
        return Words(f"{taken.hant}。值域：{given.hant}。", f"{taken.en}. Range: {given.en}.") if given else Words(f"{taken.hant}。", f"{taken.en}.")
    found = union(names.known(record.id)["traits"]["range"])
    default = Words("（參數取預設值時）", " (with the default parameters)") if record.parameters else Words("", "")
    return Words(rf"定義域$\mathbb{{R}}$，值域${found}${default.hant}。", rf"Domain $\mathbb{{R}}$, range ${found}${default.en}.")


def _image(record: Activation) -> Words | None:
    """What the outputs of a function that mixes entries can be, told by what they add up to and which signs they have."""
    given = np.random.default_rng(0).normal(scale=4.0, size=(400, 6))
    outputs = np.asarray(record(given))
    if record.width == 1.0 and np.allclose(outputs.sum(axis=-1), 1.0) and (outputs >= 0.0).all():
        if (outputs == 0.0).any():
            return Words(r"機率：$f_i\ge 0$，加起來等於一；可以恰好是零", r"probabilities: $f_i\ge 0$ with the sum one, and exactly zero is reached")
        return Words(r"機率：$f_i>0$，加起來等於一", r"probabilities: $f_i>0$, with the sum one")
    if record.width == 1.0 and np.allclose(np.exp(outputs).sum(axis=-1), 1.0):
        return Words(r"機率的對數：$f_i\le 0$，而$e^{f_i}$加起來等於一", r"logarithms of probabilities: $f_i\le 0$, and the $e^{f_i}$ add up to one")
    if record.width == 0.5 and np.allclose(record(given * np.repeat([2.0, 1.0], 3)), 2.0 * outputs):
        return Words("每個輸出可以是任何實數", "each output may be any real number")  # it is proportional to a
    if record.width == 2.0 and (outputs >= 0.0).all() and not (outputs[:, :6] * outputs[:, 6:]).any():
        return Words("每個輸出都不小於零；同一項的兩個輸出至少有一個是零", "no output is below zero, and of the two of one entry at least one is zero")
    if record.width == 0.0 and np.allclose(record(np.repeat(given[:, :1], 6, axis=-1)), given[:, 0]):
        return Words("任何實數", "any real number")
    return None


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"full": full, "definition": definition}
