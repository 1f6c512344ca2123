"""The archive of the site, unpacked into a folder and opened from there in headless Chromium: pages, pictures, formulas, links, search, figures that move."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, TimeoutError
from reading import BY_KEYS

ROOT = Path(__file__).parent.parent
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
KINDS = ("", "guide/vanishing/", "functions/", "functions/gelu/", "reference/compare/", "claims/a-quarter-easily-vanishes/", "labs/zigzag/", "about/")
QUERIES = {"zh-Hant": "梯度消失", "zh-Hans": "反向传播", "en": "vanishing gradient"}
PATIENCE = 120_000  # a busy machine is not at fault
FIELD = "[role=search] input, .md-search input"
FOUND = "[role=search] li a[href]"

# Pictures that cannot be shown and formulas without a size or without their font.
LOST = """async () => {
  const lost = []
  for (const image of document.querySelectorAll("article img")) {
    image.loading = "eager"
    await image.decode().catch(() => lost.push(`the picture ${image.currentSrc || image.src}`))
  }
  for (const details of document.querySelectorAll("article details")) details.open = true
  await document.fonts.ready
  const formulas = [...document.querySelectorAll("article math")].filter(formula => formula.checkVisibility())
  if (formulas.some(formula => !formula.getBoundingClientRect().height)) lost.push("a formula")
  if (formulas.length && ![...document.fonts].some(font => font.family.includes("Site Math") && font.status === "loaded")) lost.push("the font of formulas")
  return lost
}"""


class Addresses(HTMLParser):
    """Where a page leads and what it asks for, in this folder."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        self.found |= {said[name] for name in ("href", "src", "action", "data-src") if name in said}
        self.found |= {each.split()[0] for each in said.get("srcset", "").split(",") if each.strip()}


def archive(browser: Browser, site: Path) -> Iterator[str]:
    """Everything at fault in the archive of this site."""
    subprocess.run([sys.executable, str(ROOT / "scripts" / "docs.py"), "archive", str(site)], check=True, stdout=subprocess.DEVNULL)
    (packed,) = site.glob("*.zip")
    with tempfile.TemporaryDirectory(prefix="一個 folder ") as folder:
        with zipfile.ZipFile(packed) as files:
            files.extractall(folder)
        root = Path(folder) / packed.stem
        yield from dead_ends(root)
        page = browser.new_context(offline=True).new_page()
        page.set_default_timeout(PATIENCE)
        faults: list[str] = []
        page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("requestfailed", lambda asked: None if "ERR_ABORTED" in str(asked.failure) else faults.append(f"failed: {asked.url} ({asked.failure})"))
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else faults.append(f"a request to a host: {asked.url}"))

        def told(where: str) -> Iterator[str]:
            yield from (f"{where}: {fault}" for fault in faults)
            faults.clear()

        for language in LANGUAGES:
            for kind in KINDS:
                page.goto((root / language / kind / "index.html").as_uri())
                page.evaluate(BY_KEYS)
                yield from (f"{language}/{kind}: {lost} is not shown" for lost in page.evaluate(LOST))
                yield from told(f"{language}/{kind}")
            for part in (search, live, compare, switch):
                try:
                    yield from (f"{part.__name__} in {language}: {fault}" for fault in part(page, root, language))
                except TimeoutError as error:
                    yield f"{part.__name__} in {language}: {str(error).splitlines()[0]}"
                yield from told(f"{part.__name__} in {language}")
        page.goto((root / "index.html").as_uri())
        page.wait_for_timeout(500)  # it may leave for the language of the last time
        if opened(page, root) not in {"index.html", *(f"{language}/index.html" for language in LANGUAGES)}:
            yield f"the page of languages leads to {opened(page, root)}"
        yield from told("the page of languages")
        page.context.close()


def dead_ends(root: Path) -> Iterator[str]:
    """Links to what the folder does not have, or to a folder: where no server runs, that shows a list of files."""
    for path in sorted(root.rglob("*.html")):
        addresses = Addresses()
        addresses.feed(path.read_text("utf-8"))
        for address in sorted(addresses.found):
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc and parts.path and not (path.parent / unquote(parts.path)).is_file():
                yield f"{path.relative_to(root).as_posix()}: {address} leads to no file"


def opened(page: Page, root: Path) -> str:
    """The file that is open, from the root of the folder."""
    path = Path(unquote(urlsplit(page.url).path))
    return path.relative_to(root).as_posix() if path.is_file() else f"no file: {page.url}"


def search(page: Page, root: Path, language: str) -> Iterator[str]:
    """From a page that is no home: the chapter is found, and the result opens its file."""
    page.goto((root / language / "functions/gelu/index.html").as_uri())
    if not page.locator(FIELD).first.is_visible():
        page.locator("label[for=__search], [aria-controls=search]").first.click()
    field = page.locator(FIELD).first
    field.focus()
    field.fill(QUERIES[language])
    results = page.locator(FOUND)
    results.first.wait_for()
    links = results.evaluate_all("links => links.map(link => link.href)")
    for link in links:
        if not Path(unquote(urlsplit(link).path)).is_file():
            yield f"a result leads to no file: {link}"
    chapters = [f"{language}/guide/{name}/index.html" for name in ("vanishing", "backpropagation")]
    first = list(dict.fromkeys(Path(unquote(urlsplit(link).path)).relative_to(root).as_posix() for link in links))[:2]
    if not {*chapters} & {*first}:
        yield f"{QUERIES[language]} finds {first}"
    with page.expect_navigation():
        results.first.click()
    if opened(page, root) != first[0]:
        yield f"the first result opens {opened(page, root)}, not {first[0]}"


def live(page: Page, root: Path, language: str) -> Iterator[str]:
    """The figure of the home page."""
    page.goto((root / language / "index.html").as_uri())
    figure = page.locator("figure.live").first
    figure.scroll_into_view_if_needed()  # its script comes then
    figure.locator(".stage").wait_for()
    slider = figure.locator("[type=range]")
    before = slider.get_attribute("aria-valuetext"), figure.locator(".readout").inner_text()
    slider.press("End")
    if before[0] == slider.get_attribute("aria-valuetext") or before[1] == figure.locator(".readout").inner_text():
        yield "it does not answer the keyboard"


def compare(page: Page, root: Path, language: str) -> Iterator[str]:
    page.goto((root / language / "reference/compare/index.html").as_uri() + "?f=gelu,relu&show=0,1&x=1")
    rows = page.locator(".compare tbody tr")
    rows.nth(1).wait_for()
    page.locator(".compare select[name=f]").nth(2).select_option("tanh")
    rows.nth(2).wait_for()
    for link in page.locator(".compare tbody a").evaluate_all("links => links.map(link => link.href)"):
        if not Path(unquote(urlsplit(link).path)).is_file():
            yield f"the name of a function leads to no file: {link}"


def switch(page: Page, root: Path, language: str) -> Iterator[str]:
    other = LANGUAGES[LANGUAGES.index(language) - 1]
    page.goto((root / language / "guide/saturation/index.html").as_uri())
    with page.expect_navigation():
        page.locator(f"a[data-language={other}]").first.click()
    if opened(page, root) != f"{other}/guide/saturation/index.html":
        yield f"the switch to {other} opens {opened(page, root)}"
