"""The chapters of the guide in their order, and which of them each builds on."""

import numpy as np

from drawing.figure import COLOURS
from language.chapters import CHAPTERS
from language.words import Words

title = Words("每一章只用到排在它前面的", "Each chapter builds only on earlier ones")
caption = Words(
    "由上往下是各章的順序，名稱是簡稱。弧線由一章連到它用到的前面的章；沒有弧線相連的，次序可以對調。",
    "The chapters in their order, from top to bottom, by short names. An arc joins a chapter to an earlier one that it builds on; where no arc leads, the order may be changed.",
)
alt = Words(
    "各章由上往下排成一直行，左邊有弧線相連，每條弧線都由上面的章連到下面的章。",
    "The chapters stand in one column, joined by arcs on the left; every arc leads from a chapter above to one below.",
)
description = Words(
    "共有$[[guide_map.chapters]]$章、$[[guide_map.arcs]]$條弧線。最後一章直接用到$[[guide_map.last]]$章。每條弧線的兩端列在資料檔裡。",
    "There are $[[guide_map.chapters]]$ chapters and $[[guide_map.arcs]]$ arcs. The last chapter builds directly on $[[guide_map.last]]$. The ends of each arc are in the data.",
)
size = (7.2, 4.6)
PLACE = {chapter.page: -place for place, chapter in enumerate(CHAPTERS)}


def numbers():
    return {"chapters": len(CHAPTERS), "arcs": sum(len(chapter.needs) for chapter in CHAPTERS), "last": len(CHAPTERS[-1].needs)}


def holds(drawn):
    downwards = all(y[0] > y[-1] for name, (_, y) in drawn.items() if " needs " in name)
    earlier = all(PLACE[need] > PLACE[chapter.page] for chapter in CHAPTERS for need in chapter.needs)
    return {
        Words("每一章只用到排在它前面的", "Each chapter builds only on earlier ones"): earlier,
        Words("每條弧線都由上面的章連到下面的章", "every arc leads from a chapter above to one below"): downwards,
    }


def draw(ax, pen):
    turn = np.linspace(0, np.pi, 41)
    for number, chapter in enumerate(CHAPTERS):
        at = PLACE[chapter.page]
        colour = ("c1", "c2", "c3", "c4")[number % 4]
        for need in chapter.needs:
            radius = (PLACE[need] - at) / 2
            x, y = -0.55 * radius * np.sin(turn), at + radius + radius * np.cos(turn)
            pen.keep(f"{chapter.page} needs {need}", x, y)
            ax.plot(x, y, color=COLOURS[colour][0], linewidth=1.5, zorder=1)
        ax.plot([0], [at], "o", color=COLOURS[colour][0], markersize=6 if pen.narrow else 8, zorder=2)
        pen.note(ax, 0, at, chapter.name, "ink", (10, 0), fontsize=9.5 if pen.narrow else 11.5)
    ax.set_xlim(-0.3 * len(CHAPTERS), 0.35 * len(CHAPTERS))
    ax.set_ylim(min(PLACE.values()) - 0.5, 0.5)
    ax.axis("off")
