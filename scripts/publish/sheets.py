"""One style sheet in the place of several, with only the rules that some page or script of the built site can need.

A rule is kept when each class, id, element and attribute of its selector stands in some page, or as a word in some script:
what a script sets later is a word of the script. A custom property and a row of key frames are kept when a kept rule names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tinycss2  # type: ignore[import-untyped]

SHEET = "assets/styles.css"
NESTING = {"media", "supports", "layer", "container"}
ALWAYS = {"open", "hidden", "html", "body", "before", "after"}
"""What a browser sets or makes without any page or script saying it."""


@dataclass
class Said:
    """Every name that pages and scripts say, by what it names."""

    classes: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=lambda: set(ALWAYS))
    attributes: set[str] = field(default_factory=lambda: set(ALWAYS))
    values: set[tuple[str, str]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    tabs: int = 0  # the most that stand side by side


_OPENED = re.compile(r"<[a-zA-Z][^<>]*>")  # in a page of ours no > stands in an attribute
_ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
_TAB = re.compile(r"__tabbed_\d+_(\d+)")
_ATTRIBUTE = re.compile(r"[\s\"']([a-zA-Z][\w:-]*)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?(?=[\s>/])")


def said(pages: Iterable[str], scripts: Iterable[str]) -> Said:
    """What these pages and scripts say. A word of the text that looks like an attribute counts as one: too much is kept rather than too little."""
    found, attributes = Said(), set[tuple[str, str, str, str]]()
    for page in pages:
        found.elements.update(_ELEMENT.findall(page))
        attributes.update(each for tag in set(_OPENED.findall(page)) for each in _ATTRIBUTE.findall(tag))
    for name, *values in attributes:
        value = "".join(values)
        found.attributes.add(name)
        if name == "class":
            found.classes.update(value.split())
        elif name == "id":
            found.ids.add(value)
            if tab := _TAB.fullmatch(value):
                found.tabs = max(found.tabs, int(tab[1]))
        else:
            found.values.add((name, value))
    for script in scripts:
        for word in re.findall(r"[A-Za-z_][\w-]*", script):
            found.words.add(word)
            kebab = re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), word)  # dataset.mdType is the attribute data-md-type, ariaLabel is aria-label
            found.words.update({f"data-{kebab}", kebab})
    return found


# ---- reading ---------------------------------------------------------------------------------


def gathered(sheet: Path, beside: Path) -> str:
    """A sheet with those that it imports in their place; an import that is not in its own folder is in the other."""
    text = sheet.read_text("utf-8")

    def put(found: re.Match[str]) -> str:
        file = sheet.parent / found[1]
        return gathered(file if file.is_file() else beside / found[1], beside)

    return re.sub(r'^@import "([^"]+)";$', put, text, flags=re.M)


def cut(sheet: str, names: Said) -> str:
    """The sheet without rules that nothing of these names can meet, and without what then nothing names."""
    rules = list(_kept(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True), names))
    while True:
        text = "".join(map(_written, rules))
        asked = set(re.findall(r"var\(\s*(--[\w-]+)", text)) | {word for word in names.words if word.startswith("--")}
        moving = set(re.findall(r"[\w-]+", " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", text))))
        fewer = list(_named(rules, asked, moving))
        if fewer == rules:
            return text
        rules = fewer


@dataclass
class Rule:
    """A rule as it is written: what stands before its braces, and inside either declarations or rules."""

    head: str
    declarations: list[tuple[str, str]] | None
    rules: list[Rule]


def _kept(nodes: list[Any], names: Said) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            if heads := [_text(selector) for selector in _selectors(node.prelude) if _met(selector, names)]:
                yield Rule(",".join(heads), _declarations(node.content), [])
        elif node.type == "at-rule" and node.content is not None:
            head = f"@{node.at_keyword} {_text(node.prelude)}".rstrip()
            if node.lower_at_keyword in NESTING:
                inside = list(_kept(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), names))
                if inside:
                    yield Rule(head, None, inside)
            elif node.lower_at_keyword.endswith("keyframes"):
                steps = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield Rule(head, None, [Rule(_text(step.prelude), _declarations(step.content), []) for step in steps])
            else:
                yield Rule(head, _declarations(node.content), [])
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            raise ValueError(
                f"line {node.source_line} of the style sheet: @{node.at_keyword} has no block; only imports of whole sheets are put in their place"
            )
        elif node.type == "error":
            raise ValueError(f"line {node.source_line} of the style sheet: {node.message}")


def _selectors(prelude: list[Any]) -> Iterator[list[Any]]:
    selector: list[Any] = []
    for token in prelude:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _met(selector: list[Any], names: Said) -> bool:
    """Whether each name of a selector is said somewhere. What stands in brackets, as in :is(…) and :not(…), is not asked: too much is kept rather than too little."""
    before, tabs = "", "tabbed-set" in _text(selector)  # Material has rules for twenty tabs
    for token in selector:
        if token.type == "ident" and before == "." and token.value not in names.classes | names.words:
            return False
        if token.type == "ident" and before not in (".", ":") and token.lower_value not in names.elements | names.words:
            return False
        if token.type == "hash" and token.value not in names.ids | names.words:
            return False
        if token.type == "[] block" and not _has(token.content, names):
            return False
        if token.type == "function" and tabs and token.lower_name == "nth-child" and (of := _text(token.arguments)).isdecimal() and int(of) > names.tabs:
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _has(inside: list[Any], names: Said) -> bool:
    tokens = [token for token in inside if token.type not in ("whitespace", "comment")]
    name = tokens[0].lower_value
    if name in names.words or (name.startswith("data-") and name in names.words):
        return True
    if name not in names.attributes:
        return False
    if len(tokens) < 3 or tokens[1] != "=" or name in ("class", "id", "type", *ALWAYS):
        return True
    return (name, tokens[2].value) in names.values


def _declarations(content: list[Any]) -> list[tuple[str, str]]:
    found = []
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type != "declaration":
            raise ValueError(f"line {node.source_line} of the style sheet: a rule inside a rule, or a value that cannot be read")
        found.append((node.name, _text(node.value) + ("!important" if node.important else "")))
    return found


def _text(tokens: list[Any]) -> str:
    written = tinycss2.serialize([token for token in tokens if token.type != "comment"])
    return re.sub(r"\s+", " ", written).strip() if '"' not in written and "'" not in written else written.strip()


# ---- writing ---------------------------------------------------------------------------------


def _named(rules: list[Rule], asked: set[str], moving: set[str]) -> Iterator[Rule]:
    for rule in rules:
        if "keyframes" in rule.head.split(" ")[0]:
            if rule.head.split(" ")[-1] in moving:
                yield rule
            continue
        inside = list(_named(rule.rules, asked, moving))
        declared = None if rule.declarations is None else [(name, value) for name, value in rule.declarations if not name.startswith("--") or name in asked]
        if declared or inside:
            yield Rule(rule.head, declared, inside)


def _written(rule: Rule) -> str:
    inside = "".join(map(_written, rule.rules)) if rule.declarations is None else ";".join(f"{name}:{value}" for name, value in rule.declarations)
    return f"{rule.head}{{{inside}}}"


# ---- the built site --------------------------------------------------------------------------


def cut_in(site: Path) -> None:
    """Put one sheet of what is needed into a built site, and take away those that it was made of."""
    sheet = site / SHEET
    whole = gathered(sheet, sheet.parent)
    scripts = [path.read_text("utf-8") for folder in ("assets", "data/live") for path in (site / folder).rglob("*.js")]  # tables of figures say how parts look
    sheet.write_text(cut(whole, said((path.read_text("utf-8") for path in site.rglob("*.html")), scripts)), "utf-8")
    for path in (site / "assets").rglob("*.css"):
        if path != sheet:
            path.unlink()
