"""Tables: rows that the code fills, one function a table."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import names
from markup import bare, quoted, to_html, verdict
from names import answer, catalogue, claims, functions, tex_number
from page import all_pages, slug
from scribe import Scribe
from words import DOCS, LANGUAGES, Words, glossary, hans

if TYPE_CHECKING:
    from collections.abc import Callable

    from activations import Activation

SATURATES = {"none": Words("不飽和", "none"), "soft": Words("軟飽和", "soft"), "hard": Words("硬飽和", "hard")}
PARITY = {"odd": Words("奇函數", "odd"), "even": Words("偶函數", "even"), "neither": Words("皆非", "neither")}
YES, NO, DASH = Words("是", "yes"), Words("否", "no"), "—"
STEEPEST = Words("最大斜率（利普希茨常數）", "Largest slope (Lipschitz constant)")


def _table(head: list[Words], rows: list[list[str]], language: str) -> str:
    lines = ["| " + " | ".join(h.into(language) for h in head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _yes(truth: bool, language: str) -> str:
    return (YES if truth else NO).into(language)


def _known(name: str) -> dict[str, Any]:
    known: dict[str, Any] = answer(catalogue()[f"facts_{name}"])
    return known


def _fact(name: str, fact: str, count: int = 4) -> str:
    return f"${tex_number(f'{name}.{fact}', str(count))}$"


def _range(name: str) -> str:
    """The range as an interval, with brackets that say whether an end is reached."""
    known = _known(name)["traits"]
    low, high = (tex_number(f"{name}.{end}", "4") for end in ("lower", "upper"))
    if names._record(name).kinks and any(k.jump for k in names._record(name).kinks):
        return rf"$\{{{low},\,{high}\}}$"
    return f"${'[' if known['lower_attained'] else '('}{low},\\,{high}{']' if known['upper_attained'] else ')'}$"


def _elementwise() -> list[str]:
    return [name for name in functions() if not names._record(name).mixes]


def _link(name: str, scribe: Scribe) -> str:
    return f"[{names._record(name).name}]({scribe.to_page(f'functions/{name}')})"


# ---- site-wide -------------------------------------------------------------------------------


def in_a_sentence(record: Activation, scribe: Scribe) -> str:
    """What the function does; in English without its subject, and with the signs that the code spells in ASCII."""
    english = re.sub(r"(?<=\s)-", "−", record.en).replace("alpha", "α").replace("beta", "β")
    return Words(record.zh_hant, english).into(scribe.language)


def index_of_functions(scribe: Scribe) -> str:
    head = [Words("函數", "Function"), Words("公式", "Formula"), Words("一句話", "In a sentence")]
    rows = []
    for name in functions():
        record = names._record(name)
        line = in_a_sentence(record, scribe)
        rows.append([_link(name, scribe), f"${names.tex(f'{name}.formula', '')}$", line[0].upper() + line[1:]])
    return _table(head, rows, scribe.language)


def properties(scribe: Scribe) -> str:
    language = scribe.language
    head = [
        Words("函數", "Function"),
        Words("值域", "Range"),
        Words("單調", "Monotone"),
        Words("奇偶", "Parity"),
        STEEPEST,
        Words(r"平均$\mathbb{E}f(Z)$", r"Mean $\mathbb{E}f(Z)$"),
    ]
    rows = []
    for name in _elementwise():
        traits = _known(name)["traits"]
        rows.append(
            [
                _link(name, scribe),
                _range(name),
                _yes(traits["monotone"], language),
                PARITY[traits["parity"]].into(language),
                _fact(name, "steepest"),
                _fact(name, "mean"),
            ]
        )
    return _table(head, rows, language)


def saturation(scribe: Scribe) -> str:
    head = [
        Words("函數", "Function"),
        Words("左端", "Left end"),
        Words("右端", "Right end"),
        Words(r"斜率的極限$f'(-\infty),\ f'(\infty)$", r"Limits of the slope $f'(-\infty),\ f'(\infty)$"),
    ]
    rows = []
    for name in _elementwise():
        traits = _known(name)["traits"]
        sides = [SATURATES[traits[f"saturates_{side}"]].into(scribe.language) for side in ("left", "right")]
        rows.append([_link(name, scribe), *sides, f"${tex_number(f'{name}.slope.left', '')},\\ {tex_number(f'{name}.slope.right', '')}$"])
    return _table(head, rows, scribe.language)


def moments(scribe: Scribe) -> str:
    head = [Words("函數", "Function")] + [
        Words(f"${t}$", f"${t}$") for t in (r"\mathbb{E}f(Z)", r"\mathbb{E}f(Z)^2", r"\mathbb{E}f'(Z)", r"\mathbb{E}f'(Z)^2", r"g", r"\chi")
    ]
    rows = []
    for name in _elementwise():
        rows.append([_link(name, scribe), *(_fact(name, fact) for fact in ("mean", "second_moment", "slope_mean", "slope_moment", "gain", "chi"))])
    return _table(head, rows, scribe.language)


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
    return _table(head, rows, scribe.language)


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
        topic = f"[{title_of(said['topic'], scribe.language)}]({scribe.to_page(said['topic'])})"
        rows.append([f"[{quoted(said['said'], scribe)}]({link})", verdict(said["verdict"], scribe), topic])
    return _table(head, rows, scribe.language)


def tally(scribe: Scribe) -> str:
    counts = Counter(said["verdict"] for said in claims().values())
    items = [f"<li>{verdict(which, scribe)} <b>{counts[which]}</b></li>" for which in ("wrong", "conditional", "holds", "opinion") if counts[which]]
    return f'<ul class="tally">{"".join(items)}</ul>'


def heard(scribe: Scribe) -> str:
    """The tutorials whose sentences are weighed, and how many of those have an answer so far."""
    head = [Words("編號", "Code"), Words("是什麼", "What it is"), Words("收錄的句子", "Sentences listed"), Words("已有判定", "Judged so far")]
    answered = {row for said in claims().values() for row in said["rows"]}
    counted = Counter(row["source"] for row in sayings().values())
    done = Counter(sayings()[row]["source"] for row in answered)
    rows = []
    for line in (DOCS / "sources.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, hant, en = line.split("\t")
            rows.append([code, Words(hant, en).into(scribe.language), f"${counted[code]}$", f"${done[code]}$"])
    return _table(head, rows, scribe.language)


TABLES: dict[str, Callable[[Scribe], str]] = {
    "functions": index_of_functions,
    "properties": properties,
    "saturation": saturation,
    "moments": moments,
    "glossary": terms,
    "claims": ledger,
    "tally": tally,
    "sources": heard,
}


# ---- sayings of the tutorials ----------------------------------------------------------------


@cache
def sayings() -> dict[str, dict[str, str]]:
    """docs/rows.tsv by id: what the tutorials say, in our words."""
    found = {}
    for number, line in enumerate((DOCS / "rows.tsv").read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 4:
                raise ValueError(f"docs/rows.tsv:{number}: expected id, source, zh-Hant, en; found {line!r}")
            found[cells[0]] = dict(zip(("id", "source", "hant", "en"), cells, strict=True))
    return found


def rows(wanted: list[str], scribe: Scribe) -> str:
    """The tutorials' sentences that a claim answers."""
    missing = [row for row in wanted if row not in sayings()]
    if missing:
        raise ValueError(f"docs/rows.tsv has no row {', '.join(missing)}")
    lines = []
    for row in wanted:
        said = sayings()[row]
        lines.append(f"- {Words(said['hant'], said['en']).into(scribe.language)} <small>({said['source']}, {row})</small>")
    return "\n".join(lines)


# ---- parts of a function's page --------------------------------------------------------------


def card(record: Activation, scribe: Scribe) -> str:
    """Certified facts at a glance."""
    language, name = scribe.language, record.id
    if record.mixes:
        note = Words(
            "每個輸出都取決於全部的輸入，單變數函數的值域、斜率與平均在這裡沒有對應的數。",
            "Every output depends on all inputs, so the range, slope and mean of a function of one variable have no counterpart here. ",
        )
        return note.into(language) + (ABOUT[name].into(language) if name in ABOUT else "")
    known = _known(name)
    traits, facts = known["traits"], known["facts"]

    def cell(term: Words, value: str, small: str = "") -> str:
        small = f"<small>{_math(small)}</small>" if small else ""
        return f"<div><dt>{_math(term.into(language))}</dt><dd>{_math(value)}{small}</dd></div>"

    at = Words("於", "at ")
    cells = [cell(Words("值域", "Range"), _range(name))]
    for which, word in (("minimum", Words("最低點", "Lowest point")), ("maximum", Words("最高點", "Highest point"))):
        if f"{which}.x" in facts:
            cells.append(cell(word, _fact(name, f"{which}.y", 6), f"{at.into(language)}$x = {tex_number(f'{name}.{which}.x', '6')}$"))
    where = (
        f"{at.into(language)}$x = {tex_number(f'{name}.steepest.x', '6')}$"
        if "steepest.x" in facts
        else ""
        if traits["steepest_attained"]
        else Words("函數跳躍，斜率沒有上界", "the function jumps: no slope bounds it").into(language)
        if any(kink.jump for kink in record.kinks)
        else Words("趨近而不達到", "approached, not reached").into(language)
    )
    cells.append(cell(STEEPEST, _fact(name, "steepest", 6), where))
    cells.append(cell(Words("單調", "Monotone"), _yes(traits["monotone"], language)))
    cells.append(cell(Words("奇偶", "Parity"), PARITY[traits["parity"]].into(language)))
    sides = Words("左{}，右{}", "left {}, right {}").into(language).format(*(SATURATES[traits[f"saturates_{s}"]].into(language) for s in ("left", "right")))
    cells.append(cell(Words("飽和", "Saturation"), sides))
    for fact, word in (
        ("mean", Words(r"平均$\mathbb{E}f(Z)$", r"Mean $\mathbb{E}f(Z)$")),
        ("second_moment", Words(r"二次動差$\mathbb{E}f(Z)^2$", r"Second moment $\mathbb{E}f(Z)^2$")),
        ("slope_moment", Words(r"斜率的二次動差$\mathbb{E}f'(Z)^2$", r"Second moment of the slope $\mathbb{E}f'(Z)^2$")),
        ("gain", Words(r"增益$g$", r"Gain $g$")),
        ("chi", Words(r"梯度因子$\chi$", r"Gradient factor $\chi$")),
    ):
        cells.append(cell(word, _fact(name, fact, 6)))
    least, mean = (Words(*facts[fact]["proof"]).into(language) for fact in ("lower", "second_moment"))
    default = Words("參數取預設值。", "Parameters have their default values. ").into(language) if record.parameters else ""
    foot = default + Words(
        f"$Z$為標準常態隨機變數。值域下端的證明：{least}（兩端指$|x|>{traits['core']}$）。二次動差的證明：{mean}。",
        f"$Z$ is a standard normal variable. Proof of the lower end of the range: {least} (the tails are where $|x| > {traits['core']}$). Of the second moment: {mean}.",
    ).into(language)
    return f'<dl class="facts">{"".join(cells)}</dl>\n\n{foot}'


def _math(text: str) -> str:
    return to_html(text) if "<" not in text else text


def kinks(record: Activation, scribe: Scribe) -> str:
    import formula

    if not record.kinks:
        return Words("處處光滑，沒有轉折點。", "Smooth everywhere: there is no kink.").into(scribe.language)
    lines = []
    for kink in record.kinks:
        at, left, right = (formula.tex(part) for part in (kink.at, kink.left, kink.right))
        if kink.jump:
            said = Words(
                f"在$x = {at}$函數跳躍，導數不存在；程式的導數在這裡回傳$0$。",
                f"At $x = {at}$ the function jumps and has no derivative; there the derivative in the code returns $0$.",
            )
        else:
            free = record.parameters.get(kink.left)  # a slope on the left that is a parameter
            convex = Words(f"若${left}\\le {right}$，", f"as long as ${left} \\le {right}$, ") if free else Words("", "")
            said = Words(
                f"在$x = {at}$左側斜率是${left}$，右側是${right}$；{convex.hant}兩者之間的每個數都是次梯度。程式回傳左側的${left}$。",
                f"At $x = {at}$ the slope is ${left}$ on the left and ${right}$ on the right; {convex.en}every number between is a subgradient. "
                f"The code returns the left one, ${left}$.",
            )
            if free and f"{free.default:g}" == kink.right:
                none = Words(
                    f"預設的${left}={right}$使兩側斜率相等，這時沒有轉折點。", f" With the default ${left} = {right}$ both slopes agree, and there is no kink."
                )
                said = Words(said.hant + none.hant, said.en + none.en)
        lines.append(said.into(scribe.language))
    return "\n\n".join(lines)


def parameters(record: Activation, scribe: Scribe) -> str:
    if record.mixes:
        return Words(
            "公式裡沒有參數。呼叫時的`axis`指定沿哪一軸計算，預設是最後一軸；單獨一個數沒有軸，不能作為輸入。",
            "The formula has none. In a call, `axis` says along which axis the entries belong together, by default the last; a single number has no axis and is refused.",
        ).into(scribe.language)
    if not record.parameters:
        return Words("沒有參數。", "It has no parameters.").into(scribe.language)
    import formula

    head = [Words("參數", "Parameter"), Words("預設", "Default"), Words("可用的值", "Accepted values")]
    rows = []
    for name, parameter in record.parameters.items():
        bound = (
            Words("任何有限實數", "any finite number")
            if parameter.above is None
            else Words(f"大於{parameter.above:g}的有限實數", f"finite numbers above {parameter.above:g}")
        )
        learned = (
            Words("；由訓練學得，可以是能與$x$廣播的陣列", "; learned, may be an array that broadcasts against $x$").into(scribe.language)
            if parameter.learned
            else ""
        )
        rows.append([f"`{name}` ${formula.letter(name)}$", f"${parameter.default:g}$", bound.into(scribe.language) + learned])
    return _table(head, rows, scribe.language)


def code(record: Activation, scribe: Scribe) -> str:
    """The file's own source: what runs is what is shown."""
    source = inspect.getsource(import_module(f"activations.functions.{record.id}"))
    return f"```python\n{source.rstrip()}\n```"


def tried(record: Activation, scribe: Scribe) -> str:
    """A call and what it prints, computed now."""
    if record.mixes:
        lines = [f"{record.id}([1.0, 2.0, 3.0])", f"{record.id}.vjp([1.0, 2.0, 3.0], [1.0, 0.0, 0.0])"]
    else:
        lines = [f"{record.id}([-2.0, 0.0, 2.0])", f"{record.id}.derivative([-2.0, 0.0, 2.0])"]
        lines += [f"{record.id}.derivative([-2.0, 0.0, 2.0], wrt={name!r})" for name, parameter in record.parameters.items() if parameter.learned]
    import numpy as np

    shown = [f">>> from activations import {record.id}"]
    with np.printoptions(precision=6, suppress=False, floatmode="maxprec"):
        for line in lines:
            shown += [f">>> {line}.round(6)", repr(eval(line, {record.id: record}).round(6))]
    return "```pycon\n" + "\n".join(shown) + "\n```"


def relations(record: Activation, scribe: Scribe) -> str:
    """The derivatives, as formulas."""
    import formula

    if record.derivative_formula is None or record.second_formula is None:
        said = Words(
            "每個輸出都隨每個輸入改變，導數是一個矩陣，即雅可比矩陣。程式不列出整個矩陣，只提供向量與它的乘積`vjp`。",
            "Every output changes with every input, so the derivative is a matrix, the Jacobian. The code does not list it; it offers its product with a vector, `vjp`.",
        ).into(scribe.language)
        return said + (f"\n\n$$\n{JACOBIAN[record.id]}\n$$" if record.id in JACOBIAN else "")
    # At a kink f'' is not there to be given, at a jump not even f'.
    first, second = ("".join(rf" \qquad (x \ne {formula.tex(kink.at)})" for kink in record.kinks if kink.jump or order == 2) for order in (1, 2))
    return f"$$\nf'(x) = {formula.tex(record.derivative_formula)}{first}\n$$\n\n$$\nf''(x) = {formula.tex(record.second_formula)}{second}\n$$"


# What cannot be read off the record of a function with many inputs.
ABOUT = {
    "softmax": Words(
        "項數在二以上時，每個輸出都嚴格介於$0$與$1$之間，全部加起來是$1$。所有輸入同加一個數，輸出不變。",
        "With two entries or more, each output lies strictly between $0$ and $1$, and all of them add up to $1$. One number added to all inputs changes nothing.",
    )
}
JACOBIAN = {"softmax": r"\frac{\partial f(x)_i}{\partial x_j} = f(x)_i \, \bigl(\mathbf{1}(i=j) - f(x)_j\bigr)"}


def definition(record: Activation, scribe: Scribe) -> str:
    """The formula; where the entries are mixed, of one entry."""
    return f"$$\nf(x){'_i' if record.mixes else ''} = {names.tex(f'{record.id}.formula', '')}\n$$"


def sayings_about(record: Activation, scribe: Scribe) -> str:
    """Claims that name this function, or whose code calls it."""
    # No letter and no blank before the name, so that ReLU is not heard in PReLU or Leaky ReLU.
    named, called = re.compile(rf"(?<![a-z ]){record.name}(?![a-z])", re.I), re.compile(rf"\b{record.id}[(.]")
    touching = [name for name, said in claims().items() if named.search(said["said"][0]) or called.search(said["code"])]
    if not touching:
        return Words("還沒有與這個函數有關的說法。", "No saying about this function has been judged yet.").into(scribe.language)
    return "\n".join(
        f"- [{quoted(claims()[c]['said'], scribe)}]({scribe.to_page(f'claims/{slug(c)}')}) {verdict(claims()[c]['verdict'], scribe)}" for c in touching
    )


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {
    "definition": definition,
    "card": card,
    "kinks": kinks,
    "parameters": parameters,
    "code": code,
    "tried": tried,
    "relations": relations,
    "sayings": sayings_about,
}


def title_of(path: str, language: str) -> str:
    """A page's title, for links to it."""
    found = next((p for p in all_pages(LANGUAGES[language].written) if p.path == path), None)
    if found is None:
        raise ValueError(f"no page is called {path!r}")
    title = bare(found.title)
    return hans(title) if language == "zh-Hans" else title
