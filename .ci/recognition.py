"""Functions told by what they compute: formulas typed into the search, and the page "Which function is this?" beside the module's identify.py.

Part of .ci/browser.py; `python .ci/browser.py site recognition` runs it alone.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).parent.parent / "src"))
from activation_functions import ALL
from activation_functions.identify import _Beside, points

SEARCHES = {
    "x*sigmoid(x)": ["functions/silu/"],
    "x/(1+exp(-x))": ["functions/silu/"],
    "x*sigmoid(1.702x)": ["functions/quick_gelu/"],
    "x·σ(βx)": ["functions/swish/"],
    "max(0,x)": ["functions/relu/"],
    "log(1+exp(x))": ["functions/softplus/"],
    "x*tanh(softplus(x))": ["functions/mish/"],
    "0.5*x*(1+erf(x/sqrt(2)))": ["functions/gelu/"],
    "x if x>0 else a*x": ["functions/leaky_relu/", "functions/prelu/"],
    "exp(x)/sum(exp(x))": ["functions/softmax/"],
    "sparse_plus": ["functions/smelu/"],
    "hard silu": ["functions/hard_swish/"],
    "telu": ["functions/tanhexp/"],
    "gelu_new": ["functions/gelu_tanh/"],
}
"""What a reader may type, and the page that must come first or second."""

SEED, STATES, PLACES = 20261127, 1000, 40
NEAR = 1e-9  # between two ways to round, relative to 1 + the distance

ANSWERS = {
    "x*sigmoid(1.702*x)": ("Quick GELU", True),
    "x*sigmoid(1.3*x)": ("Swish (beta = 1.3)", True),
    "x if x > 0 else 0.3*x": ("Leaky ReLU (alpha = 0.3)", True),
    "-2 -0.2384\n-1 -0.26894\n0 0\n1 0.73106\n2 1.7616\n3 2.8577": ("SiLU", True),
    "0 0 0 0 0 0 0 1 2 3 4 5 6": ("ReLU", True),
    "x*cos(x)": ("", False),
}
"""What a reader may ask, and the function, where there is one."""

REFUSED = ("3 +", "x*foo(x)", "a*x", "max(x)", "1 2 3", "2", "(" * 99)

TOLD = """([[id, p, x, y]]) => {
  self.catalogue ??= readCatalogue(tables.identify.single)
  const { gap, at, same, lost } = besideNumbers({ x, y: y.map(each => each ?? NaN) }, catalogue.find(f => f.id === id), p)
  return [gap, at, same, lost]
}"""


def checks(browser: Browser, base: str) -> Iterator[str]:
    """Every fault of the page, in each language and without scripts."""
    for language in ("zh-Hant", "zh-Hans", "en"):
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error, faults=faults: faults.append(f"script: {error}"))
        page.goto(f"{base}{language}/reference/identify/")
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        yield from answers(page, ANSWERS if language == "en" else dict([*ANSWERS.items()][:1]))
        yield from (f"{language}: the question leaves the page: {url}" for url in asked if not url.endswith("/data/identify.js"))
        if language == "en":
            yield from refusals(page)
            yield from distances(page)
            yield from kept(page, base)
        yield from faults
        page.close()
    still = browser.new_context(java_script_enabled=False).new_page()
    still.goto(f"{base}en/reference/identify/")
    if still.locator(".identify form").is_visible() or not still.locator(".identify .still").is_visible():
        yield "without scripts the page does not say what it needs"


def ask(page: Page, text: str) -> str:
    """Type, press Tab to the button and Enter, and hear what is said."""
    page.locator(".identify textarea").fill(text)
    page.locator(".identify textarea").press("Tab")
    page.keyboard.press("Enter")
    verdict, busy = page.locator(".identify .answer[role=status]"), str(page.locator(".identify").get_attribute("data-busy"))
    for _ in range(600):
        if (said := verdict.inner_text()) and said != busy:
            return said
        page.wait_for_timeout(100)
    return "nothing in a minute"


def answers(page: Page, wanted: dict[str, tuple[str, bool]]) -> Iterator[str]:
    count = sum(not f.mixes for f in ALL.values())
    for text, (name, same) in wanted.items():
        said = ask(page, text)
        if (str(count) in said) == same or name not in said:
            yield f"{text!r} is answered {said!r}, not {name or 'none'}"
        if page.locator(".identify tbody tr").count() < 3:
            yield f"{text!r} has no list of the nearest"


def refusals(page: Page) -> Iterator[str]:
    for text in REFUSED:
        said = ask(page, text)
        if page.locator(".identify .scroll").is_visible() or "minute" in said or said == page.locator(".identify").get_attribute("data-failed"):
            yield f"{text!r} is not refused with its reason: {said!r}"


def distances(page: Page) -> Iterator[str]:
    """At a thousand random states, a function with random parameters beside another: the distance, its place and the verdict are the module's."""
    chance = random.Random(SEED)
    single = [f for f in ALL.values() if not f.mixes]
    for _ in range(STATES):
        ours = chance.choice(single)
        theirs = ours if chance.random() < 0.4 else chance.choice(single)
        x = np.array(chance.sample(list(points()), PLACES))
        y = np.asarray(theirs(x, **drawn(chance, theirs)))
        if chance.random() < 0.3:
            y = y + 10.0 ** chance.uniform(-9, -3) * np.sin(x)
        if chance.random() < 0.1:
            y = np.where(np.abs(x) > chance.choice((4.0, 20.0)), np.nan, y)
        settings = drawn(chance, ours)
        match = _Beside(ours, x, y).match(settings)
        numbers = [None if math.isnan(each) else each for each in y.tolist()]
        gap, _at, same, lost = page.evaluate(TOLD, [[ours.id, list(settings.values()), x.tolist(), numbers]])
        gap = math.inf if gap is None else gap
        close = gap == match.gap or abs(gap - match.gap) <= NEAR * (1.0 + match.gap)
        border = abs(match.gap - 1e-6) < 1e-9 or abs(match.mean - 1e-6) < 1e-9
        if not close or (same != match.same and not border) or lost != match.lost:
            yield f"{ours.id} with {settings} beside {theirs.id}: the page says {gap}, {same}, {lost}; the module {match.gap}, {match.same}, {match.lost}"


def drawn(chance: random.Random, f: Any) -> dict[str, float]:
    """Half of the time the defaults, otherwise near them."""
    if chance.random() < 0.5:
        return {name: float(parameter.default) for name, parameter in f.parameters.items()}
    found = {name: float(f"{(parameter.default or 0.5) * chance.uniform(0.5, 2.0):.4g}") for name, parameter in f.parameters.items()}
    return {name: value if f.parameters[name].inside(value) else f.parameters[name].default for name, value in found.items()}


def kept(page: Page, base: str) -> Iterator[str]:
    """The address keeps the question."""
    ask(page, "max(0, x)")
    page.goto(page.url)
    page.wait_for_timeout(500)
    if "ReLU" not in page.locator(".identify .answer").inner_text():
        yield f"{page.url} does not answer again"
