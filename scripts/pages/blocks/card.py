"""A function at a glance: everything proved about it, in four groups, each with its closed form and its proof."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from answers import names
from answers.quoting import tex_digits, tex_number
from language.words import Words
from mathematics import formula, typesetting
from mathematics.curve import Curve
from mathematics.digits import digits, unpack
from pages.markup import to_html
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from activation_functions import Activation

DIGITS = 6  # of a number on the card; fifty are in data/facts.json

MONOTONE = {
    ("strictly", "no"): Words("嚴格遞增", "strictly increasing"),
    ("weakly", "no"): Words("遞增（有平坦的段）", "increasing, with flat stretches"),
    ("no", "strictly"): Words("嚴格遞減", "strictly decreasing"),
    ("no", "weakly"): Words("遞減（有平坦的段）", "decreasing, with flat stretches"),
    ("no", "no"): Words("不單調", "not monotone"),
}
CONVEXITY = {
    "affine": Words("直線", "a straight line"),
    "convex": Words("凸", "convex"),
    "concave": Words("凹", "concave"),
    "neither": Words("皆非", "neither"),
}
SMOOTHNESS = {
    "jump": Words("不連續", "not continuous"),
    "kink": Words("連續，有轉折", "continuous, with kinks"),
    "smooth": Words("無限次可微", "infinitely differentiable"),
}
PARITY = {"odd": Words("奇函數", "odd"), "even": Words("偶函數", "even"), "neither": Words("皆非", "neither")}
SATURATES = {"none": Words("不飽和", "none"), "soft": Words("軟飽和", "soft"), "hard": Words("硬飽和", "hard")}
CENTRED = {
    "odd": Words("是，因為是奇函數", "yes: it is odd"),
    "mean": Words(r"是，因為$\mathbb{E}f(Z)=0$", r"yes: $\mathbb{E}f(Z)=0$"),
    "no": Words("否", "no"),
}
MOMENTS = {
    "mean": Words(r"平均$\mathbb{E}f(Z)$", r"Mean $\mathbb{E}f(Z)$"),
    "second_moment": Words(r"二階動差$\mathbb{E}f(Z)^2$", r"Second moment $\mathbb{E}f(Z)^2$"),
    "slope_mean": Words(r"平均斜率$\mathbb{E}f'(Z)$", r"Mean slope $\mathbb{E}f'(Z)$"),
    "slope_moment": Words(r"斜率的二階動差$\mathbb{E}f'(Z)^2$", r"Second moment of the slope $\mathbb{E}f'(Z)^2$"),
    "gain": Words("增益$g$", "Gain $g$"),
    "chi": Words(r"梯度因子$\chi$", r"Gradient factor $\chi$"),
}
POINTS = {
    "minimum": Words("谷底", "Valley"),
    "maximum": Words("峰頂", "Peak"),
    "root": Words("零點", "Root"),
    "fixed": Words("不動點", "Fixed point"),
    "inflection": Words("反曲點", "Inflection"),
}
STEEPEST = Words("最大斜率（利普希茨常數）", "Largest slope (Lipschitz constant)")


class Cell(NamedTuple):
    """A term, its value, the facts and traits it shows, and smaller remarks, a line each."""

    term: Words
    value: Words
    shows: tuple[str, ...]
    remarks: tuple[Words, ...] = ()


def _same(tex: str) -> Words:
    """Mathematics reads alike in every language."""
    return Words(f"${tex}$", f"${tex}$")


# ---- intervals -------------------------------------------------------------------------------


def interval(ends: list[Any]) -> str:
    """[low, low_closed, high, high_closed] as TeX; a single point in braces."""
    low, low_closed, high, high_closed = ends
    left, right = (tex_digits(digits(unpack(end), 4)) for end in (low, high))
    if low == high:
        return rf"\{{{left}\}}"
    return f"{'[' if low_closed else '('}{left},\\,{right}{']' if high_closed else ')'}"


def union(stretches: list[list[Any]]) -> str:
    """Disjoint intervals from left to right; neighbouring points share their braces."""
    parts = [interval(ends) for ends in stretches]
    return re.sub(r"\\\} \\cup \\\{", r",\\,", r" \cup ".join(parts))


# ---- the card --------------------------------------------------------------------------------


def card(record: Activation, scribe: Scribe) -> str:
    """Certified facts at a glance, and under them how each was proved."""
    language = scribe.language
    if record.mixes:
        return Words(
            "這個函數一次收一串數，單變數函數的值域、斜率與平均在這裡沒有對應的數。",
            "This function takes a list of numbers, so the range, slope and mean of a function of one variable have no counterpart here.",
        ).into(language)
    known = names.known(record.id)
    groups = (
        (Words("形狀", "Shape"), _shape(known)),
        (Words("特殊點", "Landmarks"), _landmarks(record.id, known)),
        (Words("兩端", "The two ends"), _ends(record.id, known)),
        (Words("標準常態的輸入", "Standard normal input"), _moments(record.id, known)),
    )
    parts, shown = [], []
    for title, cells in groups:
        filled = list(cells)
        if filled:
            parts.append(f'<p class="facts-title">{title.into(language)}</p>\n<dl class="facts">{"".join(_html(cell, language) for cell in filled)}</dl>')
            shown += filled
    default = Words("參數取預設值。", "Parameters have their default values. ").into(language) if record.parameters else ""
    foot = default + Words(
        "$Z$為標準常態隨機變數。五十位數字在[資料頁](data)。", "$Z$ is a standard normal variable. Fifty digits are on the [data page](data)."
    ).into(language).replace("(data)", f"({scribe.to_page('reference/data')})")
    return "\n\n".join(["\n".join(parts), foot, _proofs(shown, known, language)])


def _html(cell: Cell, language: str) -> str:
    term, value, *remarks = (to_html(words.into(language)) for words in (cell.term, cell.value, *cell.remarks))
    long = _glyphs(cell.value.en) > VALUE or any(_glyphs(remark.en) > REMARK for remark in cell.remarks)
    said = f"<dt>{term}</dt><dd>{value}{''.join(f'<small>{remark}</small>' for remark in remarks)}</dd>"
    return f"<div class=long>{said}</div>" if long else f"<div>{said}</div>"


VALUE, REMARK = 20, 20  # what fits into a column of the card; a longer formula takes the whole row


def _glyphs(words: str) -> int:
    """About as many as its longest formula shows; lines break between formulas and in prose."""
    drawn = (re.sub(r"\\(left|right|frac|sqrt)(?![a-z])|\\,|[{}^_\s]", "", tex) for tex in re.findall(r"\$(.*?)\$", words))
    return max((len(re.sub(r"\\[a-zA-Z]+", "a", tex)) for tex in drawn), default=0)


def _shape(known: dict[str, Any]) -> Iterator[Cell]:
    traits = known["traits"]
    left, right = (SATURATES[traits[f"saturates_{side}"]] for side in ("left", "right"))
    yield Cell(Words("值域", "Range"), _same(union(traits["range"])), ("range",))
    yield Cell(Words("單調", "Monotone"), _monotone(traits), ("increasing", "decreasing"))
    yield Cell(Words("凹凸", "Convexity"), CONVEXITY[traits["convexity"]], ("convexity",))
    yield Cell(Words("奇偶", "Parity"), PARITY[traits["parity"]], ("parity",))
    yield Cell(Words("光滑", "Smoothness"), smooth(traits["smoothness"]), ("smoothness",))
    yield Cell(Words("飽和", "Saturation"), Words(f"左{left.hant}，右{right.hant}", f"left {left.en}, right {right.en}"), ("saturates_left", "saturates_right"))
    yield Cell(Words("以零為中心", "Zero-centred"), CENTRED[traits["zero_centred"]], ("zero_centred",))


def _monotone(traits: dict[str, Any]) -> Words:
    if traits["increasing"] != "no" and traits["decreasing"] != "no":
        return Words("常數", "constant")
    return MONOTONE[traits["increasing"], traits["decreasing"]]


def smooth(grade: str) -> Words:
    """`C1`: the first derivative is continuous, the second is not."""
    if grade in SMOOTHNESS:
        return SMOOTHNESS[grade]
    order = grade.removeprefix("C")
    return Words(f"$C^{{{order}}}$：導數連續到第${order}$階為止", f"$C^{{{order}}}$: derivatives are continuous up to order ${order}$")


def _landmarks(name: str, known: dict[str, Any]) -> Iterator[Cell]:
    facts, traits = known["facts"], known["traits"]
    for extreme, words in (("minimum", Words("最低點", "Lowest point")), ("maximum", Words("最高點", "Highest point"))):
        if f"{extreme}.x" in facts:
            yield _point(name, facts, words, f"{extreme}.x", f"{extreme}.y")
    yield _steepest(name, known)
    if "period" in facts:
        yield _number(name, facts, Words("週期", "Period"), "period")
        yield _number(name, facts, Words("每個週期升高", "Rise per period"), "climb")
    told = [facts[f"{extreme}.x"]["ball"] for extreme in ("minimum", "maximum") if f"{extreme}.x" in facts]
    for stem, words in POINTS.items():
        numbers = [fact for fact in facts if re.fullmatch(rf"{stem}\d+\.x", fact)]
        for fact in numbers:
            if stem in ("minimum", "maximum") and facts[fact]["ball"] in told:
                continue
            height = fact.removesuffix("x") + "y"
            yield _point(name, facts, words, fact, height if height in facts else "", repeats=stem in traits.get("repeats", []))
    for stretch, words in (
        ("zeros", Words("恆為零", "Zero on")),
        ("fixed", Words("$f(x)=x$", "$f(x)=x$ on")),
        ("flat", Words("平坦的段", "Flat on")),
    ):
        if traits[stretch]:
            yield Cell(words, _same(union(traits[stretch])), (stretch,))


def _steepest(name: str, known: dict[str, Any]) -> Cell:
    facts, traits = known["facts"], known["traits"]
    remarks: tuple[Words, ...] = ()
    if "steepest.x" in facts:
        remarks = (_at(name, facts, "steepest.x"),)
    elif traits["smoothness"] == "jump":
        remarks = (Words("函數跳躍", "the function jumps"),)
    elif facts["steepest"]["ball"] == ["inf"]:
        remarks = (Words("沒有上界", "no bound"),)
    elif not traits["steepest_attained"]:
        remarks = (Words("只能趨近，達不到", "approached, not reached"),)
    return _number(name, facts, STEEPEST, "steepest", remarks, ("steepest.x",))


def _point(name: str, facts: dict[str, Any], words: Words, x: str, y: str, repeats: bool = False) -> Cell:
    """A place on the curve: its height, if it has one to tell, and where it is."""
    again = (Words("每個週期一次", "once a period"),) if repeats else ()
    if y:
        return _number(name, facts, words, y, (_at(name, facts, x), *again), (x,))
    place, closed = number_of(name, facts, x)
    return Cell(words, _same(f"x = {place}"), (x,), (*_equal(closed), *again))


def _number(name: str, facts: dict[str, Any], words: Words, fact: str, remarks: tuple[Words, ...] = (), also: tuple[str, ...] = ()) -> Cell:
    shown, closed = number_of(name, facts, fact)
    return Cell(words, _same(shown), (fact, *(a for a in also if a in facts)), (*_equal(closed), *remarks))


def _at(name: str, facts: dict[str, Any], fact: str) -> Words:
    place, closed = number_of(name, facts, fact)
    formula_too = f"${{}} = {closed}$" if closed else ""
    return Words(f"於$x = {place}${formula_too}", f"at $x = {place}${formula_too}")


def _equal(closed: str) -> tuple[Words, ...]:
    return (_same(f"{{}} = {closed}"),) if closed else ()


def number_of(name: str, facts: dict[str, Any], fact: str) -> tuple[str, str]:
    """Its digits, and its closed form if it has one; a short number proved to be exact says it all."""
    shown, closed = tex_number(f"{name}.{fact}", str(DIGITS)), facts[fact].get("closed")
    if not closed:
        return shown, ""
    value = formula.ball(closed["formula"], **Curve.of(names._record(name)).values())
    if closed["how"] == "algebra" and value.is_exact():
        return tex_digits(digits(value, DIGITS)), ""
    return shown, typesetting.tex(closed["formula"])


def _ends(name: str, known: dict[str, Any]) -> Iterator[Cell]:
    """The line that the curve approaches; where there is none, its limit and that of its slope."""
    facts = known["facts"]
    for side, sign, hant in (("left", "-", "左"), ("right", "", "右")):
        if f"asymptote.{side}.slope" in facts:
            yield Cell(Words(f"{hant}端的漸近線", f"Asymptote on the {side}"), _same(f"y = {_line(name, facts, side)}"), (f"asymptote.{side}.slope",))
            continue
        where = rf"x \to {sign}\infty"
        if f"limit.{side}" in facts:
            yield _number(name, facts, Words(f"極限，${where}$", f"Limit, ${where}$"), f"limit.{side}")
        if f"slope.{side}" in facts:
            yield _number(name, facts, Words(f"斜率的極限，${where}$", f"Limit of the slope, ${where}$"), f"slope.{side}")


def _line(name: str, facts: dict[str, Any], side: str) -> str:
    """y = slope x + intercept, without needless ones and zeros."""
    slope, intercept = (tex_number(f"{name}.asymptote.{side}.{part}", "4") for part in ("slope", "intercept"))
    rising = {"0": "", "1": "x", "-1": "-x"}.get(slope, rf"{slope} \, x")
    if not rising or intercept == "0":
        return rising or intercept
    return f"{rising} {'-' if intercept.startswith('-') else '+'} {intercept.lstrip('-')}"


def _moments(name: str, known: dict[str, Any]) -> Iterator[Cell]:
    for fact, words in MOMENTS.items():
        yield _number(name, known["facts"], words, fact)


# ---- proofs ----------------------------------------------------------------------------------


def _proofs(shown: list[Cell], known: dict[str, Any], language: str) -> str:
    """Every way of proving with the terms it proved."""
    ways: dict[str, list[str]] = {}
    for cell in shown:
        for name in cell.shows:
            said = known["facts"][name]["proof"] if name in known["facts"] else known["why"][name]
            terms = ways.setdefault(Words(*said).into(language), [])
            term = to_html(cell.term.into(language))
            if term not in terms:
                terms.append(term)
    agreed = [fact for fact, said in known["facts"].items() if said.get("closed", {}).get("how") == "digits"]
    comma, colon = Words("、", ", ").into(language), Words("：", ": ").into(language)
    items = [f"<li><b>{comma.join(terms)}</b>{colon}{to_html(way)}</li>" for way, terms in ways.items()]
    core, tails = known["traits"]["core"], known["traits"]["tails"]
    if any(tails):
        said = Words(
            f"兩端：$x<-{core}$時${tails[0]}$，$x>{core}$時${tails[1]}$。",
            f"The tails: ${tails[0]}$ for $x<-{core}$, ${tails[1]}$ for $x>{core}$.",
        )
        items.append(f"<li>{to_html(said.into(language))}</li>")
    if agreed:
        forms = comma.join(f"\\({typesetting.tex(known['facts'][fact]['closed']['formula'])}\\)" for fact in agreed)
        said = Words(
            "這些封閉形式與算出的數五十位相符，但沒有證明相等", "These closed forms agree with the computed numbers to fifty digits; equality is not proved"
        )
        items.append(f"<li><b>{said.into(language)}</b>{colon}{forms}</li>")
    title = Words("每一項是怎麼證明的", "How each of these is proved").into(language)
    return f'<details class="take"><summary>{title}</summary><ul>{"".join(items)}</ul></details>'


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"card": card}
