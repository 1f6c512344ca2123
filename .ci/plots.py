"""The plot of a function's page as a reader moves it: whatever is chosen, what is drawn and said is a row of the module's tables.

Part of .ci/browser.py; `python .ci/browser.py site plots` runs it alone.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

SEED, STATES, BY_HAND = 20261127, 170, 20  # moves on each page, on all of them more than a thousand; the first of them by a real mouse and keyboard
FUNCTIONS = ("gelu", "relu6", "step", "selu", "prelu", "swish")
ORDERS = ("value", "derivative", "second_derivative")
SCREENS = ((1280, 800), (360, 640))
FIRST = ("gelu", "softmax", "swiglu", "prelu", "maxout", "hard_swish")
NEAR = 0.02  # units of the drawing

DRAWN = """() => {
  const number = (element, name) => Number(element.getAttribute(name)), plot = document.querySelector(".plot"), shape = name => plot.querySelector(`.stage ${name}`)
  const place = element => element && !element.hasAttribute("hidden") ? [number(element, "cx"), number(element, "cy")] : null
  const line = shape(".tangent")
  return {
    at: Number(plot.querySelector(".stage").getAttribute("aria-valuenow")), said: plot.querySelector(".stage").getAttribute("aria-valuetext"),
    shown: [...plot.querySelectorAll(".readout [data-of]")].map(output => output.value),
    places: [shape(".point"), shape(".dot.derivative:not(.other)"), shape(".dot.second_derivative:not(.other)")].map(place),
    tangent: line.hasAttribute("hidden") ? null : ["x1", "y1", "x2", "y2"].map(name => number(line, name)),
    box: shape("svg").dataset.box.split(" ").map(Number), window: shape("svg").dataset.window.split(" ").map(Number),
    chosen: [...plot.querySelectorAll("[name=show]")].map(box => box.checked),
  }
}"""

# The same moves as events of the page, one after the other: what is drawn after each.
MOVES = f"""async moves => {{
  const drawn = {DRAWN}, plot = document.querySelector(".plot"), stage = plot.querySelector(".stage"), box = stage.getBoundingClientRect(), found = []
  for (const [across, key, tick] of moves) {{
    if (key) stage.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true, cancelable: true }}))
    else stage.dispatchEvent(new PointerEvent("pointermove", {{ clientX: box.left + across * box.width, clientY: box.top + box.height / 2, pointerType: "mouse", bubbles: true }}))
    if (tick !== null) plot.querySelectorAll("[name=show]")[tick].click()
    await new Promise(resolve => setTimeout(resolve))
    found.push(drawn())
  }}
  return found
}}"""
KEYS = ("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End")


def checks(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Every fault of the plots."""
    for name in FUNCTIONS:
        yield from moved(browser, base, site, name)
    yield from compared(browser, base, site)
    yield from bent(browser, base, site)
    yield from first_screens(browser, base)
    yield from still(browser, base)


def moved(browser: Browser, base: str, site: Path, name: str) -> Iterator[str]:
    """Random drags and keys: the point, the dots and the tangent stand where the row of the table belongs, and its numbers are shown."""
    chance, page = random.Random(f"{SEED} {name}"), browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.goto(f"{base}en/functions/{name}/")
    if page.evaluate(f"'curves/{name}' in tables"):
        yield f"{name}: the table is read before anyone touches the plot"
    table = json.loads((site / "data" / "curves" / f"{name}.json").read_text("utf-8"))
    stage = page.locator(".plot .stage")
    stage.focus()
    page.wait_for_function(f"'curves/{name}' in tables && document.querySelector('.plot .stage').getAttribute('aria-valuetext').includes('f(x)')")
    box = stage.bounding_box()
    assert box
    moves = [
        (chance.random(), chance.choice(KEYS) if chance.random() < 0.5 else "", chance.randrange(3) if chance.random() < 0.1 else None) for _ in range(STATES)
    ]
    for across, key, tick in moves[:BY_HAND]:
        if key:
            stage.press(key)
        else:
            page.mouse.move(box["x"] + across * box["width"], box["y"] + box["height"] * 0.5)
        if tick is not None:
            page.locator(".plot [name=show]").nth(tick).click()
        faults += away(page.evaluate(DRAWN), table)
    walked = page.evaluate(MOVES, moves[BY_HAND:])
    for drawn in walked:
        faults += away(drawn, table)
    if (stood := len({drawn["at"] for drawn in walked})) < STATES // 4:
        faults.append(f"after {len(walked)} moves the point has stood at {stood} places only")
    yield from (f"{name}: {fault}" for fault in faults[:3])
    page.wait_for_timeout(400)
    stage.press("ArrowLeft")
    page.wait_for_timeout(400)
    before = page.evaluate(DRAWN)
    page.goto(page.url)
    page.wait_for_function("document.querySelector('.plot .stage').getAttribute('aria-valuetext').includes('f(x)')")
    if (after := page.evaluate(DRAWN)) != before:
        yield f"{name}: {page.url} shows {after['said']}, and was {before['said']}"
    page.close()


def compared(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """A second function is drawn and read from its own table, beside the first, and the address brings it back."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{base}en/functions/gelu/?x=1")
    page.locator(".plot .with").click()
    page.locator(".plot select[name=with]").select_option("relu")
    table = json.loads((site / "data" / "curves" / "relu.json").read_text("utf-8"))
    for at in (1.0, 1.05):
        page.locator(".plot .second:not([hidden])").wait_for()
        page.wait_for_timeout(300)
        row, window = table["x"].index(at), [float(each) for each in str(page.locator(".stage svg").get_attribute("data-window")).split()]
        box = [float(each) for each in str(page.locator(".stage svg").get_attribute("data-box")).split()]
        shown = page.locator(".plot .second output").evaluate_all("outputs => outputs.map(output => output.value)")
        if shown != [spelt(table[order][row]) for order in ORDERS]:
            yield f"at {at} ReLU is read as {shown}"
        wanted = box[3] - (table["value"][row] - window[1]) / (window[2] - window[1]) * (box[3] - box[2])
        if abs(float(str(page.locator(".dot.value.other").get_attribute("cy"))) - wanted) > NEAR:
            yield f"at {at} the point of ReLU does not stand at {wanted}"
        page.locator(".plot .stage").press("ArrowRight")
    page.wait_for_timeout(400)
    if "with=relu" not in page.url:
        yield f"the address forgets the second function: {page.url}"
    page.goto(page.url)
    page.locator(".plot .second:not([hidden])").wait_for()
    if page.locator(".plot .second b").inner_text() != "ReLU" or not page.locator(".plot .line.value.other").get_attribute("d"):
        yield f"{page.url} does not bring ReLU back"
    page.close()


def bent(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Each slider goes through its tables; what is drawn is the row of the table of that value, and the address brings it back."""
    for name in ("swish", "selu", "hard_sigmoid"):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{base}en/functions/{name}/")
        page.locator(".plot .sliders summary").click()
        for slider in page.locator(".plot .sliders input").all():
            parameter, values = str(slider.get_attribute("name")), str(slider.get_attribute("data-values")).split()
            script = (site / "data" / "parameters" / name / f"{parameter}.js").read_text("utf-8")
            tables = json.loads(script.partition("=")[2])
            slider.press("Home")
            for at, value in enumerate(values):
                page.wait_for_timeout(400)
                drawn = page.evaluate(DRAWN)
                usual = at == int(str(slider.get_attribute("data-usual")))
                table = json.loads((site / "data" / "curves" / f"{name}.json").read_text("utf-8")) if usual else tables[at]
                yield from (f"{name} with {parameter} = {value}: {fault}" for fault in away(drawn, table))
                if slider.get_attribute("aria-valuetext") != f"{parameter} = {value.replace('-', '−')}":
                    yield f"{name}: the slider says {slider.get_attribute('aria-valuetext')}, not {parameter} = {value}"
                if page.locator(".plot .known").is_visible() != usual or page.locator(".plot .mark >> visible=true").count() > 9 * usual:
                    yield f"{name} with {parameter} = {value}: the landmark of the defaults is {'hidden' if usual else 'shown'}"
                if (f"{parameter}={value}" in page.url) == usual:
                    yield f"{name} with {parameter} = {value}: the address is {page.url}"
                slider.press("ArrowRight")
            page.wait_for_timeout(400)
            before = page.evaluate(DRAWN)
            page.goto(page.url)
            page.wait_for_timeout(600)
            if (after := page.evaluate(DRAWN)) != before:
                yield f"{name}: {page.url} shows {after['said']}, and was {before['said']}"
            page.locator(".plot .sliders summary").click()
        page.close()


def away(drawn: dict[str, Any], table: dict[str, list[float]]) -> Iterator[str]:
    """How what is drawn differs from the row at its x; at a kink the middle one of three."""
    x = drawn["at"]
    if x not in table["x"]:
        yield f"{x} is no row of the table"
        return
    row = table["x"].index(x) + (table["x"].count(x) > 1)
    left, right, top, bottom = drawn["box"]
    reach, low, high = drawn["window"]

    def place(y: float) -> tuple[float, float]:
        return left + (x + reach) / (2 * reach) * (right - left), bottom - (y - low) / (high - low) * (bottom - top)

    for order, at, chosen in zip(ORDERS, drawn["places"], drawn["chosen"], strict=True):
        y = table[order][row]
        if (at is not None) != (chosen and low <= y <= high):
            yield f"at {x} the point of the {order} {y} is {'drawn' if at else 'hidden'}"
        elif at and max(abs(a - b) for a, b in zip(at, place(y), strict=True)) > NEAR:
            yield f"at {x} the point of the {order} stands at {at}, not {place(y)}"
    if drawn["tangent"]:
        x1, y1, x2, y2 = drawn["tangent"]
        cx, cy = place(table["value"][row])
        tilt = table["derivative"][row] * (top - bottom) / (high - low) / ((right - left) / (2 * reach))
        if abs((x1 + x2) / 2 - cx) + abs((y1 + y2) / 2 - cy) > NEAR or abs((y2 - y1) - tilt * (x2 - x1)) > NEAR * max(1.0, abs(tilt)):
            yield f"at {x} the tangent from {x1, y1} to {x2, y2} has not the slope {table['derivative'][row]}"
    wanted = [spelt(x), *(spelt(table[order][row]) for order in ORDERS)]
    if drawn["shown"] != wanted or any(number not in drawn["said"] for number in wanted):
        yield f"at {x} it shows {drawn['shown']} and says {drawn['said']!r}, not {wanted}"


def spelt(number: float) -> str:
    mantissa, _, exponent = f"{number:.4g}".partition("e")
    plain = f"{number:.10f}".rstrip("0").rstrip(".") if exponent and abs(int(exponent)) <= 6 else mantissa  # JavaScript writes 0.000001 so
    return (plain if plain != mantissa or not exponent else f"{mantissa} × 10^{int(exponent)}").replace("-", "−")


def first_screens(browser: Browser, base: str) -> Iterator[str]:
    """Name, sentence, formula, plot and the first lines of the code stand in the first screen, and nothing in it moves when the plot is touched."""
    for name, language, (width, height) in product(FIRST, ("en", "zh-Hant", "zh-Hans"), SCREENS):
        page, where = browser.new_page(viewport={"width": width, "height": height}), f"{language}/ {name} at {width} px"
        page.goto(f"{base}{language}/functions/{name}/")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        before = _bottoms(page)
        yield from (f"{where}: {what} ends at {at:.0f}" for what, at in before.items() if not 0 < at <= height)
        if page.locator(".plot").count():
            page.locator(".plot .stage").focus()
            page.locator(".plot .stage").press("End")
            page.wait_for_timeout(300)
            if (after := _bottoms(page)) != before:
                yield f"{where}: touching the plot moves {before} to {after}"
        page.close()


def _bottoms(page: Page) -> dict[str, float]:
    """Where these end; of the code its first line."""
    found: dict[str, float] = page.evaluate(
        """() => Object.fromEntries(Object.entries({ name: "h1", sentence: ".lede", formula: ".beside math", plot: ".plot .readout, .beside > figure img", tabs: ".tabbed-labels" })
          .map(([what, selector]) => [what, document.querySelector(selector).getBoundingClientRect().bottom])
          .concat([["code", document.querySelector(".tabbed-content pre code").getClientRects()[0].top + 20]]))"""
    )
    return found


def still(browser: Browser, base: str) -> Iterator[str]:
    """Without scripts the drawing and the table are there."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{base}en/functions/gelu/")
    page.locator(".plot summary").first.click()
    if not page.locator(".plot .line.value").is_visible() or page.locator(".plot tbody tr >> visible=true").count() < 5:
        yield "without scripts the plot is no still figure with a table"
    if page.locator(".plot [name=show]").first.is_visible() or page.locator(".plot .stage[role=slider]").count():
        yield "without scripts the plot offers what it cannot do"
    page.context.close()
