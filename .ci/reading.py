"""The pages as all kinds of readers meet them: the first screens of the home page, phones, keyboards, screen readers, other contrasts, titles, figures.

Part of .ci/browser.py, which runs it on the built site; `python .ci/browser.py site home phones` runs these two parts alone.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 640}
KINDS = {
    "home": "",
    "chapter": "guide/vanishing/",
    "function": "functions/gelu/",
    "claim": "claims/relu-never-vanishes/",
    "claims": "claims/",
    "derivation": "derivations/zig-zag/",
    "lab": "labs/zigzag/",
    "index": "functions/",
    "comparison": "reference/compare/",
    "accuracy": "reference/accuracy/",
    "libraries": "reference/frameworks/",
    "glossary": "glossary/",
}
"""A page of each kind."""
PATIENCE = 120_000  # milliseconds: a busy machine is no fault of the page
DAY = 86_400  # seconds
CURVES, CURVES_ON_A_PHONE, DOORS_ON_A_PHONE = 24, 6, 2
TARGET = 24  # pixels: the least that a finger hits (WCAG 2.5.8)
STICKS = 0.5  # of a phone's width: the most that the column which stays may take
DEPENDS = ("color-contrast", "scrollable-region-focusable", "target-size", "link-in-text-block")
"""Rules of axe whose answer depends on the width of the window, the first of them on light and dark too; the others need asking once a page."""
MOVED = (
    "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) moved += e.value }))"
    ".observe({ type: 'layout-shift', buffered: true })"
)


BY_KEYS = 'dispatchEvent(new KeyboardEvent("keydown", { key: "Tab" }))'
"""What tells a page that its reader goes by the Tab key: then all of it is laid out, and what scrolls is made reachable."""


def opened(browser: Browser, address: str, viewport: dict[str, int] = WIDE, **options: Any) -> Page:
    page = browser.new_context(viewport=viewport, **options).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.add_init_script(MOVED)
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    return page


def checks(browser: Browser, base: str, site: Path, whole: bool) -> dict[str, Iterator[str]]:
    """The parts, by the names that the command line takes; in the whole, axe looks at every page in every way."""
    return {
        "home": home(browser, base),
        "a saying a day": sayings(browser, base, site),
        "phones": phones(browser, base),
        "axe": axe(browser, base, whole),
        "keyboard": keyboard(browser, base),
        "preferences": preferences(browser, base),
        "formulas aloud": aloud(browser, base),
        "titles": titles(browser, base),
        "figures": figures(browser, base, site),
    }


# ---- the home page ---------------------------------------------------------------------------

SEEN = """selector => [...document.querySelectorAll(selector)].filter(element => {
  const box = element.getBoundingClientRect()
  return box.width && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && element.checkVisibility({ visibilityProperty: true })
}).length"""


def home(browser: Browser, base: str) -> Iterator[str]:
    """What the first screen shows, whole, and that nothing in it moves."""
    for language in LANGUAGES:
        for viewport, curves, doors in ((WIDE, CURVES, 4), (PHONE, CURVES_ON_A_PHONE, DOORS_ON_A_PHONE)):
            page = opened(browser, f"{base}{language}/", viewport)
            wanted = {".wall a[href*=functions] svg": curves, ".sayings li .said a": 1, ".sayings li .verdict": 1, ".find input": 1, ".doors a": doors}
            for selector, least in wanted.items():
                if (seen := page.evaluate(SEEN, selector)) < least:
                    yield f"{language}/ at {viewport['width']} px: the first screen shows {seen} of {selector}, not {least}"
            page.wait_for_timeout(300)
            moved = page.evaluate("moved")
            if moved:  # whether the font of the formulas comes before or after the first paint is a race on a busy machine: the middle of three loads counts
                moved = sorted([moved, *(_moved(browser, f"{base}{language}/", viewport) for _ in range(2))])[1]
            if moved:
                yield f"{language}/ at {viewport['width']} px: the layout moves by {moved:.4f}"
            folded = page.locator(".cite summary").first
            if page.locator(".cite-reference").is_visible() or folded.bounding_box()["height"] > 40:  # type: ignore[index]
                yield f"{language}/: the citation is not folded to one line"
            page.context.close()
    page = opened(browser, f"{base}en/")
    page.locator(".find input").fill("GELU")
    page.locator(".find input").press("Enter")
    try:
        page.locator('.md-search-result__item > a[href*="functions/gelu/"]').first.wait_for(timeout=5000)
    except Exception:
        yield "the search field of the home page does not find GELU"
    page.context.close()


def _moved(browser: Browser, address: str, viewport: dict[str, int]) -> float:
    page = opened(browser, address, viewport)
    page.wait_for_timeout(300)
    moved = float(page.evaluate("moved"))
    page.context.close()
    return moved


TALLER = """() => {
  const room = document.querySelector(".sayings .room").getBoundingClientRect().height, shown = document.querySelector(".sayings li")
  const sayings = document.querySelector(".sayings noscript").textContent.split("<li>").slice(1)
  return sayings.filter(saying => { shown.innerHTML = saying; return shown.getBoundingClientRect().height > room + .5 })
}"""


def sayings(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Another saying every day by the date in UTC, the same for all; each stands in the same room; and one without scripts."""
    shown: dict[str, list[str]] = {}
    for language in LANGUAGES:
        page = browser.new_context(viewport=PHONE, timezone_id="Asia/Taipei" if language != "en" else "America/Los_Angeles").new_page()  # type: ignore[arg-type]
        page.goto(f"{base}{language}/")
        listed = re.findall(r'<li>.*?href="([^"]+)"', page.locator(".sayings noscript").text_content() or "", re.S)
        count = len(listed)
        places = set()
        for day in range(20_000, 20_000 + count + 1):
            page.clock.set_fixed_time(datetime.fromtimestamp(day * DAY + (1 if day % 2 else DAY - 1), UTC))
            page.add_script_tag(url=f"{base}assets/today.js")
            seen = page.locator(".sayings li a >> visible=true")
            shown.setdefault(language, []).append(str(seen.get_attribute("href")))
            place = listed.index(shown[language][-1])
            places.add(page.evaluate("document.querySelector('.doors').getBoundingClientRect().top"))
            if place != day % count or seen.count() != 1:
                yield f"{language}/: on day {day} the saying shown is number {place} of {count}"
        if len(set(shown[language])) != count or shown[language][0] != shown[language][-1]:
            yield f"{language}/: {count} days show {len(set(shown[language]))} of {count} sayings"
        if len(places) > 1:
            yield f"{language}/: what stands below the saying moves with it: {sorted(places)}"
        for width in (320, 480, 700, 900, 1000, 1280, 1700):
            page.set_viewport_size({"width": width, "height": 740})
            if over := page.evaluate(TALLER):
                yield f"{language}/ at {width} px: the room of the sayings is too low for {over}"
        page.context.close()
    if len({tuple(addresses) for addresses in shown.values()}) > 1:
        yield "the languages show different sayings on one day"
    for address, scripts in ((f"{base}en/", False), ((site / "en" / "index.html").as_uri(), True)):
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.goto(address)
        if page.evaluate("1") and page.locator(".sayings .said >> visible=true").count() != 1:
            yield f"{address}, scripts {'on' if scripts else 'off'}: not one saying is shown"
        page.context.close()


# ---- phones ----------------------------------------------------------------------------------

TABLES = """() => [...document.querySelectorAll("article .scroll")].flatMap(frame => {
  const cell = frame.querySelector("tbody tr > :first-child"), name = frame.textContent.trim().replace(/\\s+/g, " ").slice(0, 40)
  if (!cell || !frame.checkVisibility()) return []
  const faults = [], box = () => cell.getBoundingClientRect(), room = document.documentElement.clientWidth
  if (frame.scrollWidth > frame.clientWidth + 1) {
    frame.scrollLeft = frame.scrollWidth
    if (box().left < -1 || box().right > room) faults.push(`${name}: its first column scrolls out of view`)
    if (box().width > STICKS * room) faults.push(`${name}: the column that stays takes ${Math.round(box().width)} px`)
    frame.scrollLeft = 0
  }
  for (const verdict of frame.querySelectorAll(".verdict"))
    if (verdict.getBoundingClientRect().right > room) faults.push(`${name}: a verdict is out of view`)
  return faults
})""".replace("STICKS", str(STICKS))
SMALL = """least => [...document.querySelectorAll("article :is(input, select, button, [role=slider])")].filter(element => element.checkVisibility() && !element.closest("pre, nav.md-code__nav") && !element.matches(".tabbed-set > input")).flatMap(element => {
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) < least ? [`${element.tagName.toLowerCase()} ${element.name ?? ""} ${element.type ?? ""} is ${Math.round(width)} by ${Math.round(height)} px`] : []
})"""


def phones(browser: Browser, base: str) -> Iterator[str]:
    """Each kind of page on a phone: tables, verdicts, forms, what a finger hits, what a keyboard reaches, where titles break."""
    for language in LANGUAGES:
        page = opened(browser, f"{base}{language}/", PHONE)
        for rest in KINDS.values():
            page.goto(f"{base}{language}/{rest}", wait_until="load")
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            page.evaluate(BY_KEYS)
            faults = page.evaluate(TABLES) + page.evaluate(FRAMES) + page.evaluate(SKIPPED) + [f"a word is cut: {cut}" for cut in page.evaluate(CUT)]
            yield from (f"{language}/{rest}: {fault}" for fault in faults)
            button = page.locator("button.unfold")
            if button.count():
                yield from (f"{language}/{rest}: {fault}" for fault in folded(page))
            yield from (f"{language}/{rest}: {fault}" for fault in dict.fromkeys(page.evaluate(SMALL, TARGET)))
        page.goto(f"{base}{language}/{KINDS['comparison']}")
        panel = page.locator(".stage clipPath rect").first
        panel.wait_for(state="attached")
        foot = page.evaluate(
            "(e => e.closest('svg').getBoundingClientRect().top + Number(e.getAttribute('y')) + Number(e.getAttribute('height')))(document.querySelector('.stage clipPath rect'))"
        )
        if foot > PHONE["height"]:
            yield f"{language}/{KINDS['comparison']}: the picture ends at {foot:.0f} px, below the first screen"
        page.context.close()


def folded(page: Page) -> Iterator[str]:
    """The filters are folded, after the first result; the button unfolds and folds them, and what is chosen stays."""
    button, form = page.locator("button.unfold"), page.locator("button.unfold + form")
    first = page.locator(".overview tbody tr:not([hidden]), .stage").first
    if form.is_visible():
        yield "the filters are not folded"
    if page.evaluate("([a, b]) => a.getBoundingClientRect().top < b.getBoundingClientRect().top", [button.element_handle(), first.element_handle()]):
        yield "the filters come before the first result"
    for state in (True, False):
        button.press("Enter")
        if form.is_visible() is not state or button.get_attribute("aria-expanded") != str(state).lower():
            yield f"the button does not {'unfold' if state else 'fold'} the filters"
        if state:
            yield from dict.fromkeys(page.evaluate(SMALL, TARGET))


# ---- axe -------------------------------------------------------------------------------------

# What axe cannot decide, mostly because a picture lies behind: the colour of the letters on the colours behind them, one over the other.
CONTRAST = """targets => targets.flatMap(target => {
  const element = target.length === 1 && document.querySelector(target[0])
  if (!element || !element.textContent.trim()) return []
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255] }
  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a))
  const lightness = colour => colour.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0)
  const chain = []
  for (let e = element; e; e = e.parentElement) chain.unshift(e)
  const behind = chain.reduce((under, e) => over(rgba(getComputedStyle(e).backgroundColor), under), [255, 255, 255])
  const style = getComputedStyle(element), size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700)
  const [light, dark] = [lightness(over(rgba(style.fill !== "none" && element instanceof SVGElement ? style.fill : style.color), behind)), lightness(behind)].sort((a, b) => b - a)
  const ratio = (light + .05) / (dark + .05)
  return ratio < (large ? 3 : 4.5) ? [`${target[0]}: ${element.textContent.trim().slice(0, 30)} has a contrast of ${ratio.toFixed(2)}`] : []
})"""


LOOKS = [(scheme, viewport) for scheme in ("light", "dark") for viewport in (WIDE, PHONE)]


def axe(browser: Browser, base: str, whole: bool) -> Iterator[str]:
    """No violation on any kind of page: three languages, light and dark, wide and on a phone.

    Each kind of page is asked in one language and one of the four looks, the next kind in the next; in the whole, each in all of them.
    """
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    for turn, language in enumerate(LANGUAGES):
        for at, rest in enumerate(KINDS.values()):
            if not whole and at % len(LANGUAGES) != turn:
                continue
            page = opened(browser, f"{base}{language}/{rest}", reduced_motion="reduce")
            page.evaluate(BY_KEYS)
            page.evaluate(script)
            looks = LOOKS if whole else [LOOKS[at % len(LOOKS)]]
            for scheme, viewport in looks:
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                page.set_viewport_size(viewport)  # type: ignore[arg-type]
                page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 120)))")  # regions.js makes reachable what now scrolls
                rules = None if (scheme, viewport) == looks[0] else list(DEPENDS) if scheme == "light" else ["color-contrast"]
                found = page.evaluate(
                    "rules => axe.run(document, { resultTypes: ['violations', 'incomplete'], ...rules && { runOnly: { type: 'rule', values: rules } } })"
                    ".then(({ violations, incomplete }) => ({ violations, unsure: incomplete.filter(r => r.id === 'color-contrast').flatMap(r => r.nodes.map(n => n.target)) }))",
                    rules,
                )
                here = f"{language}/{rest} ({scheme}, {viewport['width']} px)"
                for violation in found["violations"]:
                    nodes = violation["nodes"]
                    yield f"{here}: {violation['id']}: {len(nodes)} times, first {nodes[0]['target']} {nodes[0]['failureSummary'][:160]}"
                yield from (f"{here}: {fault}" for fault in page.evaluate(CONTRAST, found["unsure"])[:3])
            page.context.close()


# ---- keyboard --------------------------------------------------------------------------------

FRAMES = """() => [...document.querySelectorAll("article *")].flatMap(frame => {
  if (!["auto", "scroll"].includes(getComputedStyle(frame).overflowX) || frame.scrollWidth <= frame.clientWidth + 1 || !frame.checkVisibility()) return []
  const name = `${frame.tagName.toLowerCase()}.${frame.className}: ${frame.textContent.trim().slice(0, 30)}`
  if (frame.tabIndex < 0) return [`${name} scrolls and takes no focus`]
  if (!frame.matches("pre, pre > code, dd") && !frame.ariaLabel) return [`${name} scrolls and has no name`]
  return []
})"""
SKIPPED = """() => [...document.querySelectorAll("article :is(a[href], button, input, select, summary)")]
  .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex < 0 && !element.closest(".md-code__nav"))
  .map(element => `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 30)} is left out by the Tab key`)"""


def keyboard(browser: Browser, base: str) -> Iterator[str]:
    """A frame that has focus moves with the arrow keys; on the home page Tab leaves nothing out. (Whether each frame can have it: see phones.)"""
    page = opened(browser, f"{base}en/{KINDS['libraries']}", PHONE)
    page.evaluate(BY_KEYS)
    frame = page.locator("article .scroll[tabindex]").first
    frame.wait_for()
    frame.press("ArrowRight")
    page.wait_for_timeout(300)
    if not frame.evaluate("frame => frame.scrollLeft"):
        yield f"en/{KINDS['libraries']}: a frame that has focus does not scroll by the arrow key"
    page.context.close()
    page = opened(browser, f"{base}en/")
    page.locator(".md-skip").focus()
    page.evaluate(
        "window.told = element => element === null ? '' : [element.tagName, element.getAttribute('href') ?? element.name, element.textContent].join(' ').slice(0, 80)"
    )
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(str(page.evaluate("told(document.activeElement)")))
    wanted = page.evaluate("[...document.querySelectorAll('.wall a, .sayings li a, .doors a, .find :is(input, button)')].map(told)")
    yield from (f"en/: Tab does not reach {element}" for element in {*wanted} - reached)
    page.context.close()


# ---- what a reader's system asks for ---------------------------------------------------------


def preferences(browser: Browser, base: str) -> Iterator[str]:
    """Less motion, more contrast, colours of the system."""
    for rest in ("", KINDS["claims"], KINDS["index"]):
        page = opened(browser, f"{base}en/{rest}", reduced_motion="reduce")
        still = "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return (s.transitionProperty !== 'none' && parseFloat(s.transitionDuration)) || s.animationName !== 'none' || s.scrollBehavior === 'smooth' }).length"
        if moving := page.evaluate(still):
            yield f"en/{rest}: {moving} elements move though less motion is asked for"
        page.context.close()
    for scheme in ("light", "dark"):
        page = opened(browser, f"{base}en/", contrast="more", color_scheme=scheme)
        weak = page.evaluate(CONTRAST.replace("large ? 3 : 4.5", "7"), [[".page .lede"], [".wall li:nth-child(2) a"], [".sayings li .verdict"], [".doors a"]])
        yield from (f"en/ ({scheme}), where more contrast is asked for: {fault}" for fault in weak)
        page.context.close()
        page = opened(browser, f"{base}en/", forced_colors="active", color_scheme=scheme)
        for fault in page.evaluate("""() => {
          const system = name => { const probe = document.body.appendChild(document.createElement("i")); probe.style.color = name; const colour = getComputedStyle(probe).color; probe.remove(); return colour }
          const mark = getComputedStyle(document.querySelector(".sayings li .verdict"), "::before").backgroundColor, curve = getComputedStyle(document.querySelector(".wall path:not(.axis)")).stroke
          return [mark === system("CanvasText") ? "" : `the mark of a verdict is ${mark}`, curve === system("LinkText") ? "" : `a curve is ${curve}`].filter(Boolean)
        }"""):
            yield f"en/ ({scheme}), in the system's colours: {fault}"
        page.context.close()


# ---- formulas aloud --------------------------------------------------------------------------

UNSEEN = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\u200b\u00a0\u2009 \n"))
SPOKEN = 60  # formulas of a page


def aloud(browser: Browser, base: str) -> Iterator[str]:
    """In the tree that screen readers read, the letters and signs of each formula stand in the order of the formula."""
    for rest in (KINDS["function"], KINDS["chapter"], KINDS["derivation"]):
        page = opened(browser, f"{base}en/{rest}")
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}

        formulas = [node for node in nodes if node.get("role", {}).get("value") == "MathMLMath" and not node.get("ignored")]
        if not formulas:
            yield f"en/{rest}: no formula in the tree"
        for node in formulas[:SPOKEN]:
            found = session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})["object"]["objectId"]
            asked = {"objectId": found, "functionDeclaration": "function () { return this.textContent }", "returnByValue": True}
            written = session.send("Runtime.callFunctionOn", asked)["result"]["value"].translate(UNSEEN)
            read = "".join(_leaves(node, by_id)).translate(UNSEEN)
            if _letters(read) != _letters(written):
                yield f"en/{rest}: {written} is read as {read}"
        page.context.close()


def _letters(text: str) -> str:
    """A browser sets a letter in the italics of mathematics, which are letters of their own."""
    return unicodedata.normalize("NFKC", text)


def _leaves(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The words of a node and of what stands below it, in order."""
    if node.get("role", {}).get("value") == "StaticText":
        yield str(node["name"]["value"])
        return
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _leaves(by_id[child], by_id)


# ---- titles ----------------------------------------------------------------------------------

# Two letters of one piece of text on different lines, the first of them no punctuation: a word was cut. Pieces end where the build lets a line end.
CUT = """() => [...document.querySelectorAll(":is(h1, h2, h3), .sayings li .said")].flatMap(title => {
  const faults = [], walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), range = document.createRange()
  for (let text; text = walker.nextNode();) {
    if (text.parentElement.closest("math, .headerlink")) continue
    let before = null
    for (let i = 0; i < text.length; i++) {
      range.setStart(text, i); range.setEnd(text, i + 1)
      const line = range.getBoundingClientRect()
      if (before && line.top > before.top + 4 && /[\\u3400-\\u9fff]$/.test(text.data.slice(0, i)) && /^[\\u3400-\\u9fff]/.test(text.data.slice(i))) faults.push(`${text.data.slice(0, i)}|${text.data.slice(i)}`)
      if (line.width) before = line
    }
  }
  return faults
})"""


def titles(browser: Browser, base: str) -> Iterator[str]:
    """Chinese titles break between words, and the title of every kind of page begins at the same place."""
    lines = 0
    page = browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False
    ).new_page()  # as it stands in the file; phones reads the others
    page.set_default_timeout(PATIENCE)
    for rest in KINDS.values():
        page.goto(f"{base}zh-Hant/{rest}", wait_until="load")
        yield from (f"zh-Hant/{rest} at 320 px: a word is cut: {cut}" for cut in page.evaluate(CUT))
        lines += page.evaluate("(h => Math.round(h.clientHeight / parseFloat(getComputedStyle(h).lineHeight)) - 1)(document.querySelector('h1'))")
    page.context.close()
    if not lines:
        yield "no Chinese title is longer than a line"
    page = opened(browser, f"{base}en/")
    left: dict[float, list[str]] = {}
    for rest in filter(None, KINDS.values()):
        page.goto(f"{base}en/{rest}", wait_until="load")
        left.setdefault(round(page.evaluate("document.querySelector('h1').getBoundingClientRect().left")), []).append(rest)
    if len(left) > 1:
        yield f"titles begin at different places: {left}"
    page.context.close()


# ---- figures ---------------------------------------------------------------------------------

OUTSIDE = """([drawing, room]) => {
  document.body.innerHTML = drawing
  const svg = document.querySelector("svg"), { width, height } = svg.viewBox.baseVal
  const scale = svg.getBoundingClientRect().width / width, origin = svg.getBoundingClientRect()
  return [...svg.querySelectorAll("text")].flatMap(text => {
    const box = text.getBoundingClientRect(), right = (box.right - origin.left) / scale, left = (box.left - origin.left) / scale
    return right > width + room || left < -room ? [`${text.textContent} reaches from ${left.toFixed(0)} to ${right.toFixed(0)} of ${width}`] : []
  })
}"""


def figures(browser: Browser, base: str, site: Path) -> Iterator[str]:
    """Words in a figure have the font of the page, and none is cut at the edge of the picture; formulas have no stray line under them."""
    page = opened(browser, f"{base}en/guide/saturation/")
    for language in LANGUAGES:
        page.goto(f"{base}{language}/guide/saturation/")
        fonts = page.evaluate("getComputedStyle(document.querySelector('article')).fontFamily")
        page.goto("about:blank")
        for file in sorted((site / language / "figures").glob("*.svg")):
            if file.name.endswith(".paths.svg"):
                continue
            drawing = file.read_text("utf-8")
            family = re.search(r'font-family="([^"]*)"', drawing)
            if not family or _stack(family[1]) != _stack(fonts):
                yield f"{language}/figures/{file.name}: its fonts are {family and family[1]}, those of the page {fonts}"
                break
            yield from (f"{language}/figures/{file.name}: {fault}" for fault in page.evaluate(OUTSIDE, [drawing, 1]))
    page.goto(f"{base}en/{KINDS['function']}", wait_until="load")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    boxes = page.evaluate(
        "[...document.querySelectorAll('div.arithmatex, .facts dd')].filter(e => e.scrollWidth <= e.clientWidth).map(e => e.getBoundingClientRect()).map(b => [b.left, b.bottom + scrollY, b.right])"
    )
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    ground = picture.getpixel((2, picture.height // 2))
    for left, bottom, right in boxes:
        strip = picture.crop((int(left) + 1, int(bottom) - 3, int(right) - 1, int(bottom) + 1))
        ends = [strip.getpixel((x, y)) for y in range(strip.height - 1) for x in (0, 1, 2, strip.width - 3, strip.width - 2)]
        if any(max(abs(a - b) for a, b in zip(pixel, ground, strict=True)) > 2 for pixel in ends):  # type: ignore[arg-type]
            yield f"en/{KINDS['function']}: a stray line under a formula at {left:.0f}, {bottom:.0f}"
    page.context.close()


def _stack(fonts: str) -> list[str]:
    return [name.strip().strip("'\"") for name in fonts.split(",")]
