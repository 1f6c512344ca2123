"""Which room of scripts/ imports which: read from the imports themselves, never from a list."""

from collections import Counter
from functools import cache

from language.words import Words
from project.imports import imported_files
from project.paths import SCRIPTS, SOURCE
from project.rooms import HEIGHT, room_of

title = Words("匯入只往下，沒有一個往上", "Imports lead downwards, not one leads up")
caption = Words(
    "每一橫列是一個房間，最下層的排在最上面。往左看，圓點是它匯入的房間，點越大，匯入的次數越多；往下看，是哪些房間匯入它。房間的名字都在對角線上，右上半沒有點，就是沒有往上的匯入。",
    "One row a room, the lowest room first. Look left: each dot is a room that it imports, and the larger the dot, the more imports; look down: these rooms import it. The names stand on the diagonal, and no dot lies to its right: nothing is imported upwards.",
)
alt = Words(
    "房間的名字沿著對角線排列；圓點全在對角線的左下方。",
    "The names of the rooms run along a diagonal; all dots lie to its lower left.",
)
description = Words(
    "$[[rooms_and_imports.rooms]]$個房間；通往上面房間的匯入有$[[rooms_and_imports.upwards]]$個。每個房間匯入了哪些房間，列在資料檔裡。",
    "$[[rooms_and_imports.rooms]]$ rooms; imports into a room above: $[[rooms_and_imports.upwards]]$. Which room imports which is in the data.",
)
size = (7.2, 4.6)
ROOMS = sorted(HEIGHT, key=lambda room: HEIGHT[room])


@cache
def imports():
    """How many imports lead from a room into another, and how many files each room has."""
    files = [file for folder in (SOURCE, SCRIPTS) for file in sorted(folder.rglob("*.py")) if file.stem != "__init__"]
    leads = Counter((room_of(file), room_of(other)) for file in files for other in imported_files(file) if room_of(other) != room_of(file))
    return leads, Counter(map(room_of, files))


def numbers():
    leads, _ = imports()
    return {"rooms": len(ROOMS), "upwards": sum(HEIGHT[a] <= HEIGHT[b] for a, b in leads)}


def holds(drawn):
    return {Words("匯入只往下，沒有一個往上", "Imports lead downwards, not one leads up"): bool(drawn) and numbers()["upwards"] == 0}


def draw(ax, pen):
    leads, _ = imports()
    place = {room: number for number, room in enumerate(ROOMS)}
    for (room, other), count in sorted(leads.items()):
        ax.plot(
            place[other],
            -place[room],
            "o",
            color="#0072b2",
            markersize=(2.2 if pen.narrow else 3) + 0.9 * count**0.5 * (0.55 if pen.narrow else 1),
            clip_on=False,
        )
    for room, other in sorted(leads):
        pen.keep(f"{room} imports {other}", place[other], place[room])
    for room, at in place.items():
        ax.plot([-0.5, at - 0.5], [-at, -at], color="#6b7280", linewidth=0.4, zorder=0)
        pen.note(ax, at, -at, room, "ink", (0, 0), ha="left", fontsize=7 if pen.narrow else 10)
    ax.set_xlim(-0.6, len(ROOMS) + (5 if pen.narrow else 2))
    ax.set_ylim(0.6 - len(ROOMS), 0.6)
    ax.axis("off")
