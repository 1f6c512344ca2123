"""The site under a strict Content-Security-Policy: every kind of page, every behaviour of every page, and no violation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError, expect
from policies import served

KINDS = (
    "",
    "guide/regions/",
    "guide/vanishing/",
    "functions/gelu/",
    "functions/",
    "claims/",
    "reference/compare/",
    "reference/accuracy/",
    "labs/zigzag/",
    "glossary/",
    "derivations/collapse/",
)
"""A page of each kind, from the root of a language."""

WATCH = "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))"
INLINE = re.compile(r"""<script(?![^>]*(?:\bsrc=|type="application/(?:ld\+)?json"))[^>]*>|<style\b|<[^<>]+\s(?:style|on[a-z]+)=["'][^<>]*>""")


def inline(site: Path) -> Iterator[str]:
    """Scripts and styles that stand in a page itself."""
    for path in sorted(site.rglob("*.html")):
        for found in sorted(set(INLINE.findall(path.read_text("utf-8"))))[:3]:
            yield f"{path.relative_to(site)}: {found[:120]} stands in the page itself; write it into a file of scripts/publish/assets"


def policy(browser: Browser, site: Path) -> Iterator[str]:
    """No page is refused anything."""
    with served(site) as base:
        page = browser.new_context().new_page()
        page.add_init_script(WATCH)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for address in ("?choose", "404.html", *(f"{language}/{kind}" for language in ("zh-Hant", "en") for kind in KINDS)):
            page.goto(base + address, wait_until="networkidle")
            yield from (f"{address}: {fault}" for fault in [*dict.fromkeys(page.evaluate("refused")), *dict.fromkeys(said)])
            said.clear()
        for behaviour in BEHAVIOURS:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            page = context.new_page()
            page.set_default_timeout(20000)
            page.add_init_script(WATCH)
            try:
                yield from (f"{behaviour.__name__}: {fault}" for fault in behaviour(page, base))
                yield from (f"{behaviour.__name__}: the policy refuses {fault}" for fault in page.evaluate("refused"))
            except (TimeoutError, AssertionError) as error:
                yield f"{behaviour.__name__} ({behaviour.__doc__}): {str(error).strip().splitlines()[0]}"
            context.close()


def until(page: Page, said: str) -> Any:
    """Wait until the page says this, and how; Playwright's own waiting evaluates text, which the policy refuses."""
    for _ in range(200):
        if found := page.evaluate(said):
            return found
        page.wait_for_timeout(50)
    raise TimeoutError(f"the page never says {said}")


# ---- what every page does --------------------------------------------------------------------


def light_and_dark(page: Page, base: str) -> Iterator[str]:
    """The button goes round, the choice is remembered on every page, and stands before the first paint."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base}en/guide/saturation/")
    button, paper = page.locator("button.theme"), "getComputedStyle(document.body).backgroundColor"
    system, names = page.evaluate(paper), [button.get_attribute("aria-label")]
    for _ in range(2):
        button.click()
        names.append(button.get_attribute("aria-label"))
    if len(set(names)) != 3:
        yield f"the button names its three states {names}"
    if page.evaluate(paper) != system:
        yield f"dark by choice is not as dark as dark by the system: {page.evaluate(paper)}, {system}"
    button.click()  # as the system has it
    button.click()  # light
    light = page.evaluate(paper)
    if light == system:
        yield "light by choice is as dark as the system"
    page.add_init_script(
        "new PerformanceObserver(list => { if (list.getEntriesByName('first-paint').length) self.first ??= document.documentElement.dataset.theme })"
        ".observe({ type: 'paint', buffered: true })"
    )
    for address in ("zh-Hans/functions/gelu/", "?choose", "404.html"):
        page.goto(base + address)
        if until(page, "self.first") != "light" or page.evaluate(paper) != light:
            yield f"{address} forgets the light"
    page.goto(f"{base}en/")
    before = page.evaluate("performance.getEntriesByType('resource').find(each => each.name.endsWith('assets/theme.js')).renderBlockingStatus")
    if before != "blocking":
        yield f"theme.js is {before}: the page may be painted before it"


def copying(page: Page, base: str) -> Iterator[str]:
    """A button at each listing copies it."""
    page.goto(f"{base}en/functions/gelu/")
    listing = page.locator("article pre:has(.md-code__button)").first
    listing.hover()
    listing.locator(".md-code__button").click()
    expect(page.locator(".md-dialog")).to_have_class(re.compile("md-dialog--active"))
    copied, shown = page.evaluate("navigator.clipboard.readText()"), listing.locator("code").text_content() or ""
    if not shown.strip() or copied != shown.removesuffix("\n"):
        yield f"{copied[:60]!r} is copied, not {shown[:60]!r}"
    if page.locator("article pre > code").count() != page.locator("article .md-code__button").count():
        yield "not every listing has a button"


def contents_follow(page: Page, base: str) -> Iterator[str]:
    """The table of contents follows the reading, and the header shows the title."""
    page.goto(f"{base}en/guide/vanishing/")
    ids = page.evaluate("[...document.querySelectorAll('article h2[id]')].map(h => h.id)")
    for which in (ids[2], ids[4]):
        page.evaluate("id => document.getElementById(id).scrollIntoView()", which)
        active = page.locator(f".md-sidebar--secondary .md-nav__link--active[href$='#{which}']")
        expect(active).to_have_count(1)
        expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_have_count(1)
    expect(page.locator(f".md-sidebar--secondary .md-nav__link--passed[href$='#{ids[1]}']")).to_have_count(1)
    expect(page.locator(".md-header__title")).to_have_class(re.compile("md-header__title--active"))
    top = page.locator(".md-top")
    expect(top).to_have_attribute("hidden", "")
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -300)
    expect(top).not_to_have_attribute("hidden", "")
    top.click()
    until(page, "scrollY === 0")
    expect(page.locator(".md-header__title")).not_to_have_class(re.compile("md-header__title--active"))
    yield from ()


def folded(page: Page, base: str) -> Iterator[str]:
    """An address that leads into a folded box opens it; paper opens all."""
    page.goto(f"{base}en/guide/saturation/")
    page.evaluate("{ const box = document.querySelector('article details:not([open])'); box.lastElementChild.id = 'inside' }")
    page.evaluate("location.hash = 'inside'")
    expect(page.locator("details:has(#inside)").first).to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("article details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("article details:not([open])")).not_to_have_count(0)
    yield from ()


def keys(page: Page, base: str) -> Iterator[str]:
    """/ s f open the search, Esc closes it, n and p turn the pages."""
    field = page.locator(".md-search__input")
    page.goto(f"{base}en/guide/saturation/")
    for key in "/sf":
        page.keyboard.press(key)
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(field).not_to_be_focused()
        if page.evaluate("document.getElementById('__search').checked") or field.input_value():
            yield f"{key} and Esc leave the search open"
    following = str(page.evaluate("document.querySelector('.md-footer__link--next').href"))
    page.keyboard.press("n")
    page.wait_for_url(following)
    page.keyboard.press("p")
    page.wait_for_url("**/guide/saturation/")


def searching(page: Page, base: str) -> Iterator[str]:
    """The box finds, arrows walk, Enter opens, what was searched is marked, and the language switch leaves the marks behind."""
    page.goto(f"{base}en/guide/neuron/")
    page.locator(".md-search__input").click()
    page.keyboard.type("saturation")
    page.locator(".md-search-result__item > a").first.wait_for()
    if not re.search(r"\d", page.locator(".md-search-result__meta").inner_text()):
        yield "the box does not say how much it found"
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__item > a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**h=*")
    expect(page.locator("article mark").first).to_be_attached()
    page.locator("[data-language=zh-Hant]").click()
    page.wait_for_url("**/zh-Hant/**")
    if "h=" in page.url:
        yield "marks of one language are looked for in another"
    page.goto(f"{base}404.html")
    page.locator("li[lang=en] input").fill("GELU")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/?q=GELU")
    page.locator(".md-search-result__item > a").first.wait_for()


def a_shared_comparison(page: Page, base: str) -> Iterator[str]:
    """It survives a language switch, unmoved and moved; so does the section."""
    asked = "?f=gelu,tanh&show=0&reach=3&x=1"
    page.goto(f"{base}en/reference/compare/{asked}")
    for language in ("zh-Hant", "zh-Hans"):
        page.locator(".compare tbody tr").nth(1).wait_for()
        page.locator(f"[data-language={language}]").click()
        page.wait_for_url(f"**/{language}/reference/compare/**")
        if asked not in page.url.replace("%2C", ","):
            yield f"in {language} it is {page.url}"
    page.goto(base)
    page.wait_for_url("**/zh-Hans/")


def without_a_clipboard(page: Page, base: str) -> Iterator[str]:
    """Where the browser refuses the clipboard, the older way copies."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(f"{base}en/functions/gelu/")
    listing = page.locator("article pre:has(.md-code__button)").first
    listing.hover()
    listing.locator(".md-code__button").click()
    expect(page.locator(".md-dialog")).to_have_class(re.compile("md-dialog--active"))
    if page.evaluate("navigator.clipboard.readText()") != (listing.locator("code").text_content() or "").removesuffix("\n"):
        yield "something else is copied"


def a_search_without_workers(page: Page, base: str) -> Iterator[str]:
    """Where a browser starts no worker, as for a page opened from a folder, a script of the page finds the same."""
    page.add_init_script("self.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError') } }")
    page.goto(f"{base}en/guide/neuron/")
    page.locator(".md-search__input").fill("saturation")
    page.locator(".md-search-result__item > a").first.wait_for()
    yield from ()


BEHAVIOURS = (light_and_dark, copying, contents_follow, folded, keys, searching, a_shared_comparison, without_a_clipboard, a_search_without_workers)
