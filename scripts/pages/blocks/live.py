"""What stands on a page of a figure that a reader moves: its controls, what it says, and the same as a table. drawing/live.py computes it, assets/live.js moves it."""

from __future__ import annotations

import html
import json
from typing import Any

from language.words import Words
from pages.markup import inline, to_html
from pages.scribe import Scribe


def frame(said: dict[str, Any] | None, scribe: Scribe) -> str:
    """What the tag of the figure has more: the words that the script says."""
    if not said:
        return '"'
    words = {
        "axes": [[Words(*name).into(scribe.language) for name in axes] for axes in said["axes"]],
        "words": [Words(*each).into(scribe.language) for each in said["words"]],
    }
    return f' live" data-said="{html.escape(json.dumps(words, ensure_ascii=False))}"'


def controls(said: dict[str, Any] | None, scribe: Scribe) -> list[str]:
    """Lists, boxes and sliders, and below them what the figure says at first."""
    if not said:
        return []
    shown = "".join(
        f"<div><dt>{_sample(each['look'])}{inline(each['said'], scribe)}</dt><dd>{_value(each['first'], said, scribe)}</dd></div>" for each in said["says"]
    )
    return [
        f'<form class="controls" autocomplete="off">{"".join(_control(each, scribe) for each in said["controls"])}</form>',
        f'<dl class="readout">{shown}</dl>',
        '<p class="visually-hidden" role="status"></p>',
    ]


def _control(each: dict[str, Any], scribe: Scribe) -> str:
    label, name, first = inline(each["said"], scribe), each["name"], each["first"]
    if each["kind"] == "switch":
        return f'<label><input type="checkbox" name="{name}"{" checked" if first else ""}>{label}</label>'
    if each["kind"] == "choice":
        options = "".join(
            f'<option value="{key}"{" selected" if at == first else ""}>{html.escape(Words(*shown).into(scribe.language))}</option>'
            for at, (key, shown) in enumerate(zip(each["keys"], each["shown"], strict=True))
        )
        return f'<label>{label}<select name="{name}">{options}</select></label>'
    last, now = len(each["keys"]) - 1, each["shown"][first]
    return f'<label class="slide">{label}<input type="range" name="{name}" min="0" max="{last}" value="{first}" aria-valuetext="{now}"><output>{now}</output></label>'


def _sample(look: str) -> str:
    """A stroke as the part has it."""
    shape = "M10 4h0" if look.startswith("dots") else "M10 8V0" if look.startswith("bars") else "M2 4H18"
    return f'<svg viewBox="0 0 20 8" aria-hidden="true"><path class="{look}" d="{shape}"/></svg>' if look else ""


def _value(value: str | int, said: dict[str, Any], scribe: Scribe) -> str:
    return html.escape(value if isinstance(value, str) else Words(*said["words"][value]).into(scribe.language))


def values(said: dict[str, Any] | None, scribe: Scribe) -> list[str]:
    """Folded: what the figure says at some values of its controls, of which those stand in the table that change."""
    if not said:
        return []
    language = scribe.language
    changing = [at for at in range(len(said["controls"])) if len({row[0][at] for row in said["rows"]}) > 1]
    heads = [said["controls"][at]["said"] for at in changing], [each["said"] for each in said["says"]]
    head = "".join(f'<th scope="col">{inline(each, scribe)}</th>' for each in [*heads[0], *heads[1]])
    rows = []
    for chosen, told in said["rows"]:
        cells = [_chosen(said["controls"][at], chosen[at], language) for at in changing]
        row = f'<th scope="row">{cells[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in [*cells[1:], *(_value(each, said, scribe) for each in told)])
        rows.append(f"<tr>{row}</tr>")
    title = Words("數值表", "Values as a table").into(language)
    table = f'<div class="scroll"><table class="table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    return [f'<details class="take"><summary>{title}</summary>', *_fixed(said, changing, scribe), table, "</details>"]


def _chosen(control: dict[str, Any], at: int, language: str) -> str:
    if control["kind"] == "switch":
        return (Words("否", "no"), Words("是", "yes"))[at].into(language)
    shown = control["shown"][at]
    return html.escape(shown if isinstance(shown, str) else Words(*shown).into(language))


def _fixed(said: dict[str, Any], changing: list[int], scribe: Scribe) -> list[str]:
    """The controls that keep one value in the table."""
    kept = said["rows"][0][0]
    fixed = [(each, kept[at]) for at, each in enumerate(said["controls"]) if at not in changing]
    if not fixed:
        return []
    colon, gap = Words("：", ": ").into(scribe.language), Words("；", "; ").into(scribe.language)
    return [f"<p>{gap.join(inline(each['said'], scribe) + colon + to_html(_chosen(each, at, scribe.language)) for each, at in fixed)}</p>"]
