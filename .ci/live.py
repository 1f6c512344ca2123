"""Every figure that a reader moves, on whichever page it stands: by keys, mouse and touch; what it says and where it draws is what its file in scripts/figures computes.

Part of .ci/browser.py; `python .ci/browser.py site live` runs it alone.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from playwright.sync_api import Browser, Page

sys.path += [str(Path(__file__).parent.parent / folder) for folder in ("src", "scripts")]
from drawing.live import FINE, RAISED, Live
from language.words import Words

SEED, STATES = 20261127, 1000  # of all figures together
NEAR = 0.06  # pixels, as places are written to a tenth; another processor may round to the next place of the table, or the last digit of a number

LOWERED = {raised: plain for plain, raised in RAISED.items()}

# Puts the controls into a state and reads what is drawn and said there.
SHOWN = """([name, states]) => {
  const figure = document.getElementById(name), inputs = [...figure.querySelectorAll(".controls :is(select, input)")]
  return states.map(state => {
    inputs.forEach((input, i) => { if (input.type === "checkbox") input.checked = Boolean(state[i]); else if (input.type === "range") input.value = state[i]; else input.selectedIndex = state[i] })
    inputs[0].dispatchEvent(new Event("input"))
    return {
      said: [...figure.querySelectorAll(".readout dd")].map(slot => slot.textContent),
      drawn: [...figure.querySelectorAll(".stage path:not(.axis)")].map(path => path.getAttribute("d")),
    }
  })
}"""
BOXES = """name => [...document.querySelectorAll(`#${name} .stage clipPath rect`)].map(rect => ["x", "y", "width", "height"].map(each => Number(rect.getAttribute(each))))"""
SAID = """name => JSON.stringify([[...document.querySelectorAll(`#${name} .readout dd`)].map(slot => slot.textContent), [...document.querySelectorAll(`#${name} .stage path`)].map(path => path.getAttribute("d"))])"""
SPOKEN = """name => [...document.querySelectorAll(`#${name} [type=range]`)].map(slider => slider.getAttribute("aria-valuetext")).join("\\n") + document.querySelector(`#${name} [role=status]`).textContent"""

UNSEEN = """name => [...document.querySelectorAll(`#${name} .stage path`)].filter(path => (({ fill, stroke }) => fill === "none" && stroke === "none")(getComputedStyle(path))).map(path => path.className.baseVal)"""


def places(site: Path) -> dict[str, str]:
    """The page of each figure, from the root of a language."""
    found = {}
    for path in sorted((site / "en").rglob("index.html")):
        for name in re.findall(r'<figure id="(\w+)" class="figure live"', path.read_text("utf-8")):
            found.setdefault(name, path.parent.relative_to(site / "en").as_posix() + "/")
    return found


def checks(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Every fault of these figures."""
    found = places(site)
    if len(found) < 3:
        yield f"the site has only {', '.join(found) or 'no'} figures that a reader moves"
    for number, (name, page) in enumerate(found.items()):
        language = ("en", "zh-Hant", "zh-Hans")[number % 3]
        yield from (f"{language}/{page}#{name}: {fault}" for fault in moved(browser, f"{base}{language}/{page}", name, language, STATES // len(found) + 1))
        still = browser.new_context(java_script_enabled=False).new_page()
        still.goto(f"{base}{language}/{page}")
        figure = still.locator(f"#{name}")
        if not figure.locator("img").is_visible() or figure.locator(".controls").is_visible():
            yield f"{language}/{page}#{name}: without scripts it is no still figure, or offers what it cannot do"
        figure.locator("summary").last.click()
        if figure.locator("tbody tr >> visible=true").count() < 3:
            yield f"{language}/{page}#{name}: without scripts it has no table"
        still.context.close()


def near(page: Page, address: str, name: str) -> None:
    """Open the page, and wait until the figure has come."""
    page.goto(address)
    page.locator(f"#{name} .controls").scroll_into_view_if_needed()
    page.locator(f"#{name} .stage path.axis").first.wait_for(state="attached")


def moved(browser: Browser, address: str, name: str, language: str, states: int) -> Iterator[str]:
    page = browser.new_context(viewport={"width": 1000, "height": 900}, has_touch=True).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    near(page, address, name)
    figure, live = page.locator(f"#{name}"), import_module(f"figures.{name}").live
    yield from (f"what looks like {look!r} has neither line nor area" for look in page.evaluate(UNSEEN, name))
    at_first = page.evaluate(SAID, name)
    yield from by_hand(page, name)
    page.wait_for_timeout(300)
    before, asked = page.evaluate(SAID, name), page.url
    if f"{name}=" not in asked or before == at_first:
        yield f"it has been moved, and the address is {asked}"
    near(page, asked, name)
    if page.evaluate(SAID, name) != before:
        yield f"{asked} does not bring back what it showed"
    yield from beside(page, name, live, language, states)
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_timeout(200)
    yield from beside(page, name, live, language, 3)
    if figure.locator(".stage").bounding_box()["width"] > 360:  # type: ignore[index]
        yield "it is wider than a phone"
    yield from faults
    page.context.close()


def by_hand(page: Page, name: str) -> Iterator[str]:
    """Each control answers the keyboard, each panel with a slide mouse and finger; and each time it says something else."""
    figure, spoken = page.locator(f"#{name}"), page.evaluate(SPOKEN, name)
    for control in figure.locator(".controls :is(select, input)").all():
        kind = control.get_attribute("type") or "list"
        control.focus()
        page.keyboard.press("Space" if kind == "checkbox" else "ArrowDown" if kind == "list" else "ArrowLeft")
        if (now := page.evaluate(SPOKEN, name)) == spoken:
            page.keyboard.press("Space" if kind == "checkbox" else "ArrowUp" if kind == "list" else "ArrowRight")
            if (now := page.evaluate(SPOKEN, name)) == spoken:
                yield f"the {kind} {control.get_attribute('name')} does not answer the keyboard"
        spoken = now
    for drag in figure.locator(".drag").all():
        drag.scroll_into_view_if_needed()
        box = drag.bounding_box()
        assert box
        for way, at in (("mouse", 0.2), ("touch", 0.7)):
            x, y = box["x"] + at * box["width"], box["y"] + 0.5 * box["height"]
            if way == "touch":
                page.touchscreen.tap(x, y)
            else:
                page.mouse.move(x + 0.3 * box["width"], y)
                page.mouse.down()
                page.mouse.move(x, y)
                page.mouse.up()
            if (now := page.evaluate(SPOKEN, name)) == spoken:
                yield f"it does not answer {way}"
            spoken = now


def same(shown: str, wanted: str) -> bool:
    """The same words, or numbers that differ by no more than one in the last of three digits."""
    if shown == wanted:
        return True
    numbers = [re.fullmatch(r"(−?[\d.]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?", text) for text in (shown, wanted)]
    read = [float(each[1].replace("−", "-")) * 10.0 ** int((each[2] or "⁰").translate(LOWERED)) for each in numbers if each]
    return len(read) == 2 and abs(read[0] - read[1]) <= 0.0101 * abs(read[1])


def beside(page: Page, name: str, live: Live, language: str, count: int) -> Iterator[str]:
    """In random states: each number and word said, and each place drawn, is what the figure's file says."""
    chance, controls = random.Random(f"{SEED} {name} {count}"), list(live.controls.items())
    states = [[chance.randrange(len(control.values())) for _, control in controls] for _ in range(count)]
    boxes = page.evaluate(BOXES, name)
    for at, shown in zip(states, page.evaluate(SHOWN, [name, states]), strict=True):
        state = {control: each.values()[place] for (control, each), place in zip(controls, at, strict=True)}
        wanted = [each.into(language) if isinstance(each, Words) else each for each in live.said(state).values()]
        if not all(map(same, shown["said"], wanted)):
            yield f"at {state} it says {shown['said']}, not {wanted}"
            return
        for (part, points), path in zip(live.drawn(state).items(), shown["drawn"], strict=True):
            look, box = live.parts[part].look, boxes[live.parts[part].panel]
            expected = [
                (box[0] + x / FINE * box[2], box[1] + box[3] - y / FINE * box[3])
                for x, y in points
                if x is not None and y is not None and (not look.startswith("dots") or max(abs(x - FINE / 2), abs(y - FINE / 2)) <= FINE / 2 + 40)
            ]
            drawn = [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]
            if look.startswith("bars"):
                drawn = [(float(x), float(y)) for x, y in re.findall(r"M(-?[\d.]+) -?[\d.]+V(-?[\d.]+)", path)]
            if len(drawn) != len(expected):
                yield f"at {state} {part} is drawn with {len(drawn)} points, not {len(expected)}"
                return
            for one, other in zip(drawn, expected, strict=True):
                if any(abs(a - b) > NEAR + room / FINE for a, b, room in zip(one, other, box[2:], strict=True)):
                    yield f"at {state} a point of {part} is drawn at {one}, not at {other}"
                    return
