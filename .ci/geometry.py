"""What the browser computes, where the points and lines stand, against the module's tables, at a thousand random states of the comparison."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

STATES = 1000
ORDERS = ("value", "derivative", "second_derivative")

# Sets the state, waits for its drawing, and reads what is drawn and said.
STEP = """async states => {
  const root = document.querySelector(".compare"), form = root.querySelector("form"), slider = root.querySelector("[type=range]"), stage = root.querySelector(".stage")
  const choices = [...form.querySelectorAll("select[name=f]")], boxes = [...form.querySelectorAll("[name=show]")]
  const told = []
  for (const { chosen, shown, reach, x } of states) {
    choices.forEach((choice, i) => { choice.value = chosen[i] ?? "" })
    boxes.forEach(box => { box.checked = shown.includes(Number(box.value)) })
    form.elements.reach.value = reach
    const before = stage.firstElementChild
    form.dispatchEvent(new Event("input"))
    while (stage.firstElementChild === before) await new Promise(resolve => setTimeout(resolve))
    slider.value = x
    slider.dispatchEvent(new Event("input"))
    const numbers = path => path.getAttribute("d").match(/-?[\\d.]+/g).map(Number)
    told.push({
      said: [...root.querySelectorAll("tbody tr")].map(row => [...row.querySelectorAll("td")].map(cell => cell.textContent)),
      points: [...stage.querySelectorAll(".cursor circle")].map(point => [Number(point.getAttribute("cx")), Number(point.getAttribute("cy"))]),
      curves: [...stage.querySelectorAll("path[clip-path]")].map(numbers),
      axes: [...stage.querySelectorAll("path.axis")].map(numbers),
      at: Number(slider.value),
    })
  }
  return told
}"""


def states(tables: dict[str, Any], seed: int = 20261127) -> list[dict[str, Any]]:
    """Functions, orders, ranges and places by lot."""
    dice = random.Random(seed)
    names = sorted(tables)
    return [
        {
            "chosen": dice.sample(names, dice.randint(1, 4)),
            "shown": sorted(dice.sample(range(3), dice.randint(1, 3))),
            "reach": (reach := dice.choice((3, 6))),
            "x": dice.randint(-20 * reach, 20 * reach) / 20,
        }
        for _ in range(STATES)
    ]


def comparison(browser: Browser, base: str, site: Path) -> Iterator[str]:
    tables = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((site / "data" / "curves").glob("*.json"))}
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{base}en/reference/compare/")
    page.locator(".compare tbody tr").nth(1).wait_for()
    every = states(tables)
    found = 0
    for start in range(0, STATES, 50):
        some = every[start : start + 50]
        for state, told in zip(some, page.evaluate(STEP, some), strict=True):
            for fault in wrong(state, told, tables):
                found += 1
                if found <= 5:
                    yield f"{state}: {fault}"
    if found > 5:
        yield f"… and {found - 5} more"


def wrong(state: dict[str, Any], told: dict[str, Any], tables: dict[str, Any]) -> Iterator[str]:
    """What a state says and draws otherwise than the tables have it."""
    if abs(told["at"] - state["x"]) > 1e-9:
        yield f"the slider stands at {told['at']}"
    rows = [row_of(tables[name]["x"], state["x"]) for name in state["chosen"]]
    for name, row, cells in zip(state["chosen"], rows, told["said"], strict=True):
        wanted = [f"{tables[name][order][row]:.4g}" for order in ORDERS]
        if [number(cell) for cell in cells] != [float(each) for each in wanted]:
            yield f"{name} shows {cells}, the table has {wanted}"
    seen = iter(told["points"])
    for panel, order in enumerate(state["shown"]):
        left, foot_y, right, zero_x, low, high = axis(told["axes"][panel])
        across = left + (state["x"] + state["reach"]) / (2 * state["reach"]) * (right - left)
        lines = told["curves"][panel * len(rows) : (panel + 1) * len(rows)]
        if abs(zero_x - (left + right) / 2) > 0.1:
            yield f"x = 0 stands at {zero_x}, not in the middle of {left} and {right}"
        scale = None
        for name, row, line in zip(state["chosen"], rows, lines, strict=True):
            values = tables[name][ORDERS[order]]
            if abs(line[2 * row] - across) > 0.11:
                yield f"the curve of {name} has x = {state['x']} at {line[2 * row]}, the axis at {across}"
            inside = [(value, line[2 * i + 1]) for i, value in enumerate(values) if high + 1 < line[2 * i + 1] < low - 1]
            far = [(value, y) for value, y in inside if abs(value) > 1e-6]
            if far and scale is None:
                value, y = max(far, key=lambda each: abs(each[0]))
                scale = (foot_y - y) / value  # pixels a unit, upwards
            for value, y in inside:
                if scale is not None and abs(foot_y - scale * value - y) > 0.12 + 0.25 * abs(value):
                    yield f"the curve of {name} has {value} at {y}, the axis at {foot_y - scale * value}"
                    break
        for name, row, line in zip(state["chosen"], rows, lines, strict=True):
            if high + 1 < line[2 * row + 1] < low - 1:  # a point of the window; at its edge either is right
                point = next(seen, None)
                while point is not None and abs(point[1] - line[2 * row + 1]) > 0.11:
                    point = next(seen, None)
                if point is None or abs(point[0] - across) > 0.11:
                    yield f"the point of {name} does not stand on its curve at {across:.1f}, {line[2 * row + 1]}"


def axis(path: list[float]) -> tuple[float, float, float, float, float, float]:
    """M left y0 H right M x0 low V high: the zero lines of a panel."""
    left, foot_y, right, zero_x, low, high = path
    return left, foot_y, right, zero_x, low, high


def row_of(x: list[float], wanted: float) -> int:
    """At a kink the middle one of three rows."""
    near = [row for row, value in enumerate(x) if abs(value - wanted) < 1e-9]
    return near[len(near) // 2]


def number(shown: str) -> float:
    plain = shown.replace("−", "-").replace(" ", "")
    mantissa, _, exponent = plain.partition("×10^")
    return float(mantissa) * 10 ** int(exponent) if exponent else float(mantissa)
