"""The live figure of ReLU regions: at a thousand random states what it draws and says is what the module computes.

Part of .ci/browser.py; `python .ci/browser.py site "live regions"` runs it alone.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

sys.path += [str(Path(__file__).parent.parent / room) for room in ("src", "scripts")]
from activation_functions import relu
from activation_functions.network import Network
from mathematics.regions import Region, affine, divided, gates, square

SEED, STATES, NEAR = 20261127, 1000, 0.02  # units of the drawing
PAGE = "guide/regions/"

MOVED = """moves => {
  const root = document.querySelector(".live-regions"), form = root.querySelector("form"), sliders = form.querySelectorAll("[name=weight]")
  const set = (element, value) => { element.value = value; element.dispatchEvent(new Event("input", { bubbles: true })) }
  return moves.map(([unit, slider, value, biased, x1, x2]) => {
    set(form.elements.unit, unit)
    if (form.elements.bias.checked !== biased) form.elements.bias.click()
    if (!sliders[slider].disabled) set(sliders[slider], value)
    form.elements.x1.value = x1
    set(form.elements.x2, x2)
    const drawn = [...root.querySelectorAll("polygon")].map(area => [area.dataset.pattern, area.dataset.map, area.getAttribute("points"), area.getAttribute("class")])
    return { drawn, lines: root.querySelectorAll(".creases line").length, said: root.querySelector(".readout").textContent }
  })
}"""


def checks(browser: Browser, base: str) -> Iterator[str]:
    """Every fault of the figure."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.goto(f"{base}en/{PAGE}")
    faults += states(page)
    faults += kept(page)
    faults += by_hand(page, f"{base}zh-Hant/{PAGE}")
    yield from faults[:5]
    page.close()
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(f"{base}en/{PAGE}")
    if (
        still.locator(".live-regions polygon").count() < 9
        or still.locator(".live-regions form").is_visible()
        or not still.locator(".live-regions tbody tr").count()
    ):
        yield "without scripts the figure is not drawn, or shows its sliders, or has no table"
    still.context.close()


def states(page: Page) -> Iterator[str]:
    """Random weights of random units, with and without biases, and random points."""
    chance = random.Random(SEED)
    given = str(page.locator(".live-regions").get_attribute("data-net"))
    net = [[[float(each) for each in unit.split(",")] for unit in layer.split(";")] for layer in given.split("|")]
    reach = float(str(page.locator(".live-regions").get_attribute("data-reach")))
    moves, expected = [], []
    for _ in range(STATES):
        unit, biased, value = chance.randrange(5), chance.random() < 0.8, chance.randint(-12, 12) / 4
        own = net[0][unit] if unit < 3 else net[1][unit - 3]
        slider = chance.choice([*range(len(own) - 1), 3])
        x1, x2 = (chance.randint(-12, 12) / 4 for _ in range(2))
        if slider < 3 or biased:
            own[-1 if slider == 3 else slider] = value
        moves.append([str(unit), slider, value, biased, x1, x2])
        expected.append((network(net, biased), np.array([x1, x2])))
    for shown, (module, x) in zip(page.evaluate(MOVED, moves), expected, strict=True):
        yield from away(shown, module, reach, x)


def network(net: list[list[list[float]]], biased: bool) -> Network:
    rows = [np.array(layer) for layer in net]
    return Network([layer[:, :-1] for layer in rows], [layer[:, -1:] for layer in rows] if biased else [], relu)


def away(shown: dict[str, Any], net: Network, reach: float, x: Any) -> Iterator[str]:
    """How what is drawn differs from the module's regions of this network."""
    regions, creases = divided(net, square(reach))
    drawn = {pattern: (given, points, look) for pattern, given, points, look in shown["drawn"]}
    wanted = {_bits(region.pattern): region for region in regions}
    if drawn.keys() != wanted.keys() or len(shown["drawn"]) != len(regions):
        yield f"the patterns drawn are {sorted(drawn)}, and the module's {sorted(wanted)}"
        return
    if shown["lines"] != len(creases):
        yield f"{shown['lines']} borders are drawn, and the module has {len(creases)}"
    here = _bits(gates(net, x))
    for pattern, (given, points, look) in drawn.items():
        yield from _region_away(pattern, given, points, wanted[pattern], reach)
        if (look == "here") != (pattern == here):
            yield f"the region {pattern} is {'grey' if look == 'here' else 'white'}, and the point is in {here}"
    M, c = affine(net, gates(net, x))
    numbers = [f"{len(regions)} regions", *(_written(each) for each in (*M[0], c[0], M[0] @ x + c[0]))]
    if any(number not in shown["said"] for number in numbers):
        yield f"it says {shown['said']!r}, without {numbers}"


def _region_away(pattern: str, given: str, points: str, region: Region, reach: float) -> Iterator[str]:
    if [float(each) for each in given.split()] != [*region.M[0], *region.c]:
        yield f"the map of {pattern} is {given}, and the module's {region.M} {region.c}"
    corners = np.array([[float(part) for part in point.split(",")] for point in points.split()])
    placed = np.column_stack([(region.corners[:, 0] + reach), (reach - region.corners[:, 1])]) / (2 * reach) * 360
    if corners.shape != placed.shape or np.abs(corners - placed).max() > NEAR:
        yield f"the corners of {pattern} stand at {corners.tolist()}, not {placed.tolist()}"


def _bits(pattern: tuple[bool, ...]) -> str:
    return "".join("1" if on else "0" for on in pattern)


def _written(number: float) -> str:
    return f"{number + 0:.12g}".replace("-", "−")


def kept(page: Page) -> Iterator[str]:
    """The address brings back what was drawn; the button takes all back."""
    page.wait_for_timeout(400)
    before = page.locator(".live-regions .stage").inner_html()
    page.goto(page.url)
    if page.locator(".live-regions .stage").inner_html() != before:
        yield f"{page.url} draws something else than was drawn"
    page.locator(".live-regions .reset").click()
    page.wait_for_timeout(400)
    if "?" in page.url:
        yield f"after the button the address is still {page.url}"


def by_hand(page: Page, address: str) -> Iterator[str]:
    """Mouse, keys, and what is spoken."""
    page.goto(address)
    figure = page.locator(".live-regions")
    figure.locator("svg").scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # what was near is laid out, and has found its place
    box = figure.locator("svg").bounding_box()
    assert box
    before = figure.locator(".readout").inner_text()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    dragged = figure.locator(".readout").inner_text()
    figure.locator("[name=x1]").press("ArrowRight")
    if len({before, dragged, figure.locator(".readout").inner_text()}) < 3:
        yield "the point does not follow the mouse or the keys"
    page.wait_for_timeout(700)
    if figure.locator("[role=status]").inner_text() != figure.locator(".readout").inner_text():
        yield "what is shown is not spoken"
