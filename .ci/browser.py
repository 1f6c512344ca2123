"""The built site as a reader meets it: every page in headless Chromium on a narrow screen, then search, switch, index, comparison, weight.

    python .ci/browser.py [site] [PART …] [--but PART] [--accept]

A PART is one of the names that it prints (search, screens, …); `--accept` keeps the first screens as they look now.

What it refuses: an error on the console, a request to another host or one that fails, a link or anchor that leads nowhere,
anything wider than a phone that does not scroll in a frame of its own, and a search that misses its chapter.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import io
import json
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import brotli
import firefox
import live
import live_regions
import offline
import plots
import policies
import reading
import recognition
import strict
from PIL import Image
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, TimeoutError, sync_playwright

ASKED = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ASKED.add_argument("site", nargs="?", type=Path, default=Path("site"), help="the built site")
ASKED.add_argument("parts", nargs="*", metavar="PART", help="only these parts")
ASKED.add_argument("--accept", action="store_true", help="keep the first screens as they look now")
ASKED.add_argument("--but", action="append", default=[], metavar="PART", help="a part to leave out")
ARGUMENTS = ASKED.parse_args()
SITE = ARGUMENTS.site.resolve()
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
PHONE = {"width": 360, "height": 740}
BUDGET_KB, BUDGET_REQUESTS = 90, 8
SHIFT = 0.005  # a font that comes after the first paint may move a fraction by a pixel
SHOWN = 40  # faults of one kind
WEIGHED = ("", "guide/saturation/", "functions/gelu/", "claims/", "functions/", "reference/compare/", "reference/constants/")

SCREENS = Path(__file__).parent / "screens"
BLOCK_AWAY, SCREEN_CHANGED = 24, 0.12  # of 255, and of all blocks
WIDE = {"width": 1280, "height": 800}
# The first screen of each template: its address, its window and the light.
LOOKS = {
    "home": ("zh-Hant/", WIDE, "light"),
    "chapter": ("en/guide/saturation/", WIDE, "light"),
    "chapter-dark": ("en/guide/saturation/", WIDE, "dark"),
    "chapter-phone": ("zh-Hans/guide/saturation/", PHONE, "light"),
    "function": ("zh-Hant/functions/gelu/", WIDE, "light"),
    "function-phone": ("en/functions/gelu/", PHONE, "dark"),
    "index": ("en/functions/", WIDE, "light"),
    "claim": ("en/claims/a-quarter-easily-vanishes/", WIDE, "light"),
    "lab": ("zh-Hant/labs/zigzag/", WIDE, "light"),
    "table": ("en/reference/accuracy/", WIDE, "dark"),
}

# What a reader may type, in whichever language of the site, and the chapters of which one must come first or second.
SEARCHES = {
    "梯度消失": ["guide/vanishing/"],
    "vanishing gradient": ["guide/vanishing/"],
    "激活函數": ["guide/neuron/", "guide/choosing/"],
    "激活函数": ["guide/neuron/", "guide/choosing/"],
    "啟動函數": ["guide/neuron/", "guide/choosing/"],
    "反向傳播": ["guide/backpropagation/", "guide/vanishing/"],
    "反向传播": ["guide/backpropagation/", "guide/vanishing/"],
    **recognition.SEARCHES,
}

# Without these, Chromium asks for updates and look-ups at every start.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

# Elements that stick out of the window, unless something around them scrolls. A formula is measured whole.
TOO_WIDE = """() => {
  const found = [], room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > room) found.push(`the page itself is ${document.documentElement.scrollWidth} wide`)
  const framed = element => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(e).overflowX)) return true
    return ["auto", "scroll"].includes(getComputedStyle(element).overflowX) || element.closest("svg, .visually-hidden, .md-clipboard")
  }
  for (const element of document.querySelectorAll("article *, footer *, body.bare main *")) {
    if (element.closest("math") && element.tagName !== "math") continue
    const box = element.getBoundingClientRect()
    if (box.width && (box.right > room + 1 || box.left < -1) && element.checkVisibility() && !framed(element))
      found.push(`${element.tagName.toLowerCase()}${element.className?.baseVal ?? element.className ? "." + element.className : ""}: ${element.textContent.trim().slice(0, 50)}`)
  }
  return found.slice(0, 3)
}"""


class Links(HTMLParser):
    """The ids and the addresses of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        for name in ("href", "src", "data-src"):
            if values.get(name):
                self.links.append(str(values[name]))
        for candidate in (values.get("srcset") or "").split(","):
            if candidate.strip():
                self.links.append(candidate.split()[0])


class Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with contextlib.suppress(ConnectionError):  # the browser has moved on
            super().copyfile(source, outputfile)


def broken_links(site: Path) -> Iterator[str]:
    """Every internal link and anchor, read from the files: no browser needed."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        links = Links()
        links.feed(path.read_text("utf-8"))
        pages[path] = links
        for twice in {name for name in links.ids if links.ids.count(name) > 1}:
            yield f"{address(path)}: the id {twice} stands twice"
    for path, links in pages.items():
        if path.name == "404.html":  # its addresses start at the root of the release
            continue
        for link in sorted(set(links.links)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("javascript:"):
                continue
            target, anchor = urldefrag(urljoin(f"http://site/{address(path)}", link))
            file = site / unquote(urlsplit(target).path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                yield f"{address(path)}: {link} leads nowhere"
            elif anchor and file in pages and unquote(anchor) not in pages[file].ids:
                yield f"{address(path)}: {link} has no such anchor"


def address(path: Path) -> str:
    return path.relative_to(SITE).as_posix().removesuffix("index.html")


class Listener:
    """What went wrong while a page loaded."""

    def __init__(self, page: Page, base: str) -> None:
        self.base = base
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("requestfailed", self.failed)
        page.on("response", self.response)
        page.on("request", self.request)

    def console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):  # `response` names the resource
            self.faults.append(f"console: {message.text}")

    def failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # what the browser does to requests under way when we move on
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"request to another host: {request.url}")

    def take(self) -> list[str]:
        faults, self.faults, self.requests = self.faults, [], []
        return faults


def once_each(paths: list[Path]) -> Iterator[Path]:
    """All of these pages; but functions and claims, of which each kind has one template, in one language each, in turn."""
    for path in paths:
        language, *place = path.relative_to(SITE).parts
        if len(place) == 3 and place[0] in ("functions", "claims"):
            alike = sorted(each.name for each in (SITE / language / place[0]).iterdir() if each.is_dir())
            if list(LANGUAGES)[alike.index(place[1]) % len(LANGUAGES)] != language:
                continue
        yield path


def every_page(browser: Browser, base: str) -> Iterator[str]:
    page = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    listener = Listener(page, base)
    paths = list(once_each(sorted(path for path in SITE.rglob("*.html") if path.name != "404.html")))
    start = time.monotonic()
    for number, path in enumerate(paths, 1):
        # ?choose keeps the root from leaving for a remembered language.
        page.goto(base + address(path) + ("?choose" if not address(path) else ""), wait_until="load")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        page.evaluate(reading.BY_KEYS)
        # Folded text can overflow too.
        page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
        for fault in listener.take() + page.evaluate(TOO_WIDE):
            yield f"{address(path) or '/'}: {fault}"
        if number % 20 == 0 or number == len(paths):
            print(f"  {number} of {len(paths)} pages, {time.monotonic() - start:.0f} s", flush=True)


def search(browser: Browser, base: str) -> Iterator[str]:
    page = browser.new_context().new_page()
    listener = Listener(page, base)
    for language in LANGUAGES:
        page.goto(f"{base}{language}/")
        page.locator(".md-search__input").focus()
        for query, chapters in SEARCHES.items():
            ask(page, query)
            wanted, first = {f"/{language}/{chapter}" for chapter in chapters}, [""]
            for _ in range(10):  # a busy machine answers late, and until then the results of the last query stand there
                found = [urlsplit(str(link)).path for link in page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.href)")]
                if wanted & set(first := list(dict.fromkeys(found))[:2]):
                    break
                page.wait_for_timeout(300)
            if not wanted & set(first):
                yield f"search in {language}: {query} finds {first}, not {chapters[0]}"
        ask(page, "梯度消失")
        if not page.locator(".md-search-result__item > a").count():
            continue
        page.locator(".md-search-result__item > a").first.click()
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        if not page.locator("article mark").count():
            yield f"search in {language}: the page that opens does not mark what was searched"
    yield from listener.take()


def lost(browser: Browser, base: str) -> Iterator[str]:
    """The page for an address that leads nowhere: its search opens the home page with results."""
    page = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    listener = Listener(page, base)
    for language in LANGUAGES:
        page.goto(f"{base}404.html")
        yield from (f"404: {fault}" for fault in page.evaluate(TOO_WIDE))
        field = page.locator(f"li[lang={language}] input")
        field.fill("GELU")
        field.press("Enter")
        page.wait_for_url(f"{base}{language}/*")
        with contextlib.suppress(TimeoutError):
            page.locator(".md-search-result__item > a").first.wait_for(timeout=5000)
        found = [urlsplit(str(link)).path for link in page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.href)")]
        if f"/{language}/functions/gelu/" not in found:
            yield f"404 in {language}: a search for GELU opens {page.url} and finds {found[:2]}"
    yield from listener.take()


def ask(page: Page, query: str) -> None:
    page.locator(".md-search__input").fill(query)
    page.wait_for_timeout(300)


def switch(browser: Browser, base: str) -> Iterator[str]:
    """The switch keeps page and section, and the root remembers."""
    page = browser.new_context().new_page()
    page.goto(f"{base}zh-Hant/guide/saturation/")
    section = str(page.evaluate("[...document.querySelectorAll('article h2[id]')].at(1).id"))
    page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
    page.locator("[data-language=en]").first.click()
    page.wait_for_url("**/en/guide/saturation/**")
    if page.url != f"{base}en/guide/saturation/#{section}":
        yield f"the language switch led to {page.url}, not to the section {section}"
    for language in LANGUAGES:
        page.goto(f"{base}{language}/guide/saturation/")
        if (said := page.evaluate("document.documentElement.lang")) != language:
            yield f"{language}/guide/saturation/ says it is written in {said}"
    page.goto(base)
    page.wait_for_timeout(300)
    if page.url != f"{base}en/":
        yield f"the root forgot the language: {page.url}"
    page.goto(f"{base}?choose")
    if page.locator(".choose a").count() != len(LANGUAGES):
        yield "the root does not offer the three languages"


# Figures in the window that a reader moves have come: before, their picture stood in their place.
MOVES = "[...document.querySelectorAll('figure.live')].every(figure => figure.getBoundingClientRect().top >= innerHeight || figure.querySelector('.stage path.axis'))"


def screens(browser: Browser, base: str) -> Iterator[str]:
    """The first screen of each template looks as it was accepted: in blocks of 16 pixels, so that a word may change and a lost style may not."""
    for name, (rest, viewport, scheme) in LOOKS.items():
        page = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
        page.goto(f"{base}{rest}", wait_until="networkidle")
        page.wait_for_function(MOVES)
        page.evaluate("document.fonts.ready")
        screen = page.screenshot()
        page.context.close()
        picture = Image.open(io.BytesIO(screen)).convert("RGB").reduce(16)
        kept = SCREENS / f"{name}.png"
        if ARGUMENTS.accept:
            picture.save(kept, optimize=True)
            print(f"  {kept.name} is accepted as it looks now")
            continue
        if not kept.exists():
            yield f"{rest} ({name}): no screen of it was accepted; look at it, then `python .ci/browser.py site screens --accept`"
            continue
        accepted = Image.open(kept).convert("RGB")
        if accepted.size != picture.size:
            yield f"{rest}: the screen is {picture.size}, accepted was {accepted.size}"
            continue
        pairs = zip(picture.get_flattened_data(), accepted.get_flattened_data(), strict=True)
        away = [max(abs(a - b) for a, b in zip(now, then, strict=True)) for now, then in pairs]
        changed = sum(each > BLOCK_AWAY for each in away) / len(away)
        print(f"  {name}: {changed:.1%} of the blocks differ")
        if changed > SCREEN_CHANGED:
            fresh = SITE.parent / "build" / f"screen-{name}.png"
            fresh.parent.mkdir(exist_ok=True)
            fresh.write_bytes(screen)
            yield f"{rest} ({name}): {changed:.0%} of the screen looks otherwise than accepted (now: build/{fresh.name}); look at it, then `python .ci/browser.py site screens --accept`"


def index(browser: Browser, base: str) -> Iterator[str]:
    """The index of functions: filters, order, the address that keeps them; and the whole table where no script runs."""
    page = browser.new_context().new_page()
    listener = Listener(page, base)
    page.goto(f"{base}en/functions/?bounded=both&smooth=smooth")
    rows = page.locator(".overview tbody tr")
    every, visible = rows.count(), rows.locator("visible=true")
    wanted = page.locator(".overview tr[data-bounded~=both][data-smooth~=smooth]").count()
    if visible.count() != wanted or not 0 < wanted < every:
        yield f"the filter in the address shows {visible.count()} rows, not {wanted} of {every}"
    if page.locator(".count output").inner_text() != f"{wanted} of {every} functions":
        yield f"the count says {page.locator('.count output').inner_text()!r}"
    header = page.locator("th[data-by=mean]")
    for way in ("ascending", "descending"):
        header.locator("button").press("Enter")
        places = visible.evaluate_all("rows => rows.map(row => JSON.parse(row.dataset.order).at(-1))")
        if header.get_attribute("aria-sort") != way or places != sorted(places, reverse=way == "descending"):
            yield f"the mean is not sorted {way}: {header.get_attribute('aria-sort')}, {places}"
    page.locator("[name=family]").select_option("sigmoidal")
    kept, query = visible.count(), urlsplit(page.url).query
    page.locator("[data-language=zh-Hant]").first.click()
    page.wait_for_url("**/zh-Hant/functions/**")
    if urlsplit(page.url).query != query or visible.count() != kept or not kept:
        yield f"the language switch lost the filter: {page.url}"
    page.locator(".facets [type=reset]").click()
    page.wait_for_function("location.search === ''")
    if visible.count() != every:
        yield "clearing the filters does not show every row"
    yield from listener.take()
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(f"{base}en/functions/")
    if still.locator(".overview tbody tr >> visible=true").count() != every or still.locator(".facets").is_visible():
        yield "without scripts the index is not the whole table"


def compare(browser: Browser, base: str) -> Iterator[str]:
    """The comparison: what the address asks for is drawn, and the numbers are those of the tables."""
    page = browser.new_context().new_page()
    listener = Listener(page, base)
    page.goto(f"{base}en/reference/compare/?f=gelu,relu&show=0,1&x=1")
    rows = page.locator(".compare tbody tr")
    rows.nth(1).wait_for()
    curves = page.locator(".stage svg path[clip-path]")
    if (rows.count(), curves.count()) != (2, 4):
        yield f"two functions and their derivatives are {rows.count()} rows and {curves.count()} curves"
    table = json.loads((SITE / "data" / "curves" / "gelu.json").read_text("utf-8"))
    slider = page.locator(".compare [type=range]")
    for x in (1, 1.05):
        row = table["x"].index(x)
        numbers = [f"{table[order][row]:g}" for order in ("value", "derivative", "second_derivative")]
        shown = [text.replace("−", "-") for text in rows.first.locator("td").all_inner_texts()]
        if shown != numbers or numbers[0] not in str(slider.get_attribute("aria-valuetext")):
            yield f"at {x} GELU shows {shown}, not {numbers}"
        slider.press("ArrowRight")
    page.locator(".compare select[name=f]").nth(3).select_option("step")
    rows.nth(2).wait_for()
    if "f=gelu,relu,step" not in page.url or page.locator(".stage svg path[clip-path]").count() != 6:
        yield f"a third function is not drawn: {page.url}"
    with page.expect_download() as saved:
        page.locator(".compare .save").click()
    drawing = saved.value.path().read_text("utf-8")
    if "var(" in drawing or drawing.count("<path") < 6:
        yield "the drawing that is saved has lost its colours or its curves"
    yield from listener.take()
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(f"{base}en/reference/compare/")
    if still.locator(".compare form").is_visible() or not still.locator("#compare_smooth img").is_visible():
        yield "without scripts the comparison shows no figure"


def weight(browser: Browser, base: str) -> Iterator[str]:
    """A cold load: compressed size, requests, and how far the layout moves."""
    for rest in WEIGHED:
        size, asked, moved = loaded(browser, base, rest)
        if moved > SHIFT:  # whether a font comes before or after the first paint is a race on a busy machine: the middle of three loads counts
            moved = sorted([moved, *(loaded(browser, base, rest)[2] for _ in range(2))])[1]
        print(f"  /zh-Hant/{rest}: {size:.0f} kB, {asked} requests, layout shift {moved:.4f}")
        if size > BUDGET_KB or asked > BUDGET_REQUESTS or moved > SHIFT:
            yield f"zh-Hant/{rest}: {size:.0f} kB, {asked} requests, layout shift {moved:.4f}; the budget is {BUDGET_KB} kB, {BUDGET_REQUESTS}, {SHIFT}"


def loaded(browser: Browser, base: str, rest: str) -> tuple[float, int, float]:
    """Compressed size in kB, requests and layout shift of one cold load."""
    page = browser.new_context().new_page()
    listener = Listener(page, base)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) moved += e.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    answer = page.goto(f"{base}zh-Hant/{rest}", wait_until="networkidle")
    if answer is None or not answer.ok:
        return 0.0, 0, 0.0
    urls = [url for url in dict.fromkeys(listener.requests) if url.startswith(base)]
    files = [SITE / unquote(urlsplit(url).path).lstrip("/") for url in urls]
    size = sum(packed(file / "index.html" if file.is_dir() else file) for file in files) / 1000
    moved = float(page.evaluate("moved"))
    page.context.close()
    return size, len(urls), moved


def packed(file: Path) -> int:
    """How many bytes of a file travel: a font is packed already."""
    return file.stat().st_size if file.suffix == ".woff2" else len(brotli.compress(file.read_bytes()))


def main() -> int:
    if not (SITE / "index.html").is_file():
        print(f"{SITE} holds no site: run `mkdocs build` first")
        return 2
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        checks: dict[str, Iterator[str]] = {
            "links and anchors": broken_links(SITE),
            "every page at 360 px": every_page(browser, base),
            "search": search(browser, base),
            "search from the page for lost addresses": lost(browser, base),
            "language switch": switch(browser, base),
            "screens": screens(browser, base),
            "index": index(browser, base),
            "compare": compare(browser, base),
            "plots": plots.checks(browser, base, SITE),
            "recognition": recognition.checks(browser, base),
            "live regions": live_regions.checks(browser, base),
            "live": live.checks(browser, base, SITE),
            "weight": weight(browser, base),
            "archive": offline.archive(browser, SITE),
            "drawings by themselves": policies.drawings(browser, SITE),
            **reading.checks(browser, base, SITE, whole="axe" in ARGUMENTS.parts),
            "nothing inline": strict.inline(SITE),
            "strict policy": strict.policy(browser, SITE),
            "firefox": firefox.checks(SITE),
        }
        if unknown := {*ARGUMENTS.parts, *ARGUMENTS.but} - checks.keys():
            raise SystemExit(f"no part is called {', '.join(sorted(unknown))}; there are: {', '.join(checks)}")
        for name, check in checks.items():
            if ARGUMENTS.parts and name not in ARGUMENTS.parts or name in ARGUMENTS.but:
                continue
            start = time.monotonic()
            found = list(check)
            print(f"{name}: {f'{len(found)} faults' if found else 'ok'} ({time.monotonic() - start:.1f} s)", flush=True)
            for fault in found[:SHOWN]:
                print(f"  {fault}")
            if len(found) > SHOWN:
                print(f"  … and {len(found) - SHOWN} more")
            faults += found
        browser.close()
    server.shutdown()
    print("The site passes." if not faults else f"{len(faults)} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
