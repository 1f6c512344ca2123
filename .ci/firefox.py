"""The same site in Firefox, where the machine has Firefox and geckodriver: every kind of page under the strict policy, and what a reader does there."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policies import served
from strict import KINDS

LANGUAGES = ("zh-Hant", "en")
WATCH = "() => { self.refused = []; addEventListener('securitypolicyviolation', said => refused.push(`${said.effectiveDirective} ${said.blockedURI}`)) }"
PATIENCE = 20  # seconds
# What is wrong with a page: formulas without a size or without their font, and parts that stand out to the right.
WRONG = """
  const [done] = arguments
  document.fonts.ready.then(() => {
    const wrong = [...refused].map(each => `the policy refuses ${each}`)
    const formulas = [...document.querySelectorAll("article math")].filter(formula => formula.checkVisibility({ contentVisibilityAuto: true }))
    if (formulas.some(formula => !formula.getBoundingClientRect().height)) wrong.push("a formula has no height")
    if (formulas.length && ![...document.fonts].some(font => font.family.includes("Site Math") && font.status === "loaded")) wrong.push("the font of formulas is not loaded")
    const over = document.documentElement.scrollWidth - innerWidth
    if (over > 0) wrong.push(`the page is ${over} px wider than its window of ${innerWidth} px`)
    done(wrong)
  })
"""


def checks(site: Path) -> Iterator[str]:
    firefox, geckodriver = shutil.which("firefox-esr") or shutil.which("firefox"), shutil.which("geckodriver")
    if not firefox or not geckodriver:
        print("  no Firefox or no geckodriver here: nothing was asked")
        return
    from selenium import webdriver

    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.enable_bidi = True
    options.binary_location = firefox
    driver = webdriver.Firefox(options=options, service=webdriver.FirefoxService(executable_path=geckodriver))
    try:
        with served(site) as base:
            yield from _pages(driver, base)
            for behaviour in (searching, light, language, moving, plotting):
                try:
                    yield from (f"{behaviour.__name__}: {fault}" for fault in behaviour(driver, base))
                except Exception as error:  # Selenium's, whatever it is: what the page never did
                    yield f"{behaviour.__name__} ({behaviour.__doc__}): {str(error).strip().splitlines()[0]}"
    finally:
        driver.quit()


def _pages(driver: Any, base: str) -> Iterator[str]:
    driver.script.pin(WATCH)
    said: list[str] = []
    driver.script.add_javascript_error_handler(lambda entry: said.append(str(entry.text)))
    driver.script.add_console_message_handler(lambda entry: said.append(str(entry.text)) if entry.level in ("error", "warn") else None)
    for width, height in ((1280, 900), (460, 900)):  # Firefox makes no narrower window
        driver.set_window_size(width, height)
        for address in ("?choose", "404.html", *(f"{language}/{kind}" for language in LANGUAGES for kind in KINDS)):
            driver.get(base + address)
            yield from (f"{address} at {width} px: {fault}" for fault in [*driver.execute_async_script(WRONG), *dict.fromkeys(said)])
            said.clear()
    driver.set_window_size(1280, 900)


def _until(driver: Any, said: str) -> Any:
    """Wait until the page says this, and how."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := driver.execute_script(f"return {said}"):
            return found
        time.sleep(0.05)
    raise TimeoutError(f"the page never says {said}")


def _type(driver: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    ActionChains(driver).send_keys(*keys).perform()


def searching(driver: Any, base: str) -> Iterator[str]:
    """A key opens the search, and the page that is looked for comes first."""
    for written, query, wanted in (("en", "GELU", "functions/gelu/"), ("zh-Hant", "梯度消失", "guide/vanishing/")):
        driver.get(f"{base}{written}/about/")
        _type(driver, "/")
        _until(driver, "document.activeElement.matches('.md-search__input')")
        _type(driver, query)
        _until(driver, f"document.querySelector('.md-search-result__item > a')?.href.includes('{wanted}')")
    yield from ()


def light(driver: Any, base: str) -> Iterator[str]:
    """The button goes round, and the choice is remembered on the next page."""
    driver.get(f"{base}en/")
    paper, seen = "getComputedStyle(document.body).backgroundColor", set()
    for _ in range(3):
        driver.execute_script("document.querySelector('button.theme').click()")
        theme = driver.execute_script("return document.documentElement.dataset.theme ?? 'auto'")
        seen.add((theme, driver.execute_script(f"return {paper}")))
        if theme == "dark":
            driver.get(f"{base}en/claims/")
            if driver.execute_script("return document.documentElement.dataset.theme") != "dark":
                yield "the next page forgets the dark"
    if {theme for theme, _ in seen} != {"auto", "light", "dark"} or len({colour for _, colour in seen}) != 2:
        yield f"the button goes through {sorted(seen)}"


def language(driver: Any, base: str) -> Iterator[str]:
    """The switch leads to the same page and section."""
    driver.get(f"{base}zh-Hant/guide/vanishing/#chain")
    driver.execute_script("document.querySelector('a[data-language=en]').focus()")
    _type(driver, "\ue007")
    found = _until(driver, "location.pathname.startsWith('/en/') && location.pathname + location.hash")
    if found != "/en/guide/vanishing/#chain":
        yield f"the switch leads to {found}"


def moving(driver: Any, base: str) -> Iterator[str]:
    """A figure that a reader moves comes when it is in the window, and its numbers follow the slider."""
    for address in ("en/", "zh-Hant/guide/saturation/"):
        driver.get(base + address)
        driver.execute_script("document.querySelector('figure.live').scrollIntoView()")
        _until(driver, "document.querySelector('figure.live .stage svg path')")
        slider = "document.querySelector('figure.live input[type=range]')"
        before = driver.execute_script(f"{slider}.focus(); return document.querySelector('figure.live .readout').textContent")
        _type(driver, *"\ue014" * 12)
        _until(driver, f"document.querySelector('figure.live .readout').textContent !== {before!r}")
        if driver.execute_script("return [...document.querySelectorAll('figure.live picture')][0].checkVisibility()"):
            yield f"{address}: the picture stands beside the figure that took its place"


def plotting(driver: Any, base: str) -> Iterator[str]:
    """The point on a function's curve moves by keys."""
    driver.get(f"{base}en/functions/gelu/")
    _until(driver, "document.querySelector('.plot [role=slider]')")
    output = "document.querySelector('.plot output[data-of=value]').textContent"
    before = driver.execute_script(f"document.querySelector('.plot [role=slider]').focus(); return {output}")
    _type(driver, *"\ue014" * 3)
    if _until(driver, f"{output} !== {before!r} && {output}") == before:
        yield "the value stays as it is"
