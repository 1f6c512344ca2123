"""The regions of a small ReLU network while its weights move: the form, the still drawing, and its regions as a table.

Without scripts the drawing and the table remain. With them, assets/live/regions.js divides the square as mathematics/regions.py does; the two
are compared in a thousand random states by .ci/live_regions.py.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from figures.regions_map import REACH, SMALL, UNITS, A, found
from language.words import Words
from mathematics.regions import gates
from pages.markup import to_html
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIDE, MOST, STEP = 360, 3, 0.25
"""Of the drawing, in its units; the largest weight, and the step from one to the next."""

SAID = Words(
    "共{count}個區域。點在（{x1}，{x2}）：第一層的閘門是{first}，第二層是{second}；M = ({m1}  {m2})，c = {c}，輸出{y}。",
    "{count} regions. The point is at ({x1}, {x2}): gates {first} in the first layer, {second} in the second; M = ({m1}  {m2}), c = {c}, output {y}.",
)
"""What the script shows and says, with its gaps in braces."""


def rows() -> list[list[list[float]]]:
    """The network as the script has it: layers of units, each its weights and last its bias."""
    return [[[*map(float, w), float(b[0])] for w, b in zip(W, bias, strict=True)] for W, bias in zip(SMALL.weights, SMALL.biases, strict=True)]


def live(scribe: Scribe) -> str:
    """Drawing, form, what it reads, caption, and folded the regions of the first state."""
    language = scribe.language
    say = {
        "name": Words("ReLU網路的區域", "Regions of a ReLU network"),
        "unit": Words("改動哪個單元", "Unit to change"),
        "bias": Words("有偏置", "With biases"),
        "reset": Words("回到起點", "Back to the start"),
        "still": Words(
            "拉桿要由指令稿執行，而瀏覽器沒有執行它；圖與表仍是起點的網路。",
            "A script moves the sliders, and the browser did not run it; drawing and table show the network at the start.",
        ),
        "regions": Words("起點的每一個區域", "Every region of the start"),
        "pattern": Words("閘門", "Gates"),
    }
    said = {name: html.escape(words.into(language)) for name, words in say.items()}
    caption = Words(
        "拖動圖上的點，或拉動拉桿。藍線是第一層單元換邊的地方，橘色虛線是第二層的，粗線是選中的單元。灰色是點所在的區域，整個區域共用同一個$M$與$c$。",
        "Drag the point in the drawing, or move the sliders. Blue lines are where units of the first layer change sides, dashed orange ones those of the second; "
        "thick is the unit that is chosen. Grey is the region of the point, all of which shares one $M$ and one $c$.",
    )
    options = "".join(f'<option value="{k}">{name}</option>' for k, name in enumerate(UNITS))
    own = [*rows()[0][0][:2], 0.0, rows()[0][0][2]]
    names = ("w₁", "w₂", "w₃", "b")
    weights = "".join(_slider("weight", name, value, MOST, hidden=k == 2) for k, (name, value) in enumerate(zip(names, own, strict=True)))
    place = "".join(_slider(f"x{k}", f"x{'₀₁₂'[k]}", float(value), REACH) for k, value in enumerate(A, 1))
    net = "|".join(";".join(",".join(f"{each:g}" for each in unit) for unit in layer) for layer in rows())
    return "\n".join(
        [
            f'<figure class="live-regions" id="live-regions" data-net="{net}" data-reach="{REACH:g}" data-at="{A[0]:g},{A[1]:g}" data-said="{html.escape(SAID.into(language))}">',
            f'<div class="stage">{_drawing(said["name"])}</div>',
            f'<form><label class="wide"><span>{said["unit"]}</span><select name="unit">{options}</select></label>',
            f'<label class="tick"><input type="checkbox" name="bias" checked><span>{said["bias"]}</span></label>',
            f'{weights}{place}<button type="button" class="reset">{said["reset"]}</button></form>',
            f'<p class="readout">{_read(language)}</p><p class="visually-hidden" role="status"></p>',
            f"<noscript><p>{said['still']}</p></noscript>",
            f"<figcaption>{to_html(caption.into(language))}</figcaption>",
            f'<details class="take"><summary>{said["regions"]}</summary>{_table(said["pattern"])}</details>',
            "</figure>",
        ]
    )


def plain(number: float) -> str:
    """A number as the script writes it."""
    return f"{number + 0:g}".replace("-", "−")


def _slider(name: str, letter: str, value: float, most: float, hidden: bool = False) -> str:
    return (
        f'<label{" hidden" if hidden else ""}><span>{letter}</span><input type="range" name="{name}" min="{-most:g}" max="{most:g}" step="{STEP:g}"'
        f' value="{value:g}" aria-valuetext="{plain(value)}"> <output>{plain(value)}</output></label>'
    )


def _place(corner: Iterable[float]) -> tuple[float, float]:
    x1, x2 = corner
    return (x1 + REACH) / (2 * REACH) * SIDE, (REACH - x2) / (2 * REACH) * SIDE


def _drawing(name: str) -> str:
    regions, creases = found()
    here = gates(SMALL, A)
    first = len(SMALL.weights[0])
    areas = "".join(
        f'<polygon points="{" ".join(f"{x:.2f},{y:.2f}" for x, y in map(_place, region.corners))}"{" class=here" if region.pattern == here else ""}/>'
        for region in regions
    )
    lines = []
    for crease in creases:
        (x1, y1), (x2, y2) = _place(crease.ends[0]), _place(crease.ends[-1])
        lines.append(f'<line class="{"first" if crease.unit < first else "second"}" x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"/>')
    x, y = _place(map(float, A))
    middle = SIDE / 2
    return (
        f'<svg viewBox="0 0 {SIDE} {SIDE}" role="img" aria-labelledby="live-regions-name"><title id="live-regions-name">{name}</title><g class="regions">{areas}</g>'
        f'<path class="axis" d="M0 {middle:g}H{SIDE}M{middle:g} 0V{SIDE}"/><g class="creases">{"".join(lines)}</g>'
        f'<rect class="frame" x="0.5" y="0.5" width="{SIDE - 1}" height="{SIDE - 1}"/><circle class="point" cx="{x:.2f}" cy="{y:.2f}" r="7"/></svg>'
    )


def _read(language: str) -> str:
    """What the script would say of the start."""
    regions, _ = found()
    pattern = gates(SMALL, A)
    M, c = next((region.M, region.c) for region in regions if region.pattern == pattern)
    first = len(SMALL.weights[0])
    state = ["1" if on else "0" for on in pattern]
    return SAID.into(language).format(
        count=len(regions),
        x1=plain(A[0]),
        x2=plain(A[1]),
        first=" ".join(state[:first]),
        second=" ".join(state[first:]),
        m1=plain(M[0, 0]),
        m2=plain(M[0, 1]),
        c=plain(c[0]),
        y=plain(float(M[0] @ A + c[0])),
    )


def _table(pattern: str) -> str:
    """A row a region."""
    first = len(SMALL.weights[0])
    lines = []
    for region in found()[0]:
        state = ["1" if on else "0" for on in region.pattern]
        cells = "".join(f"<td>{plain(each)}</td>" for each in (*region.M[0], region.c[0]))
        lines.append(f'<tr><th scope="row">{" ".join(state[:first])} | {" ".join(state[first:])}</th>{cells}</tr>')
    heads = "".join(f'<th scope="col">{label}</th>' for label in (pattern, "M₁", "M₂", "c"))
    return f'<div class="scroll"><table class="table"><thead><tr>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'


TABLES: dict[str, Callable[[Scribe], str]] = {"live_regions": live}
