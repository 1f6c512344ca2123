"""Tables: rows that the code fills, one function a table."""

from __future__ import annotations

import ast
import difflib
import inspect
import re
from collections import Counter
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from answers import names
from answers.names import claims, functions, slug
from answers.quoting import tex_number
from answers.undecided import undecided
from language.words import LANGUAGES, Words, glossary, hans
from mathematics import balls, formula, typesetting
from mathematics.curve import Curve
from pages.blocks.card import SATURATES
from pages.markup import bare, quoted, verdict
from pages.page import all_pages
from pages.scribe import Scribe
from project import noting
from project.fault import Fault, Wrong, line_of, named
from project.paths import DOCS, ROOT
from project.rows import rows as written_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from activation_functions import Activation, Kink

DASH = "—"
FUNCTION = Words("函數", "Function")


def table(head: list[Words], rows: list[list[str]], language: str) -> str:
    lines = ["| " + " | ".join(h.into(language) for h in head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def fact(name: str, fact: str, count: int = 4) -> str:
    return f"${tex_number(f'{name}.{fact}', str(count))}$"


def elementwise() -> list[str]:
    return [name for name in functions() if not names._record(name).mixes]


def link(name: str, scribe: Scribe) -> str:
    return f"[{names._record(name).name}]({scribe.to_page(f'functions/{name}')})"


# ---- site-wide -------------------------------------------------------------------------------


def in_a_sentence(record: Activation, scribe: Scribe) -> str:
    """What the function does; in English without its subject."""
    return Words(record.zh_hant, _typeset(record.en)).into(scribe.language)


def notes(record: Activation, scribe: Scribe) -> str:
    """What else a user should know."""
    return Words(record.zh_hant_notes, _typeset(record.en_notes)).into(scribe.language)


def _typeset(english: str) -> str:
    """With the signs that the code spells in ASCII."""
    signs = {"alpha": "α", "beta": "β", "lam": "λ", "theta": "θ", "omega": "ω", "tau": "τ", "pi": "π"}
    greek = re.sub(rf"(?<![A-Za-z])({'|'.join(signs)})(?![A-Za-z])", lambda m: signs[m[1]], english)
    minus = re.sub(r"(?<=[\s(])-(?=[\w. ])", "−", greek)
    return re.sub(r" / sqrt\((\w)\)", r"/√\1", minus).replace("^2", "²").replace("<=", "≤")


SATURATING = ("sigmoid", "tanh", "step", "hard_tanh", "relu", "leaky_relu", "elu", "gelu")
"""The functions of a first lesson on saturation: at both ends, on one side, at none; soft and hard."""


def saturation(scribe: Scribe) -> str:
    """How a few functions saturate at either end."""
    head = [
        FUNCTION,
        Words("左端", "Left end"),
        Words("右端", "Right end"),
        Words(r"斜率的極限$f'(-\infty),\ f'(\infty)$", r"Limits of the slope $f'(-\infty),\ f'(\infty)$"),
    ]
    rows = []
    for name in SATURATING:
        traits = names.known(name)["traits"]
        sides = [SATURATES[traits[f"saturates_{side}"]].into(scribe.language) for side in ("left", "right")]
        limits = [tex_number(f"{name}.slope.{side}", "") for side in ("left", "right") if f"slope.{side}" in names.known(name)["facts"]]
        rows.append([link(name, scribe), *sides, rf"${limits[0]},\ {limits[1]}$" if limits else DASH])  # a periodic slope has none
    return table(head, rows, scribe.language)


def terms(scribe: Scribe) -> str:
    """The glossary: a heading-free table, each row with its own address."""
    head = [Words("臺灣用語", "Taiwan"), Words("大陸用語", "Mainland China"), Words("英文", "English"), Words("也有人說", "Also called")]
    rows = [
        [
            f'<span id="{_slug(t.en)}" lang="zh-Hant">{t.hant}</span>',
            f'<span lang="zh-Hans">{t.hans}</span>',
            f'<span lang="en">{t.en}</span>',
            "; ".join(t.others) or DASH,
        ]
        for t in sorted(glossary(), key=lambda t: t.en.lower())
        if t.en
    ]
    return table(head, rows, scribe.language)


def _slug(english: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in english.lower())


def ledger(scribe: Scribe) -> str:
    """Every claim with its verdict."""
    head = [Words("說法", "Saying"), Words("判定", "Verdict"), Words("主題", "Topic")]
    order = ("wrong", "conditional", "holds", "opinion")
    found = sorted(claims().items(), key=lambda item: (order.index(item[1]["verdict"]), item[1]["topic"], item[0]))
    rows = []
    for name, said in found:
        link = scribe.to_page(f"claims/{slug(name)}")
        rows.append([f"[{quoted(said['said'], scribe)}]({link})", verdict(said["verdict"], scribe), topic(said, scribe)])
    return table(head, rows, scribe.language)


def topic(said: Mapping[str, Any], scribe: Scribe) -> str:
    """A link to the page that a claim belongs to."""
    try:
        title = title_of(said["topic"], scribe.language)
    except ValueError as error:
        file = ROOT / said["file"]
        raise Wrong(
            named(error) or Fault(file, line_of(file, f'"{said["topic"]}"'), str(error), "give a page's path under docs, no language, no suffix")
        ) from None
    return f"[{title}]({scribe.to_page(said['topic'])})"


def tally(scribe: Scribe) -> str:
    counts = Counter(said["verdict"] for said in claims().values())
    items = [f"<li>{verdict(which, scribe)} <b>{counts[which]}</b></li>" for which in ("wrong", "conditional", "holds", "opinion") if counts[which]]
    return f'<ul class="tally">{"".join(items)}</ul>'


def heard(scribe: Scribe) -> str:
    """The tutorials whose sentences are weighed, how many of those have an answer so far, and how many nothing decides."""
    head = [
        Words("編號", "Code"),
        Words("是什麼", "What it is"),
        Words("收錄的句子", "Sentences listed"),
        Words("已有判定", "Judged so far"),
        Words("無從判定", "Not to be decided"),
    ]
    answered = {row for said in claims().values() for row in said["rows"]}
    counted = Counter(row["source"] for row in sayings().values())
    done, left = (Counter(sayings()[row]["source"] for row in found) for found in (answered, undecided().keys() & sayings().keys()))
    rows = []
    for _, (code, hant, en) in written_rows(DOCS / "sources.tsv", "code", "zh-Hant", "en"):
        rows.append([code, Words(hant, en).into(scribe.language), f"${counted[code]}$", f"${done[code]}$", f"${left[code]}$"])
    return table(head, rows, scribe.language)


def left_open(scribe: Scribe) -> str:
    """The sentences that nothing decides, each with the reason."""
    head = [
        Words("句子", "Sentence"),
        Words("文章與編號", "Tutorial and number"),
        Words("為什麼無從判定，可以說什麼", "Why nothing decides it, and what can be said"),
    ]
    rows = []
    sought(undecided(), DOCS / "undecided.tsv")
    for row, why in undecided().items():
        said = sayings()[row]
        rows.append([Words(said["hant"], said["en"]).into(scribe.language), f"{said['source']}, {row}", why.into(scribe.language)])
    return table(head, rows, scribe.language)


TABLES: dict[str, Callable[[Scribe], str]] = {
    "saturation": saturation,
    "glossary": terms,
    "claims": ledger,
    "tally": tally,
    "sources": heard,
    "undecided": left_open,
}


# ---- sayings of the tutorials ----------------------------------------------------------------


@cache
def sayings() -> dict[str, dict[str, str]]:
    """docs/rows.tsv by id: what the tutorials say, in our words."""
    written = written_rows(DOCS / "rows.tsv", "id", "source", "zh-Hant", "en")
    return {cells[0]: dict(zip(("id", "source", "hant", "en"), cells, strict=True)) for _, cells in written}


def sought(wanted: Iterable[str], file: Path) -> None:
    """Refuse a row that docs/rows.tsv does not have, at the line of the file that asks for it."""
    for row in wanted:
        if row not in sayings():
            near = difflib.get_close_matches(row, sayings(), 3, 0.4) or list(sayings())[:3]
            at = line_of(file, f"{row}\t" if file.suffix == ".tsv" else f'"{row}"')
            raise Wrong(Fault(file, at, f"docs/rows.tsv has no row {row}", f"near it: {', '.join(near)}"))


def rows(said: Mapping[str, Any], scribe: Scribe) -> str:
    """The tutorials' sentences that a claim answers."""
    wanted: list[str] = said["rows"]
    sought(wanted, ROOT / said["file"])
    lines = []
    for row in wanted:
        said = sayings()[row]
        lines.append(f"- {Words(said['hant'], said['en']).into(scribe.language)} <small>({said['source']}, {row})</small>")
    return "\n".join(lines)


# ---- parts of a function's page --------------------------------------------------------------


def kinks(record: Activation, scribe: Scribe) -> str:
    """What happens where the pieces of the formula meet, and what the code returns there; of a function that is smooth everywhere, nothing."""
    if record.mixes:
        return _kinks_of_many(record).into(scribe.language)
    return "\n\n".join(_kink(kink, record).into(scribe.language) for kink in record.kinks)


def _kinks_of_many(record: Activation) -> Words:
    """A function of many inputs has kinks where an indicator in its Jacobian looks at the entries."""
    calls = [node for node in ast.walk(ast.parse(record.jacobian)) if isinstance(node, ast.Call) and ast.unparse(node.func) == "indicator"]
    if any(formula.names(ast.unparse(call)) & {"x", "f"} for call in calls):
        return Words(
            "雅可比矩陣裡看輸入或輸出的指示函數一改變，雅可比矩陣就跳躍，函數在那裡轉折。轉折處的導數是約定，程式怎麼取，見前面的說明。",
            "Where an indicator in the Jacobian that looks at inputs or outputs changes, the Jacobian jumps, and the function has a kink. "
            "The derivative there is a convention; the notes above say which one the code takes.",
        )
    if "indicator" in formula.names(record.formula):
        return Words(
            "輸出只有幾個不同的值：輸入的大小順序一變，輸出就跳躍。跳躍處沒有導數，程式的導數在那裡也取零。",
            "The outputs have only a few values: where the order of the entries changes, they jump. At a jump there is no derivative; the code takes 0 there too.",
        )
    if {"max", "min", "abs"} & formula.names(record.formula):
        return Words("沒有轉折點：雅可比矩陣處處連續。", "There is no kink: the Jacobian is continuous everywhere.")
    return Words("", "")


def _kink(kink: Kink, record: Activation) -> Words:
    at, left, right = (typesetting.tex(part) for part in (kink.at, kink.left, kink.right))
    if kink.jump:
        return Words(
            f"在$x = {at}$函數跳躍，導數不存在；程式的導數在這裡回傳$0$。",
            f"At $x = {at}$ the function jumps and has no derivative; there the derivative in the code returns $0$.",
        )
    if left == right:
        return Words(
            f"在$x = {at}$兩段公式相接，兩側的斜率都是${left}$，所以沒有轉角，導數就是${left}$。在這裡跳躍的是二階或二階以上的導數；程式的二階導數是左側的那個。",
            f"At $x = {at}$ two pieces of the formula meet with the same slope ${left}$: there is no corner, and the derivative is ${left}$. "
            "What jumps there is the second derivative or one of higher order; the second derivative in the code is that of the left.",
        )
    curve = Curve.of(record)
    below, above = (curve.at(side, balls.exact(0)) for side in (kink.left, kink.right))
    opening = Words(f"在$x = {at}$左側斜率是${left}$，右側是${right}$。", f"At $x = {at}$ the slope is ${left}$ on the left and ${right}$ on the right. ")
    if below.overlaps(above):
        middle = Words("參數取預設值時兩側斜率相等，這時沒有轉折點；否則", "With the default parameters both agree, and there is no kink; otherwise ")
    elif formula.names(kink.left) | formula.names(kink.right) <= {"x"}:
        middle = Words("", "")
    else:
        middle = Words("參數取預設值時，", "With the default parameters, ")
    between = Words("兩者之間的每個數（含兩端）都是Clarke廣義導數", "every number from one to the other is a generalised derivative in Clarke's sense")
    bend = Words("", "")
    if below < above:
        bend = Words("；函數在這裡向上折，所以它們也都是局部的次梯度", "; as the function bends upwards there, each is also a local subgradient")
    elif below > above:
        bend = Words("；函數在這裡向下折，所以沒有次梯度", "; as the function bends downwards there, none is a subgradient")
    hant = f"{opening.hant}{middle.hant}{between.hant}{bend.hant}。程式回傳左側的${left}$。"
    sentence = f"{middle.en}{between.en}{bend.en}."
    return Words(hant, f"{opening.en}{sentence[0].upper()}{sentence[1:]} The code returns the left one, ${left}$.")


def code(record: Activation, scribe: Scribe) -> str:
    """The file's own source: what runs is what is shown."""
    source = inspect.getsource(import_module(f"activation_functions.functions.{record.id}"))
    return f"```python\n{source.rstrip()}\n```"


def tried(record: Activation, scribe: Scribe) -> str:
    """A call and what it prints, computed now."""
    if record.mixes:
        given, count = "[0.5, 1.0, 0.75, -1.0]", int(4 * record.width)
        lines = [f"{record.id}({given})", f"{record.id}.vjp({given}, {[1.0] + [0.0] * (count - 1) if count else 1.0})"]
    else:
        lines = [f"{record.id}([-2.0, 0.0, 2.0])", f"{record.id}.derivative([-2.0, 0.0, 2.0])"]
        lines.append(f"{record.id}.second_derivative([-2.0, 0.0, 2.0])")
        lines += [f"{record.id}.derivative([-2.0, 0.0, 2.0], wrt={name!r})" for name, parameter in record.parameters.items() if parameter.learned]
    import numpy as np

    shown = [f">>> from activation_functions import {record.id}"]
    with np.printoptions(precision=6, suppress=False, floatmode="maxprec"):
        for line in lines:
            shown += [f">>> {line}.round(6)", repr(eval(line, {record.id: record}).round(6))]
    return "```pycon\n" + "\n".join(shown) + "\n```"


def relations(record: Activation, scribe: Scribe) -> str:
    """The derivatives, as formulas."""

    if record.derivative_formula is None or record.second_formula is None:
        said = Words(
            "輸入不只一個數，導數是一個矩陣，即雅可比矩陣：每個輸出對每個輸入的導數。程式不列出整個矩陣，只提供向量與它的乘積`vjp`。",
            "There is more than one input, so the derivative is a matrix, the Jacobian: that of every output with respect to every input. The code does not list it; it offers its product with a vector, `vjp`.",
        ).into(scribe.language)
        output = "f_{i}" if record.width else "f"
        return said + f"\n\n$$\n\\frac{{\\partial {output}}}{{\\partial x_{{j}}}} = {typesetting.tex(record.jacobian)}\n$$"
    # At a kink f'' is not there to be given, at a jump not even f'.
    first, second = ("".join(rf" \qquad (x \ne {typesetting.tex(kink.at)})" for kink in record.kinks if kink.jump or order == 2) for order in (1, 2))
    return f"$$\nf'(x) = {typesetting.tex(record.derivative_formula)}{first}\n$$\n\n$$\nf''(x) = {typesetting.tex(record.second_formula)}{second}\n$$"


def sayings_about(record: Activation, scribe: Scribe) -> str:
    """Claims that name this function, or whose code calls it."""
    return "\n".join(
        f"- [{quoted(claims()[c]['said'], scribe)}]({scribe.to_page(f'claims/{slug(c)}')}) {verdict(claims()[c]['verdict'], scribe)}"
        for c in names.claims_about(record.id)
    )


def data(record: Activation, scribe: Scribe) -> str:
    """Where a program finds what this page says."""
    vectors, facts = scribe.to(f"../data/vectors/{record.id}.json"), scribe.to("../data/facts.json")
    page = scribe.to_page("reference/data")
    return Words(
        f'這個函數的<a href="{vectors}">測試向量</a>有輸入與五十位的正確結果，<a href="{facts}">全部的事實</a>也有五十位。格式與讀法見[資料頁]({page})。',
        f'The <a href="{vectors}">test vectors</a> of this function hold inputs and correct results to fifty digits; <a href="{facts}">all facts</a> have fifty digits too. '
        f"The formats, and how to read them, are on the [data page]({page}).",
    ).into(scribe.language)


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {
    "notes": notes,
    "kinks": kinks,
    "code": code,
    "tried": tried,
    "relations": relations,
    "sayings": sayings_about,
    "data": data,
}


def title_of(path: str, language: str) -> str:
    """A page's title, for links to it."""
    with noting.noted_as("title", f"{language}/{path}"):
        titles = _titles(LANGUAGES[language].written)
        if path not in titles:
            raise ValueError(f"no page is called {path!r}")
        title = bare(titles[path])
    return hans(title) if language == "zh-Hans" else title


@cache
def _titles(written: str) -> dict[str, str]:
    return {page.path: page.title for page in all_pages(written)}
