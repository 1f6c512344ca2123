"""What must be true of the site, each check a list of faults with their addresses; an empty list is good."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import cite
import labs
import names
import pages
from cache import FUNCTIONS, ROOT, SCRIPTS, SOURCE
from names import NAME, catalogue, claims
from page import FENCE, SYNCED, Page, all_pages, authored, read
from words import DOCS, LANGUAGES, VERBATIM, WRITTEN, glossary, surprises

LEDGER = ROOT / "tests" / "ledger.txt"


def _written() -> Iterator[Page]:
    """Everything people wrote, labs among them, as pages."""
    for written in WRITTEN:
        for path in authored():
            if (DOCS / f"{path}.{written}.md").exists():  # where not, missing_languages says so
                yield read(path, written)
        yield from _labs(written)


def _labs(written: str) -> Iterator[Page]:
    for file in labs.files():
        prose = [c["source"] for c in labs.cells(file) if c["lang"] == written]
        yield Page(f"labs/{file.stem}", written, "\n\n".join(prose))


def missing_languages() -> list[str]:
    """A page in one written language must stand in all."""
    return [f"docs/{path}: no {written}" for path in authored() for written in WRITTEN if not (DOCS / f"{path}.{written}.md").exists()]


def headings() -> list[str]:
    """Every heading has an explicit ASCII id, once a page."""
    faults = []
    for page in _written():
        seen: set[str] = set()
        for section in page.sections():
            if not re.fullmatch(r"[a-z][a-z0-9-]*", section.id):
                faults.append(f"{page.file}: the heading {section.title!r} has no id of the form {{ #lower-case }}")
            if section.id in seen:
                faults.append(f"{page.file}#{section.id}: two headings share this id")
            seen.add(section.id)
        if page.it == "" and not page.path.endswith("each") and page.path not in ("index",) and not page.lede:
            faults.append(f"{page.file}: no sentence marked {{ .lede }} under the title")
    return faults


def structure() -> list[str]:
    """The written languages agree in headings, names, formulas, links, citations, boxes and code."""
    faults = []
    grouped: dict[str, list[Page]] = {}
    for page in _written():
        grouped.setdefault(page.path, []).append(page)
    for path, versions in sorted(grouped.items()):
        if len(versions) != len(WRITTEN):
            continue
        first, *others = versions
        for other in others:
            mine, theirs = first.sections(), other.sections()
            if [(s.level, s.id) for s in mine] != [(s.level, s.id) for s in theirs]:
                faults.append(f"{path}: headings differ: {[s.id for s in mine]} in {first.written}, {[s.id for s in theirs]} in {other.written}")
                continue
            for a, b in zip(mine, theirs, strict=True):
                for part, had in a.skeleton().items():
                    has = b.skeleton()[part]
                    if had != has:
                        only = [x for x in had if x not in has], [x for x in has if x not in had]
                        faults.append(f"{path}#{a.id}: {part} differ: only {first.written} {only[0] or had}, only {other.written} {only[1] or has}")
    return faults


def stale() -> list[str]:
    """A section changed in one language since both were last read together (docs.py sync PAGE#SECTION)."""
    kept, faults, alive = synced(), [], set()
    for address, hashes in sides().items():
        alive.add(address)
        if kept.get(address) != hashes:
            before = kept.get(address, ())
            moved = [w for w, now, then in zip(WRITTEN, hashes, before, strict=False) if now != then] or list(WRITTEN)
            faults.append(f"{address}: {' and '.join(moved)} changed since both were last read together")
    return faults + [f"{gone}: in docs/synced.tsv but not in docs" for gone in sorted(kept.keys() - alive)]


def sides() -> dict[str, tuple[str, ...]]:
    """page#section -> the hash of each written side."""
    found: dict[str, dict[str, str]] = {}
    for page in _written():
        for section in page.sections():
            found.setdefault(f"{page.path}#{section.id}", {})[page.written] = section.hash
    return {address: tuple(hashes.get(w, "") for w in WRITTEN) for address, hashes in found.items()}


def synced() -> dict[str, tuple[str, ...]]:
    if not SYNCED.exists():
        return {}
    rows = (line.split("\t") for line in SYNCED.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}


def texts() -> Iterator[tuple[str, str, str]]:
    """(where, written language, text) of all prose: pages, labs, and the Words that scripts say."""
    for page in _written():
        yield page.file, page.written, page.body
    for made in catalogue().values():
        said = names.answer(made)
        where = made.file.relative_to(ROOT).as_posix()
        if made.kind == "figures":
            for part in ("title", "caption", "alt", "description"):
                yield from ((f"{where} {part}", w, text) for w, text in zip(WRITTEN, said[part], strict=True))
        if made.kind == "derivations":
            yield from ((f"{where} reason", w, text) for step in said["steps"] if step["reason"] for w, text in zip(WRITTEN, step["reason"], strict=True))
    for name, said in claims().items():
        for part in ("said", "why", "control", "holds_when"):
            yield from ((f"claim {name} {part}", w, text) for w, text in zip(WRITTEN, said[part], strict=True))
    for file in [*sorted(FUNCTIONS.glob("*.py")), *sorted(SCRIPTS.glob("*.py")), *sorted(SCRIPTS.glob("figures/*.py"))]:
        where = file.relative_to(ROOT).as_posix()
        yield from ((f"{where}:{line}", "zh-Hant", text) for line, text in _said_in(file))
    for file in labs.files():
        for cell in labs.cells(file):
            if cell["kind"] == "code":
                yield from ((f"{file.relative_to(ROOT).as_posix()} print", "en", text) for text in _printed(cell["source"]))


def _printed(code: str) -> Iterator[str]:
    """What a lab prints word for word: the rest is computed."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print":
            for text in [part for each in call.args for part in (each.values if isinstance(each, ast.JoinedStr) else [each])]:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def _said_in(file: Path) -> Iterator[tuple[int, str]]:
    """The Chinese that a script says: the first half of each Words, and each function's line and notes."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        spoken: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words":
            spoken = node.args[:1]
        elif isinstance(node, ast.keyword) and node.arg in ("zh_hant", "zh_hant_notes"):
            spoken = [node.value]
        for each in spoken:
            yield from ((part.lineno, part.value) for part in ast.walk(each) if isinstance(part, ast.Constant) and isinstance(part.value, str))


# A typed number: a decimal, a percentage, an integer above 20 — unless it is a year, a version, an id, or inside code.
# \w is ASCII here: a Han character may stand right beside a number, a Latin letter makes it a name such as float32.
_NUMBER = re.compile(r"(?<![\w.#/])(?<!\w-)(?:\d+\.\d+|\d+ ?[%％‰]|\d+(?:\\,)?\\%|(?:2[1-9]|[3-9]\d|\d{3,}))(?!\w)", re.A)
_ALLOWED = re.compile(
    r"2\^\{-\d+\}|(?<!\d)(?:19|20)\d\d(?!\d|\.\d)|Apache 2\.0|CC BY 4\.0|CC BY(?:-SA)? \d\.\d|Python 3\.\d+|float(?:16|32|64)|CS231n|arXiv[: ]\d{4}\.\d+|360 px|GB/T 7714|BCP 47|IEEE 754"
)


def typed_numbers() -> list[str]:
    """A number in prose is a fact in hiding: quote it by name."""
    faults = []
    for where, _, text in texts():
        bare = NAME.sub(" ", FENCE.sub(" ", text))
        bare = re.sub(r"`[^`]*`|\]\([^)]*\)|\[@[^\]]*\]|\{[ :]?[#.][^}]*\}|<[^>]+>|https?://\S+", " ", bare)
        bare = _ALLOWED.sub(" ", bare)
        faults += [f"{where}: the number {m.group()!r} is typed: …{bare[max(0, m.start() - 20) : m.end() + 20].strip()}…" for m in _NUMBER.finditer(bare)]
    return faults


def typed_pictures() -> list[str]:
    """No picture and no display formula is typed that code could make."""
    faults = []
    for page in _written():
        body = FENCE.sub("", page.body)
        faults += [f"{page.file}: a picture is typed: {m.group()}" for m in re.finditer(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>", body)]
    return faults


def punctuation() -> list[str]:
    """Chinese prose has full-width punctuation, no typed spaces beside Han characters, and straight quotes nowhere."""
    faults = []
    han = r"[\u4e00-\u9fff]"
    for where, written, text in texts():
        if written != "zh-Hant":
            continue
        bare = VERBATIM.sub("x", re.sub(r" *\{ *[#.:][^}\n]*\}", "", text))
        for pattern, what in (
            (rf"{han}[,;:!?]|[,;!?]{han}|{han}\.(?!\w)", "half-width punctuation"),
            (rf"{han} +[A-Za-z0-9x]|[A-Za-z0-9x] +{han}", "a space between Han and Latin"),
            (rf"{han}\(|\({han}", "half-width brackets"),
            (r"[“”‘’]", "quotation marks that are not 「」"),
        ):
            faults += [f"{where}: {what}: …{bare[max(0, m.start() - 8) : m.end() + 8]}…" for m in re.finditer(pattern, bare)]
    return faults


def unsettled() -> list[str]:
    """Where OpenCC's phrase book would choose another word, a row of docs/glossary.tsv must decide."""
    return sorted({f"{where}: {surprise}" for where, written, text in texts() if written == "zh-Hant" for surprise in surprises(text)})


def unknown_names() -> list[str]:
    """Every name exists and every number is settled: all pages resolve in all languages."""
    faults = []
    for language, spoken in LANGUAGES.items():
        for page in [*all_pages(spoken.written), *_labs(spoken.written)]:
            try:
                pages.shown(page, language, exports=False)
            except (ValueError, ArithmeticError, KeyError) as error:
                faults.append(f"{language}/{page.path}: {error}")
    return faults


def unused() -> list[str]:
    """Every made thing is on a page."""
    asked = {name for page in [*all_pages(WRITTEN[0]), *_labs(WRITTEN[0])] for m in NAME.finditer(page.text) for name in re.findall(r"[\w.]+", m.group())}
    asked |= {f"{name.partition('.')[0]}_shape" for name in asked if name.endswith(".shape")}
    asked |= {f"{name.partition('.')[0]}_derivative" for name in asked if name.endswith(".derivation")}
    heads = {name.partition(".")[0] for name in asked} | asked
    faults = [
        f"{m.file.relative_to(ROOT)}: no page uses {name}" for name, m in catalogue().items() if m.kind in ("figures", "derivations") and name not in heads
    ]
    cited = {key for page in _written() for key in _cited(page)}
    return faults + _bibliography(cited)


def _cited(page: Page) -> list[str]:
    return [key.strip().lstrip("@") for m in re.finditer(r"\[(@[^\]]+)\]", page.text) for key in m[1].split(";")]


def _needed() -> set[str]:
    return {key for name in names.functions() for key in names._record(name).sources}


def _bibliography(cited: set[str]) -> list[str]:
    wanted = cited | _needed() | {key for said in claims().values() for key in said["reads"]}
    return [f"docs/references.bib: no entry {key}" for key in sorted(wanted - set(cite.keys()))]


def rows_answered() -> list[str]:
    """Claims answer rows that exist, and each row is answered by one claim."""
    import tables

    seen: dict[str, str] = {}
    faults = []
    for name, said in claims().items():
        for row in said["rows"]:
            if row not in tables.sayings():
                faults.append(f"claim {name}: docs/rows.tsv has no row {row}")
            if row in seen:
                faults.append(f"row {row} is answered twice: {seen[row]} and {name}")
            seen[row] = name
    return faults


def controls() -> list[str]:
    """With its control in the place of its object, each claim's verdict must change."""
    return [
        f"claim {name}: the control has the same verdict, {said['verdict']}" for name, said in claims().items() if said["verdict"] == said["control_verdict"]
    ]


LAYERS = (
    ("words", "cache", "formula", "observation", "recorded"),
    ("curve", "far", "study", "closed", "facts", "pieces"),
    ("figure", "derivation", "claim", "vectors", "thresholds"),
    ("making", "shape", "shape_vector"),
    ("names",),
    ("cite", "page", "exports"),
    ("scribe", "data"),
    ("markup",),
    ("card",),
    ("search", "tables", "compared", "numerics", "speed", "families"),
    ("overview", "landmarks", "comparison", "atlas", "datasets"),
    ("blocks",),
    ("labs",),
    ("pages",),
    ("checks",),
    ("bench", "docs", "hook", "mathml", "notebook", "remember", "subset_fonts"),
)


def imports() -> list[str]:
    """src knows NumPy, SciPy and itself; scripts know src and what lies below them; nobody knows tests."""
    level = {name: height for height, layer in enumerate(LAYERS) for name in layer}
    faults = []
    for file in SOURCE.rglob("*.py"):
        allowed = {"numpy", "scipy", "activations", *sys.stdlib_module_names}
        faults += [f"{file.relative_to(ROOT)}: imports {m}" for m in _imported(file) if m.split(".")[0] not in allowed]
    for file in SCRIPTS.rglob("*.py"):
        here = level.get(file.stem, 3 if file.parent != SCRIPTS else None)
        if here is None:
            faults.append(f"{file.relative_to(ROOT)}: has no place in checks.LAYERS")
            continue
        for module in _imported(file):
            if module.split(".")[0] == "tests":
                faults.append(f"{file.relative_to(ROOT)}: imports tests")
            if module in level and level[module] > here:
                faults.append(f"{file.relative_to(ROOT)}: imports {module}, which lies above it")
    return faults


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def ledger() -> str:
    """Every printed number and every verdict, one sorted line each."""
    from observation import Observation

    asked = {(f"{name}.{fact}", "6") for name in names.functions() for fact in names.known(name)["facts"]}  # for tables
    for page in [*all_pages(WRITTEN[0]), *_labs(WRITTEN[0])]:
        _, scribe = pages.shown(page, WRITTEN[0], exports=False)
        asked |= scribe.quoted
    lines = {f"claim.{name}\t{said['verdict']}\t{' '.join(said['rows'])}" for name, said in claims().items()}
    for name, form in asked:
        said = names.tex(name, form)
        measured = name.partition(".")[2] not in names.TEX_PARTS and isinstance(names.number(name), Observation)
        lines.add(f"{name}{':' + form if form else ''}\t{said}{chr(9) + 'observed' if measured else ''}")
    return "\n".join(sorted(lines)) + "\n"


def moved() -> list[str]:
    """Lines of the ledger that are not what the code says now (docs.py ledger accepts them)."""
    from observation import Observation

    was = set(LEDGER.read_text("utf-8").splitlines()) if LEDGER.exists() else set()
    now = set(ledger().splitlines())
    kept = {line.split("\t")[0]: line for line in was if line.endswith("\tobserved")}
    faults = []
    for line in sorted(now - was):
        name = line.split("\t")[0]
        if line.endswith("\tobserved") and name in kept:
            measured = names.number(name.partition(":")[0])
            mean, spread = (float(re.sub(r"[^\d.e-]", "", part)) for part in kept[name].split("\t")[1].split(r"\pm"))
            scale = 0.01 if "%" in kept[name] else 1.0
            if measured.agrees(Observation(mean * scale, spread * scale, measured.runs)):
                was.discard(kept[name])
                continue
        faults.append(f"tests/ledger.txt: now {line.replace(chr(9), '  ')}")
    seen = {line.split("\t")[0] for line in now}
    return faults + [f"tests/ledger.txt: no longer said: {line.split(chr(9))[0]}" for line in sorted(was - now) if line.split("\t")[0] not in seen]


def vocabulary() -> list[str]:
    """Each glossary row is there once."""
    seen: set[str] = set()
    faults = []
    for term in glossary():
        if term.hant in seen:
            faults.append(f"docs/glossary.tsv: {term.hant} has two rows")
        seen.add(term.hant)
    return faults


def derivations() -> list[str]:
    """Every step of every derivation holds, and ends at the code (computed when it is made)."""
    faults = []
    for made in catalogue().values():
        try:
            names.answer(made)
        except Exception as error:  # any failure to make a thing is a fault of the site
            faults.append(f"{made.file.relative_to(ROOT)}: {error}")
    return faults


PICTURE, PICTURED = DOCS / "picture.svg", "sigmoid_slope"


def picture() -> str:
    """The README's picture: the English drawing, as the page has it."""
    drawing: str = names.answer(catalogue()[PICTURED])["drawings"]["en"]
    return drawing


def old_picture() -> list[str]:
    """The README shows the figure as it is drawn now (docs.py ledger renews it)."""
    good = PICTURE.exists() and PICTURE.read_text("utf-8") == picture()
    return [] if good else [f"docs/picture.svg is not the figure {PICTURED} as it is drawn now"]


CHECKS: dict[str, Callable[[], list[str]]] = {
    "made": derivations,
    "languages": missing_languages,
    "headings": headings,
    "structure": structure,
    "names": unknown_names,
    "unused": unused,
    "numbers": typed_numbers,
    "pictures": typed_pictures,
    "punctuation": punctuation,
    "glossary": vocabulary,
    "unsettled": unsettled,
    "rows": rows_answered,
    "controls": controls,
    "imports": imports,
    "stale": stale,
    "ledger": moved,
    "picture": old_picture,
}
