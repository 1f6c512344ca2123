"""Who uses what: the functions that models have by default, as scripts/measured/models.py read them; a table to filter and sort."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from answers import names
from answers.names import functions
from answers.uses import GATES
from language.words import Words
from mathematics import typesetting
from mathematics.recorded import recorded
from pages.blocks import filters, libraries, tables
from pages.blocks.tables import DASH, FUNCTION
from pages.scribe import Scribe
from project import noting

if TYPE_CHECKING:
    from collections.abc import Callable

    from activation_functions import Activation

MODEL = Words("模型", "Model")
PACKAGE = Words("套件", "Package")
GATED = Words("門控", "Gated")
YES_NO: dict[bool | None, tuple[str, Words]] = {
    True: ("yes", Words("是", "yes")),
    False: ("no", Words("否", "no")),
    None: ("unknown", Words("未判定", "not settled")),
}
HOW = {
    "stated": Words("類別自己宣告", "stated by the class"),
    "inherited": Words("由上層類別繼承", "inherited from its base"),
    "code": Words("讀自同檔的區塊", "read off the blocks in the same file"),
    "read": Words("人讀程式找到的那一行", "a line found by a reader of the code"),
}
ORDERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "model": lambda row: row["model"],
    "function": lambda row: (row["function"] or "~", row["model"]),
    "name": lambda row: (row["name"].lower(), row["model"]),
    "package": lambda row: (row["package"], row["model"]),
}
"""What a reader may sort by; the first is the order of the page."""


@noting.cache
def rows() -> list[dict[str, Any]]:
    """Every row of the record, in the order of the page."""
    return sorted(recorded("models")["models"], key=lambda row: (row["model"], row["package"], row["class"], row["part"], row["line"]))


def families(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(row["package"], row["model"]) for row in found}


def using(name: str) -> list[dict[str, Any]]:
    """The rows of a function; of a gated unit, those that gate with its function."""
    return [row for row in rows() if row["function"] == name or (row["gated"] and GATES.get(row["function"]) == name)]


# ---- the table -------------------------------------------------------------------------------


def table(scribe: Scribe) -> str:
    """The filters, the count and one row a class and part."""
    language = scribe.language
    ranks = _ranks()
    columns = [
        (MODEL, "model"),
        (Words("類別與部分", "Class and part"), ""),
        (FUNCTION, "function"),
        (GATED, ""),
        (Words("那裡的名稱", "Name there"), "name"),
        (Words("出自", "Where it says so"), "package"),
    ]
    heads = "".join(f'<th scope="col"{f" data-by={by}" if by else ""}>{words.into(language)}</th>' for words, by in columns)
    return "\n".join(
        [
            _form(scribe),
            f'<div class="scroll"><table class="table models" data-orders="{" ".join(ORDERS)}"><thead><tr>{heads}</tr></thead><tbody>',
            *(_row(row, ranks[at], scribe) for at, row in enumerate(rows())),
            "</tbody></table></div>",
        ]
    )


def _ranks() -> list[list[int]]:
    """Each row's place in every order."""
    places = []
    for key in ORDERS.values():
        steps = {step: place for place, step in enumerate(sorted({key(row) for row in rows()}))}
        places.append([steps[key(row)] for row in rows()])
    return [list(place) for place in zip(*places, strict=True)]


def _row(row: dict[str, Any], order: list[int], scribe: Scribe) -> str:
    gated, said = YES_NO[row["gated"]]
    part = f" <small>{html.escape(row['part'])}</small>" if row["part"] else ""
    where = f"{row['file'].removeprefix(row['package'] + '/').removeprefix('models/')}:{row['line']}"
    return (
        f'<tr data-order="{json.dumps(order, separators=(",", ":"))}" data-package={row["package"]} data-function={row["function"] or "none"} data-gated={gated}'
        f" data-how={row['how']}><th scope=row>{html.escape(row['model'])}</th><td>{html.escape(row['class'])}{part}</td><td>{_function(row, scribe)}</td>"
        f"<td>{said.into(scribe.language)}</td><td><code>{html.escape(row['name'])}</code></td><td>{row['package']} <small>{html.escape(where)}</small></td></tr>"
    )


def _function(row: dict[str, Any], scribe: Scribe) -> str:
    name = row["function"]
    if name not in functions():
        return DASH
    return f'<a href="{scribe.to(f"functions/{name}/")}">{html.escape(names._record(name).name)}</a>'


def _form(scribe: Scribe) -> str:
    language = scribe.language
    used = [name for name in functions() if any(row["function"] == name for row in rows())]
    facets: list[tuple[str, Words, list[tuple[str, str]]]] = [
        ("function", FUNCTION, [(name, names._record(name).name) for name in sorted(used, key=lambda name: names._record(name).name.casefold())]),
        ("package", PACKAGE, [(package, package) for package in sorted({row["package"] for row in rows()})]),
        ("gated", GATED, [(value, words.into(language)) for value, words in YES_NO.values()]),
        ("how", Words("怎麼讀到的", "How it was read"), [(value, words.into(language)) for value, words in HOW.items()]),
    ]
    orders = [("", MODEL), ("function", FUNCTION), ("name", Words("那裡的名稱", "Name there")), ("package", PACKAGE)]
    return filters.form(facets, orders, Words("顯示{shown}列，共{all}列", "{shown} of {all} rows"), len(rows()), scribe)


# ---- names -----------------------------------------------------------------------------------


def _words() -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = recorded("models")["names"]
    return found


def _computes(said: dict[str, Any], scribe: Scribe) -> str:
    """The function of ours that a name stands for, with its numbers where they are not the defaults."""
    name = said["function"]
    if name is None:
        return Words("本站沒有", "not on this site").into(scribe.language)
    defaults = {parameter: each.default for parameter, each in names._record(name).parameters.items()}
    apart = [rf"${typesetting.letter(parameter)} = {value:.4g}$" for parameter, value in said["parameters"].items() if value != defaults[parameter]]
    return tables.link(name, scribe) + (f" {Words('，', ', ').into(scribe.language).join(apart)}" if apart else "")


def called(scribe: Scribe) -> str:
    """Each function with all the words that the packages have for it; at the end the words for what this site has not."""
    packages, gated = list(_words()), Words("（門控）", " (gated)").into(scribe.language)
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for package, said in _words().items():
        for word, each in said.items():
            key = (each["function"] or "~", _computes(each, scribe))
            found.setdefault(key, {}).setdefault(package, []).append(f"`{word}`" + (gated if each["gated"] else ""))
    head = [FUNCTION, *(Words(package, package) for package in packages)]
    return tables.table(
        head, [[shown, *(" ".join(by.get(package, [])) or DASH for package in packages)] for (_, shown), by in sorted(found.items())], scribe.language
    )


def clashes() -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """Names that stand for different functions in two libraries, those of the other libraries included: by the name without its punctuation."""
    everyone: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for package, said in _words().items():
        for word, each in said.items():
            if not each["gated"]:
                everyone.setdefault(_bare(word), []).append((package, word, each))
    for name, offers in libraries.peers()["names"].items():
        for offer in offers:
            if not offer["demands"] and not names._record(name).mixes:
                called = (libraries.LIBRARIES[offer["library"]], offer["name"], _offered(name, offer))
                everyone.setdefault(_bare(offer["name"].rpartition(".")[2]), []).append(called)
    ours = {word: said for word, said in sorted(everyone.items()) if any(library in _words() for library, *_ in said)}
    return {word: said for word, said in ours.items() if len({_same(each) for *_, each in said}) > 1}


def _offered(name: str, offer: dict[str, Any]) -> dict[str, Any]:
    """What another library's name computes, given nothing but x: of functions that are equal there, the plainest."""
    if offer["equals"]:
        plainest = min(offer["equals"], key=lambda each: (len(names._record(each).parameters), len(each), each))
        return {"function": plainest, "parameters": {}}
    read = offer.get("parameters")
    return {"function": name if read else None, "parameters": read or {}}


def _bare(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "")


def _same(said: dict[str, Any]) -> str:
    """What two names must share to compute the same: the function, and its numbers where they are not the defaults."""
    name = said["function"]
    if name is None:
        return "none"
    defaults = {parameter: each.default for parameter, each in names._record(name).parameters.items()}
    values = {parameter: f"{said['parameters'].get(parameter, default):.5g}" for parameter, default in defaults.items()}
    return f"{name} {values}"


def clash(scribe: Scribe) -> str:
    """The names of `clashes`, and what each computes where."""
    head = [Words("名稱", "Name"), Words("誰的", "Whose"), Words("算的是", "It computes")]
    lines = []
    for said in clashes().values():
        by: dict[str, list[tuple[str, str]]] = {}
        for library, word, each in said:
            by.setdefault(_computes(each, scribe), []).append((library, word))
        for shown, who in by.items():
            words = " ".join(dict.fromkeys(f"`{word}`" for _, word in who))
            lines.append([words, Words("、", ", ").into(scribe.language).join(dict.fromkeys(library for library, _ in who)), shown])
    return tables.table(head, lines, scribe.language)


def versions(scribe: Scribe) -> str:
    """What was read, and when."""
    head = [PACKAGE, Words("版本", "Version"), Words("模型家族", "Model families"), Words("列數", "Rows"), Words("讀取日期", "Read on")]
    lines = []
    for package in _words():
        own = [row for row in rows() if row["package"] == package]
        lines.append([f"`{package}`", recorded("models")["versions"][package], str(len(families(own))), str(len(own)), recorded("models")["date"]])
    return tables.table(head, lines, scribe.language)


# ---- on a function's page --------------------------------------------------------------------


def who(record: Activation, scribe: Scribe) -> str:
    """The models that have it by default; nothing where none has."""
    found = using(record.id)
    if not found:
        return ""
    language, count, day = scribe.language, len(families(found)), recorded("models")["date"]
    gate = next((each for each, unit in GATES.items() if unit == record.id), None)
    at = f"{scribe.to('reference/models/')}?" + (f"function={gate}&amp;gated=yes" if gate else f"function={record.id}")
    said = Words(
        f"**誰在用。**{day}讀到的套件裡，以它為預設的模型家族有{count}個。這是函式庫的預設值，不等於每個權重檔的設定。",
        f"**Who uses it.** In the packages read on {day}, {count} model famil{'y has' if count == 1 else 'ies have'} it by default. "
        "A library's default is not that of every checkpoint. ",
    ).into(language)
    lists = []
    for package in _words():
        models = sorted({row["model"] for row in found if row["package"] == package})
        if models:
            lists.append(f"<p><b>{package}</b> {Words('、', ', ').into(language).join(map(html.escape, models))}</p>")
    table_of = Words("每一列與出處", "Every row, and where it says so").into(language)
    names_of = Words("這些模型", "These models").into(language)
    end = Words("。", ".").into(language)
    return f'{said}<a href="{at}">{table_of}</a>{end}\n\n<details class="take"><summary>{names_of}</summary>{"".join(lists)}</details>'


TABLES: dict[str, Callable[[Scribe], str]] = {"models": table, "models_called": called, "models_clash": clash, "models_versions": versions}
FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"models": who}
