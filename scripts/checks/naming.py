"""Checks of names: each is answered, each made thing is used, each claim answers a saying, each page is found."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from answers import names, quoting
from answers.names import NAME, catalogue, claims
from answers.undecided import undecided
from checks import guiding, pairs, syntax
from checks.prose import lab_pages, written
from language import citation
from language.words import WRITTEN
from pages.blocks import tables
from pages.page import Page, all_pages
from pages.scribe import Scribe
from project.fault import Fault, Wrong, apart, line_of, root
from project.paths import DOCS, FUNCTIONS, ROOT
from publish import navigation, search, staging

CITED = re.compile(r"\[(@[^\]]+)\]")


def unknown_names() -> list[Fault]:
    """Every name exists and every number is settled: all pages resolve in both written languages, and what is derived from one asks for the same."""
    faults = list(_unknown_in_scripts())
    told = {fault.what for fault in faults}
    for language in WRITTEN:
        for page in [*all_pages(language), *lab_pages(language)]:
            try:
                _shown(page, language)
            except (ValueError, ArithmeticError, LookupError) as error:
                if (found := root(error, page.file)).what not in told:  # where the script that says it has been named, its pages are not
                    faults.append(found)
    return list(dict.fromkeys(faults))


def _unknown_in_scripts() -> Iterator[Fault]:
    """Names in the words that scripts say."""
    for pair in pairs.pairs().values():
        for side in pair.values():
            for name, form in dict.fromkeys((m[1].strip(), m[2] or "") for m in NAME.finditer(side.text) if not pairs.HOLE.search(m.group())):
                try:
                    quoting.tex(name, form)
                except (ValueError, ArithmeticError) as error:
                    yield error.fault if isinstance(error, Wrong) else Fault(side.file, side.line, *apart(str(error)))


def unused() -> list[Fault]:
    """Every made thing is on a page, and every work that is cited in the bibliography."""
    asked = {name for page in [*all_pages(WRITTEN[0]), *lab_pages(WRITTEN[0])] for m in NAME.finditer(page.text) for name in re.findall(r"[\w.]+", m.group())}
    asked |= {f"{name.partition('.')[0]}_shape" for name in asked if name.endswith((".shape", ".plot"))}
    asked |= {f"{name.partition('.')[0]}_derivative" for name in asked if name.endswith(".derivation")}
    heads = {name.partition(".")[0] for name in asked} | asked
    faults = [
        Fault(m.file, 1, f"no page uses {name}", f"ask for it by [[{name}]] on a page, or take the file away")
        for name, m in catalogue().items()
        if m.kind in ("figures", "derivations") and name not in heads
    ]
    return list(dict.fromkeys([*faults, *_without_entry()]))


def _without_entry() -> Iterator[Fault]:
    """Works that a page, a function or a claim names and the bibliography does not have."""
    asked = [(key.strip().lstrip("@"), page.file, page.line(m.start())) for page in written() for m in CITED.finditer(page.text) for key in m[1].split(";")]
    asked += [(key, FUNCTIONS / f"{name}.py", 0) for name in names.functions() for key in names._record(name).sources]
    asked += [(key, ROOT / said["file"], 0) for said in claims().values() for key in said["reads"]]
    for key, file, line in asked:
        try:
            citation.sought([key], file, line)
        except Wrong as error:
            yield error.fault


def rows_answered() -> list[Fault]:
    """Claims answer rows that exist; each row is answered by one claim, or docs/undecided.tsv says why nothing decides it."""
    seen: dict[str, str] = {}
    faults = []
    for name, said in claims().items():
        file = ROOT / said["file"]
        for row in said["rows"]:
            try:
                tables.sought([row], file)
            except Wrong as error:
                faults.append(error.fault)
            if row in seen:
                line = line_of(file, f'"{row}"', _line(name, said))
                faults.append(Fault(file, line, f"row {row} is answered twice, by {seen[row]} and {name}", "leave it to one of them"))
            seen[row] = name
    file = DOCS / "undecided.tsv"
    for row in undecided():
        try:
            tables.sought([row], file)
        except Wrong as error:
            faults.append(error.fault)
        if row in seen:
            faults.append(Fault(file, line_of(file, f"{row}\t"), f"row {row} stands here, and {seen[row]} judges it", "leave it to one of them"))
    file, open_ = DOCS / "rows.tsv", [row for row in tables.sayings() if row not in seen and row not in undecided()]
    return faults + [
        Fault(file, line_of(file, f"{row}\t"), f"no claim judges row {row}", "judge it, or say in docs/undecided.tsv why nothing can") for row in open_
    ]


def _line(name: str, said: dict[str, Any]) -> int:
    """The line on which a claim begins."""
    return line_of(ROOT / said["file"], f"{name} = ")


def _of_claim(name: str, said: dict[str, Any], what: str, remedy: str) -> Fault:
    return Fault(ROOT / said["file"], _line(name, said), f"claim {name} {what}", remedy)


def controls() -> list[Fault]:
    """With its control in the place of its object, each claim's verdict must change; a claim that names functions judges one of those."""
    faults = []
    for name, said in claims().items():
        if said["ruling"] == said["control_verdict"]:
            what = f"has the same verdict for its control, {said['ruling']}"
            faults.append(_of_claim(name, said, what, "give a control for which the saying is not so, or mend the judge"))
        about = syntax.call(ROOT / said["file"], name).get("about")
        judged = about.id if isinstance(about, ast.Name) else ""
        spoken = {each for each in names.functions() if re.search(rf"(?<![a-z]){re.escape(each.replace('_', ' '))}(?![a-z])", " ".join(said["said"]).lower())}
        if judged in names.functions() and spoken and judged not in spoken:
            faults.append(_of_claim(name, said, f"speaks of {', '.join(sorted(spoken))} and judges {judged}", "judge what the saying names, by `about`"))
    return faults


def assumptions() -> list[Fault]:
    """Each claim and each figure drawn at random says what it assumes; a claim varies each assumption or says why it cannot matter."""
    faults = []
    for name, said in claims().items():
        if not said["assumes"]:
            faults.append(_of_claim(name, said, "does not say what it assumes", "give `assumes`"))
        if said["unsettled"]:
            faults.append(_of_claim(name, said, f"does not vary {', '.join(said['unsettled'])}", "vary it, or say in `immaterial` why it cannot matter"))
    for made in catalogue().values():
        at_random = next((sign for sign in ("default_rng", "study(") if sign in made.file.read_text("utf-8")), "") if made.kind == "figures" else ""
        if at_random and not names.answer(made)["assumes"]:
            line = line_of(made.file, at_random)
            faults.append(Fault(made.file, line, "a figure that draws at random, or shows a study, does not say what it assumes", "give `assumes`"))
    return faults


def unmade() -> list[Fault]:
    """Every made thing can be made; of a derivation, every step holds and the last agrees with the code."""
    faults = []
    for made in catalogue().values():
        try:
            names.answer(made)
        except Exception as error:  # any failure to make a thing is a fault of the site
            faults.append(root(error, made.file))
    return list(dict.fromkeys(faults))


def unlisted() -> list[Fault]:
    """Every page is in the navigation, and the map of the guide's chapters agrees with it."""
    listed = set(navigation.listed())
    outside = [page for page in written() if not {f"{page.path}.md", f"{page.path.rpartition('/')[0]}/*"} & listed]
    faults = [Fault(page.file, 1, f"{page.path}.md is not in the navigation", "give it a line under `nav` in mkdocs.yml") for page in outside]
    return [*faults, *guiding.mapped(navigation.listed())]


def unsearched() -> list[Fault]:
    """Every page is in the search index, in both written languages; what is derived from one has the same pages."""
    faults = []
    for language in WRITTEN:
        pages = {page.path: page for page in [*all_pages(language), *lab_pages(language)]}
        entries = [entry for page in pages.values() for entry in search.entries(page.path, _shown(page, language)[0], language)]
        there = {entry["location"].partition("#")[0] for entry in json.loads(search.index(entries, language))["docs"]}
        missing = [page for path, page in pages.items() if search.location(path) not in there]
        faults += [Fault(page.file, 1, f"{language}/{page.path} is not in the search index", "see publish/search.py, which makes it") for page in missing]
    return faults


@cache
def _shown(page: Page, language: str) -> tuple[str, Scribe]:
    return staging.shown(page, language, exports=False)
