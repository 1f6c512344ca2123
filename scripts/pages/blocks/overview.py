"""The index of functions: one row each, which a reader may filter and sort; without scripts a complete table."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from answers import curves, names, quoting
from answers.names import functions
from language.families import FAMILIES
from language.words import Words
from mathematics.digits import unpack
from pages.blocks import card, filters, tables
from pages.blocks.libraries import LIBRARIES, peers
from pages.markup import to_html
from pages.scribe import Scribe
from project import noting

if TYPE_CHECKING:
    from collections.abc import Callable

    from activation_functions import Activation

FACETS: dict[str, tuple[Words, dict[str, Words]]] = {
    "family": (Words("家族", "Family"), FAMILIES),
    "range": (
        Words("值域", "Range"),
        {
            "line": Words("整條實數線", "the whole real line"),
            "nonnegative": Words("不為負", "never negative"),
            "nonpositive": Words("不為正", "never positive"),
            "signs": Words("有正有負", "both signs"),
            "unit": Words("在0與1之間", "between 0 and 1"),
            "ball": Words("在−1與1之間", "between −1 and 1"),
        },
    ),
    "smooth": (
        Words("光滑程度", "Smoothness"),
        {
            "smooth": Words("任意次可微", "differentiable any number of times"),
            "once": Words("導數存在而且連續", "with a continuous derivative"),
            "kink": Words("連續，有轉折點", "continuous, with a kink"),
            "jump": Words("有跳躍", "with a jump"),
        },
    ),
    "monotone": (Words("單調", "Monotone"), {"yes": Words("是", "yes"), "strictly": Words("嚴格單調", "strictly"), "no": Words("否", "no")}),
    "bounded": (
        Words("有界", "Bounded"),
        {
            "both": Words("上下都有界", "on both sides"),
            "below": Words("只有下界", "below only"),
            "above": Words("只有上界", "above only"),
            "neither": Words("上下都無界", "on neither side"),
        },
    ),
    "centred": (
        Words("零中心", "Zero-centred"),
        {
            "odd": Words("奇函數", "odd function"),
            "mean": Words("常態輸入的平均為零", "mean zero for normal inputs"),
            "no": Words("否", "no"),
        },
    ),
}
"""What a reader may filter by, as it stands in the address: the values of each facet, in order."""

FRAMEWORK = Words("框架", "Frameworks")


def tokens(name: str) -> dict[str, list[str]]:
    """The values of every facet that the function has; one that mixes entries has no range and no slope of one variable."""
    record, known = names._record(name), names.known(name)
    found = {"family": [record.family], "framework": [library for library, has in frameworks().items() if name in has]}
    if not known["facts"]:
        return found
    traits, (low, high) = known["traits"], ends(name)
    below, above = low.is_finite(), high.is_finite()
    smoothness = traits["smoothness"]
    strictly = "strictly" in (traits["increasing"], traits["decreasing"])
    tests = {
        "range": {
            "line": not below and not above,
            "nonnegative": low >= 0,
            "nonpositive": high <= 0,
            "signs": low < 0 < high,
            "unit": low >= 0 and high <= 1,
            "ball": low >= -1 and high <= 1,
        },
        "smooth": {"smooth": smoothness == "smooth", "once": smoothness not in ("jump", "kink"), "kink": smoothness == "kink", "jump": smoothness == "jump"},
        "monotone": {"yes": traits["monotone"], "strictly": strictly, "no": not traits["monotone"]},
        "bounded": {"both": below and above, "below": below and not above, "above": above and not below, "neither": not below and not above},
        "centred": {"odd": traits["zero_centred"] == "odd", "mean": traits["zero_centred"] in ("odd", "mean"), "no": traits["zero_centred"] == "no"},
    }
    return found | {facet: [value for value, holds in values.items() if holds] for facet, values in tests.items()}


def ends(name: str) -> tuple[Any, Any]:
    """The two ends of the range, as balls."""
    known = names.known(name)["facts"]
    return unpack(known["lower"]["ball"]), unpack(known["upper"]["ball"])


@noting.cache
def frameworks() -> dict[str, set[str]]:
    """The functions that each library computes in one call, whatever its defaults."""
    offers = [(offer["library"], name) for name, each in peers()["names"].items() for offer in each if "call" in offer]
    return {library: has for library in LIBRARIES if (has := {name for seen, name in offers if seen == library})}


# ---- order -----------------------------------------------------------------------------------

ORDERS: dict[str, tuple[Words, Callable[[str], Any]]] = {
    "family": (FACETS["family"][0], lambda name: list(FAMILIES).index(names._record(name).family)),
    "name": (Words("名稱", "Name"), lambda name: names._record(name).name.casefold()),
    "range": (FACETS["range"][0], lambda name: [float(end) for end in ends(name)]),
    "smooth": (FACETS["smooth"][0], lambda name: -_first("smooth", name)),
    "monotone": (FACETS["monotone"][0], lambda name: ["strictly", "yes", "no"].index(tokens(name)["monotone"][-1])),
    "bounded": (FACETS["bounded"][0], lambda name: _first("bounded", name)),
    "mean": (Words("平均", "Mean"), lambda name: float(unpack(names.known(name)["facts"]["mean"]["ball"]))),
}
"""What a reader may sort by; the first is the order of the page."""


def _first(facet: str, name: str) -> int:
    return list(FACETS[facet][1]).index(tokens(name)[facet][0])


def ranks() -> dict[str, list[int | None]]:
    """Each function's place in every order; None where the order has none for it."""
    found: dict[str, list[int | None]] = {name: [] for name in functions()}
    for by, (_, key) in ORDERS.items():
        placed = [name for name in functions() if by in ("family", "name") or names.known(name)["facts"]]
        steps = sorted({json.dumps(key(name)): key(name) for name in placed}.items(), key=lambda step: step[1])
        place = {step: at for at, (step, _) in enumerate(steps)}
        for name in functions():
            found[name].append(place[json.dumps(key(name))] if name in placed else None)
    return found


# ---- the page --------------------------------------------------------------------------------


def index(scribe: Scribe) -> str:
    """The filters, the count and the table."""
    language = scribe.language
    order = ranks()
    listed = sorted(functions(), key=lambda name: [rank or 0 for rank in order[name][:2]])
    columns = [
        (Words("函數", "Function"), "name"),
        (Words("公式", "Formula"), ""),
        (ORDERS["range"][0], "range"),
        (ORDERS["smooth"][0], "smooth"),
        (ORDERS["monotone"][0], "monotone"),
        (ORDERS["bounded"][0], "bounded"),
        (Words(r"$\mathbb{E}f(Z)$", r"$\mathbb{E}f(Z)$"), "mean"),
        (FRAMEWORK, ""),
    ]
    labels = [to_html(words.into(language)) for words, _ in columns]
    heads = "".join(f'<th scope="col"{f" data-by={by}" if by else ""}>{label}</th>' for label, (_, by) in zip(labels, columns, strict=True))
    return "\n".join(
        [
            _form(scribe),
            f'<div class="scroll"><table class="table overview" data-orders="{" ".join(ORDERS)}"><thead><tr>{heads}</tr></thead><tbody>',
            *(_row(name, order[name], labels, scribe) for name in listed),
            "</tbody></table></div>",
        ]
    )


def _row(name: str, order: list[int | None], labels: list[str], scribe: Scribe) -> str:
    language, record, has = scribe.language, names._record(name), tokens(name)
    facets = "".join(f' data-{facet}="{" ".join(values)}"' for facet, values in has.items())
    link = f'<a href="{scribe.to(f"functions/{name}/")}">{html.escape(record.name)}</a>'
    cells = [
        f"<span>{spark(record)}<span>{link}<small>{FAMILIES[record.family].into(language)}</small></span></span>",
        rf"\({html.escape(quoting.tex(f'{name}.formula', ''), quote=False)}\)",
    ]
    if names.known(name)["facts"]:
        mean = to_html(tables.fact(name, "mean"))
        odd = f"<small>{card.PARITY['odd'].into(language)}</small>" if "odd" in has["centred"] else ""
        cells += [
            to_html(f"${card.union(names.known(name)['traits']['range'])}$"),
            _smoothness(name, language),
            _strictness(name, language),
            _side(name, language),
            mean + odd,
        ]
    else:
        cells += [tables.DASH] * 5
    cells.append(", ".join(LIBRARIES[library] for library in has["framework"]) or tables.DASH)
    head, *rest = cells
    written = "".join(f"<td><span class=label>{label}</span> <span>{cell}</span></td>" for label, cell in zip(labels[1:], rest, strict=True))
    return f'<tr id="{name}" data-order="{json.dumps(order, separators=(",", ":"))}"{facets}><th scope="row">{head}</th>{written}</tr>'


def _smoothness(name: str, language: str) -> str:
    said = str(names.known(name)["traits"]["smoothness"])
    known = {"jump": Words("跳躍", "jump"), "kink": Words("轉折", "kink"), "smooth": Words(r"$C^\infty$", r"$C^\infty$")}
    return to_html(known.get(said, Words(f"$C^{said[1:]}$", f"$C^{said[1:]}$")).into(language))


def _strictness(name: str, language: str) -> str:
    has = tokens(name)["monotone"]
    return (Words("嚴格", "strictly") if "strictly" in has else FACETS["monotone"][1][has[0]]).into(language)


def _side(name: str, language: str) -> str:
    sides = {"both": Words("上下", "both"), "below": Words("下", "below"), "above": Words("上", "above"), "neither": Words("無", "neither")}
    return sides[tokens(name)["bounded"][0]].into(language)


WIDTH, HEIGHT, UNIT = 60, 40, 10


def spark(record: Activation) -> str:
    """The curve from -3 to 3 in a few strokes, all at one scale; a jump is a gap."""
    if record.mixes:
        return '<svg class="spark" viewBox="0 0 60 40" aria-hidden="true"></svg>'
    curve = curves.curve(record.id)
    points = list(zip(curve["x"], curve["value"], strict=True))
    path, before = "", None
    for at, (x, y) in enumerate(points):
        beside = {points[max(at - 1, 0)][0], points[min(at + 1, len(points) - 1)][0]}
        if abs(x) > 3 or (x not in beside and round(x * 5, 9) % 1):
            continue  # every fifth of a unit, and each kink
        move = "M" if before is None or (before[0] == x and before[1] != y) else "L"
        path += f"{move}{WIDTH / 2 + UNIT * x:.4g} {0.6 * HEIGHT - UNIT * max(-9.0, min(9.0, y)):.3g}"
        before = x, y
    return f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"><path class="axis" d="M0 24H60M30 0V40"/><path d="{path}"/></svg>'


def _form(scribe: Scribe) -> str:
    facets = []
    for facet, (label, values) in FACETS.items():
        used = {value for name in functions() for value in tokens(name).get(facet, ())}
        facets.append((facet, label, [(value, words.into(scribe.language)) for value, words in values.items() if value in used]))
    boxes = "".join(
        f'<label class="tick-box"><input type="checkbox" name="framework" value="{library}"> {LIBRARIES[library]}</label>' for library in frameworks()
    )
    boxes = f"<fieldset><legend>{FRAMEWORK.into(scribe.language)}</legend>{boxes}</fieldset>"
    shown = Words("顯示{shown}個，共{all}個", "{shown} of {all} functions")
    return filters.form(facets, [(by, words) for by, (words, _) in ORDERS.items()], shown, len(functions()), scribe, boxes)


TABLES: dict[str, Callable[[Scribe], str]] = {"functions": index}
