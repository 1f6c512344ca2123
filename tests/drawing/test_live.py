"""A figure that a reader moves: its table says what its functions say, and what cannot be tabulated is refused with a reason."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import Any

import pytest

from drawing.live import FINE, Choice, Live, Panel, Part, Says, Slide, Switch, plain, tabulated
from language.words import Words

UP, DOWN = Words("往上", "up"), Words("往下", "down")
PANEL = Panel((0, 4), (0.01, 100), {0: "0", 4: "4"}, {1: "1"}, "x", Words("高度", "height"), logs="y")


def walked(turned: bool, rate: float) -> tuple[list[float], list[float]]:
    return [0, 1, 2, 3], [rate * (-1 if turned else 1) * step for step in range(4)]


LIVE = Live(
    controls={
        "kind": Choice(Words("種類", "Kind"), {"a": "A", "b": Words("乙", "B")}, "b"),
        "turned": Switch(Words("反轉", "Turned")),
        "rate": Slide(Words("速率", "Rate"), (0.5, 1, 2), 1),
        "step": Slide(Words("步", "Step"), range(4), 2, panel=0),
    },
    panels=[PANEL],
    parts={"all": Part(walked), "path": Part(walked, "line c2", until="step"), "here": Part(walked, "dots last c2", until="step")},
    says={
        "height": Says(Words("高度", "Height"), lambda turned, rate, step: walked(turned, rate)[1][int(step)], "path"),
        "way": Says(Words("方向", "Way"), lambda turned: DOWN if turned else UP),
    },
)


def test_a_row_of_the_table_is_what_the_functions_say_of_its_state() -> None:
    told, chance = tabulated(LIVE), random.Random(20261127)
    table, names = told["table"], list(LIVE.controls)
    for _ in range(100):
        at = [chance.randrange(size) for size in table["sizes"]]
        state = {name: LIVE.controls[name].values()[place] for name, place in zip(names, at, strict=True)}

        def row(by: list[int], at: list[int] = at) -> int:
            found = 0
            for which in by:
                found = found * table["sizes"][which] + at[which]
            return found

        for (name, points), part in zip(LIVE.drawn(state).items(), table["parts"], strict=True):
            own = table["parts"][part["as"]] if "as" in part else part
            shown = list(zip(own["x"], own["y"][row(own["by"])], strict=True))[: at[part["until"]] + 1 if "until" in part else None]
            assert (shown[-1:] if name == "here" else shown) == points
        said = [told["words"][value][1] if isinstance(value, int) else value for value in (each["at"][row(each["by"])] for each in table["says"])]
        assert said == [value.en if isinstance(value, Words) else value for value in LIVE.said(state).values()]


def test_the_same_points_stand_in_the_table_once() -> None:
    all_, path, here = tabulated(LIVE)["table"]["parts"]
    assert len(all_["y"]) == 6
    assert (path["as"], here["as"]) == (0, 0)


def test_places_on_an_axis_with_logarithms() -> None:
    assert PANEL.places("y", [0.01, 1, 100]) == [0, FINE // 2, FINE]
    assert PANEL.places("x", [4.0, math.nan]) == [FINE, None]
    assert (PANEL.places("y", [0.0])[0] or 0) < -FINE  # below all that is seen


@pytest.mark.parametrize(("number", "said"), [(-0.25, "−0.25"), (4.5389e-5, "4.54 × 10⁻⁵"), (0.0, "0"), (12, "12"), (math.inf, "∞"), (math.nan, "–")])
def test_numbers_as_a_reader_sees_them(number: float, said: str) -> None:
    assert plain(number) == said


def test_what_a_reader_finds_and_the_table_without_scripts() -> None:
    told = tabulated(LIVE)
    assert LIVE.start() == {"kind": "b", "turned": False, "rate": 1.0, "step": 2.0}
    assert [each["first"] for each in told["says"]] == ["2", 0]
    assert [row[1] for row in told["rows"]] == [["1", 0], ["2", 0], ["4", 0]]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"says": {"x": Says(UP, lambda speed: speed)}}, "asks for speed, and its controls are kind, turned, rate, step"),
        ({"controls": {**LIVE.controls, "rate": Slide(UP, (1, 2), 3)}}, r"begins with 3, which is none of its values \[1.0, 2.0\]"),
        ({"parts": {"many": Part(lambda rate, step: (range(4000), range(4000)))}}, "its largest part, many, has 12 rows"),
    ],
)
def test_what_cannot_be_tabulated_is_refused(change: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        tabulated(replace(LIVE, **change))
