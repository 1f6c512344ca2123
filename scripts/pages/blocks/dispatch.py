"""Blocks: what a name on a line of its own becomes on a page. Raw HTML where Markdown has no word for it."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from answers import names, quoting
from answers.names import catalogue, claims, functions
from language import citation
from language.words import LANGUAGES, Words
from pages.blocks import (
    advice,
    aliases,
    architecture,
    atlas,
    card,
    comparison,
    copying,
    datasets,
    formulas,
    history,
    home,
    installing,
    interface,
    jacobians,
    landmarks,
    learned,
    libraries,
    live,
    live_regions,
    models,
    numerics,
    overview,
    parameters,
    plot,
    properties,
    recognising,
    sayings,
    speed,
    tables,
    taking,
)
from pages.markup import inline
from pages.page import Page
from pages.scribe import Scribe
from project import noting
from project.fault import Fault, Wrong
from project.paths import FUNCTIONS

if TYPE_CHECKING:
    from activation_functions import Activation

HOW = {
    "algebra": Words("以代數證明", "proved by algebra"),
    "digits": Words("在兩百個有理點上驗算到四十位", "checked at two hundred rational points to forty digits"),
    "every n": Words("以代數證明，不論有多少項", "proved by algebra, for any number of entries"),
}


SHELVES = (
    formulas,
    card,
    plot,
    advice,
    copying,
    tables,
    parameters,
    numerics,
    libraries,
    live_regions,
    learned,
    models,
    history,
    overview,
    landmarks,
    properties,
    aliases,
    recognising,
    comparison,
    atlas,
    datasets,
    speed,
    installing,
    interface,
    taking,
    architecture,
    home,
)
"""Modules whose TABLES and FUNCTION_PARTS pages may name."""
TABLES: dict[str, Callable[[Scribe], str]] = {name: fill for shelf in SHELVES for name, fill in getattr(shelf, "TABLES", {}).items()}
FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {
    name: fill for shelf in SHELVES for name, fill in getattr(shelf, "FUNCTION_PARTS", {}).items()
}


SHELF = {f"table.{name}": shelf.__name__ for shelf in SHELVES for name in getattr(shelf, "TABLES", {})} | {
    name: shelf.__name__ for shelf in SHELVES for name in getattr(shelf, "FUNCTION_PARTS", {})
}
"""The module in which a table or a part of a function's page is made: whoever shows it depends on that module, and on no other here."""


def scribe_for(page: Page, language: str, exports: bool = False) -> Scribe:
    """A scribe that knows these blocks."""
    return Scribe(page, language, block, exports)


def block(name: str, scribe: Scribe) -> str:
    """The block (or short phrase) that a name stands for outside mathematics."""
    head, _, part = name.partition(".")
    if head == "claim":
        return sayings.claim(*part.partition(".")[::2], scribe)
    if head == "table":
        if part not in TABLES:
            raise names.unknown(name, [f"table.{t}" for t in TABLES])
        noting.note("module", SHELF[name])
        return TABLES[part](scribe)
    if head in functions() and part:
        return _function(head, part, scribe)
    if name in catalogue():
        kind = catalogue()[name].kind
        if kind == "figures":
            return figure(name, scribe)
        if kind == "derivations":
            return derivation(name, scribe)
    raise _no_block(name, [*catalogue(), *(f"claim.{c}" for c in claims()), *(f"table.{t}" for t in TABLES), *functions()])


def _no_block(name: str, known: list[str]) -> ValueError:
    try:
        quoting.tex(name, "")
    except (ValueError, ArithmeticError):
        return names.unknown(name, known)
    return ValueError(f"[[{name}]] is a number or a formula; write it inside $…$")


# ---- figures ---------------------------------------------------------------------------------


def figure(name: str, scribe: Scribe) -> str:
    """The picture, its number and caption, and what a reader may take from it."""
    said = names.answer(catalogue()[name])
    scribe.figures += 1
    lazy = "" if scribe.figures == 1 and scribe.page.path != "index" else ' loading="lazy"'  # the home page's stands below its first screen
    number = Words(f"圖{scribe.figures}", f"Figure {scribe.figures}").into(scribe.language)
    at = scribe.to("figures/")
    files = [("SVG", f"{at}{name}.svg"), ("CSV", f"{scribe.to('../figures/')}{name}.csv")]  # numbers are the same in every language
    if scribe.exports:
        slides = Words("簡報用", "for slides").into(scribe.language)
        dark = Words("簡報用，深色", "for slides, dark").into(scribe.language)
        outlines = Words("文字轉為路徑", "text as paths").into(scribe.language)
        files[1:1] = [
            (f"SVG（{outlines}）", f"{at}{name}.paths.svg"),
            ("PDF", f"{at}{name}.pdf"),
            (f"PNG（{slides}）", f"{at}{name}.png"),
            (f"PNG（{dark}）", f"{at}{name}.dark.png"),
        ]
    if LANGUAGES[scribe.language].written == "en":
        files = [(label.replace("（", " (").replace("）", ")"), file) for label, file in files]
    links = "".join(f'<li><a href="{file}" download>{label}</a></li>' for label, file in files)
    permanent = f"{citation.url(scribe.page.path, scribe.language)}#{name}"
    take = Words("文字說明與下載", "Description and downloads").into(scribe.language)
    credit = Words(
        f"引用時請註明：「{said['title'][0]}」，激活函數，逐一驗證，{citation.version()}版，CC BY 4.0，",
        f"To reuse, credit: “{said['title'][1]}”, Activation Functions Verified, version {citation.version()}, CC BY 4.0, ",
    ).into(scribe.language)
    return "\n".join(
        [
            f'<figure id="{name}" class="figure{live.frame(said["live"], scribe)}>',
            _picture(name, scribe, lazy),
            *live.controls(said["live"], scribe),
            f'<figcaption><a class="number" href="#{name}">{number}</a> {inline(said["caption"], scribe)}</figcaption>',
            f'<details class="take"><summary>{take}</summary>',
            f"<p>{inline(said['description'], scribe)}</p>",
            *_assumed(said["assumes"], scribe),
            f'<ul class="downloads">{links}</ul>',
            f'<p class="credit">{html.escape(credit)}<a href="#{name}">{permanent}</a></p>',
            "</details>",
            *live.values(said["live"], scribe),
            "</figure>",
        ]
    )


def _assumed(said: list[list[str]], scribe: Scribe) -> list[str]:
    """What a figure that stands on a computation takes for granted."""
    if not said:
        return []
    head = Words("假設", "What is assumed").into(scribe.language)
    gap = "：" if scribe.language != "en" else ": "
    return [f"<p><b>{head}</b>{gap}{' '.join(inline(each, scribe) for each in said)}</p>"]


def _picture(name: str, scribe: Scribe, lazy: str = "") -> str:
    """The drawing, with the narrow one for a phone where there is one; sizes are given, so that nothing moves when it arrives."""
    said = names.answer(catalogue()[name])
    wide, high = said["sizes"][scribe.language]
    narrow = said["sizes"].get(f"{scribe.language}.narrow")
    at, alt = scribe.to("figures/"), html.escape(Words(*said["alt"]).into(scribe.language))
    phone = f'<source media="(max-width: 600px)" srcset="{at}{name}.narrow.svg" width="{narrow[0]:g}" height="{narrow[1]:g}">' if narrow else ""
    return f'<picture>{phone}<img src="{at}{name}.svg" alt="{alt}" width="{wide:g}" height="{high:g}"{lazy}></picture>'


def figures_asked(scribe: Scribe) -> set[str]:
    """Figures a block drew on its own (a function's shape)."""
    return {f"{name.partition('.')[0]}_shape" for name in scribe.asked if name.endswith(".shape")}


# ---- derivations -----------------------------------------------------------------------------


def derivation(name: str, scribe: Scribe) -> str:
    """One step a line, its reason at the right, a tick for what algebra proved and another for what digits checked."""
    said = names.answer(catalogue()[name])
    if "chains" in said:
        return jacobians.shown(name, said, scribe, listed)
    return listed(said["steps"], name, scribe)


def listed(steps: list[dict[str, Any]], name: str, scribe: Scribe) -> str:
    """The lines of one chain."""
    rows = []
    for step in steps:
        line = html.escape(step["tex"], quote=False)
        if step["reason"] is None:
            rows.append(rf'<li class="start"><span class="line">\[ {line} \]</span></li>')
            continue
        how, mark = HOW[step["how"]].into(scribe.language), ("checked", "≈") if step["how"] == "digits" else ("proved", "✓")
        tick = f'<span class="tick {mark[0]}" role="img" aria-label="{how}" title="{how}">{mark[1]}</span>'
        rows.append(rf'<li><span class="line">\[ = {line} \]</span><span class="reason"><span>{inline(step["reason"], scribe)}</span>{tick}</span></li>')
    return "\n".join([f'<ol class="derivation" id="{name}">', *rows, "</ol>"])


# ---- functions -------------------------------------------------------------------------------


def _function(name: str, part: str, scribe: Scribe) -> str:
    record = names._record(name)
    match part:
        case "name":
            return str(record.name)
        case "id":
            return f"`{name}`"
        case "line":
            return tables.in_a_sentence(record, scribe)
        case "shape":
            return figure(f"{name}_shape", scribe)
        case "derivation":
            own = f"{name}_derivative"
            if own not in catalogue():
                raise Wrong(Fault(FUNCTIONS / f"{name}.py", 1, f"the derivative of {name} is derived nowhere", f"write scripts/derivations/functions/{own}.py"))
            return derivation(own, scribe)
        case "sources":
            citation.sought(record.sources, FUNCTIONS / f"{name}.py")
            return cite_list(record.sources, scribe)
    if part in FUNCTION_PARTS:
        noting.note("module", SHELF[part])
        return FUNCTION_PARTS[part](record, scribe)
    raise _no_block(f"{name}.{part}", [f"{name}.{p}" for p in ("name", "id", "line", "shape", "derivation", "sources", *FUNCTION_PARTS)])


ROLES = {
    "anticipated": Words("更早的同一個式子", "The same formula earlier"),
    "introduced": Words("提出", "Introduced"),
    "named": Words("命名", "Named"),
    "popularised": Words("普及", "Popularised"),
    "studied": Words("研究", "Studied"),
    "miscited": Words("常被誤引", "Often cited instead"),
}
"""The parts a work can have played for a function, as a record names them, in the order of the page."""


def cite_list(sources: Mapping[str, str], scribe: Scribe) -> str:
    """The works behind a function, by the part each played; what is in doubt about one stands beside it."""
    scribe.cited += [key for key in sources if key not in scribe.cited]
    lines = []
    for role, word in ROLES.items():
        works = []
        for key in (key for key, played in sources.items() if played == role):
            doubt = citation.doubt(key, scribe.language)
            works.append(citation.mark([key], scribe.language)[1:-1] + (f" <small>{doubt}</small>" if doubt else ""))
        if works:
            colon, semicolon = Words("：", ": ").into(scribe.language), Words("；", "; ").into(scribe.language)
            lines.append(f"- **{word.into(scribe.language)}**{colon}{semicolon.join(works)}")
    unknown = Words("沒有可考的原始出處。", "No primary source is known.").into(scribe.language)
    return "\n".join(lines if {"introduced", "named"} & {*sources.values()} else [unknown, *([""] if lines else []), *lines])


def reference_list(keys: list[str], language: str, headed: bool = True) -> str:
    """The works that a page cites, under a heading; without one, below the further reading of a page that has its own."""
    heading = Words("參考文獻", "References").into(language) if headed else Words("完整書目", "Full references").into(language)
    head = f"## {heading} {{ #references }}" if headed else f"**{heading}**"
    return f"{head}\n\n" + "\n".join(f"- {citation.reference(key, language)}" for key in sorted(keys))


def chooser() -> str:
    links = "".join(f"- [{language.name}]({language.code}/index.md)\n" for language in LANGUAGES.values())
    return f"---\ntitle: {LANGUAGES['en'].site_name}\n---\n\n{links}"
