"""Checks of style sheets: each rule is one that a browser can read, and each house colour or length that it names exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2  # type: ignore[import-untyped]

from project.fault import Fault
from project.paths import ASSETS

MATERIALS = ("--md-",)
"""Custom properties that Material's own sheets define begin so."""
NESTING = {"media", "supports", "layer", "container"}


def styles() -> list[Fault]:
    """A style sheet is read as a browser reads it: nothing is skipped as an error, and no name stands for nothing."""
    sheets = {file: file.read_text("utf-8") for file in sorted(ASSETS.rglob("*.css"))}
    house = {name for text in sheets.values() for name in re.findall(r"(--[\w-]+)\s*:", text)}  # a page has all sheets, as one
    return [fault for file, text in sheets.items() for fault in of_a_sheet(file, text, house)]


def of_a_sheet(file: Path, text: str, known: Iterable[str] = ()) -> Iterator[Fault]:
    """What is wrong with one; `known` are the names that other sheets define."""
    declared = set(known)
    asked: list[tuple[int, str]] = []
    for node, within in _all(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        if within and node.type in ("qualified-rule", "at-rule"):
            yield Fault(file, node.source_line, "a rule stands inside another rule: a brace is missing", "close the block before it")
        elif node.type == "error":
            yield Fault(file, node.source_line, f"a browser skips what it cannot read here ({node.message})", "close what is open, or correct the rule")
        elif node.type == "qualified-rule" and (odd := _odd(node.prelude, {";", "}"})):
            yield Fault(file, odd.source_line, "a selector runs on over the end of a line or a block: a brace is missing", "open or close the block before it")
        elif node.type == "qualified-rule" and ":has(" in tinycss2.serialize(node.prelude):
            yield Fault(file, node.source_line, "a browser asks :has() again at every change", "give what it looks for a class, in scripts/publish/marks.py")
        elif node.type == "declaration":
            if odd := _odd(node.value, set() if node.name.startswith("--") else {":"}):
                yield Fault(file, odd.source_line, f"the value of {node.name} runs on into what follows", "end it with a semicolon, or close the block")
            if node.name.startswith("--"):
                declared.add(node.name)
            asked += [(node.source_line, name) for name in _properties(node.value)]
            if not [token for token in node.value if token.type not in ("whitespace", "comment")] and not node.name.startswith("--"):
                yield Fault(file, node.source_line, f"{node.name} has no value", "give it one, or take the line away")
    for line, name in asked:
        if name not in declared and not name.startswith(MATERIALS):
            yield Fault(file, line, f"{name} stands for nothing", "define it, or name one that is defined")


def _odd(tokens: list[Any], letters: set[str]) -> Any:
    """The first token that has no place in a selector or in a value; None where all have."""
    return next((t for t in tokens if t.type in ("error", "{} block") or (t.type == "literal" and t.value in letters)), None)


def _all(nodes: list[Any], within: bool = False) -> Iterator[tuple[Any, bool]]:
    """Rules, what stands in them, and declarations, each with whether it stands within a rule; an unknown word comes as an error."""
    for node in nodes:
        yield node, within
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword in NESTING:
            yield from _all(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule" or (node.type == "at-rule" and node.content is not None and node.lower_at_keyword != "keyframes"):
            yield from _all(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True), True)


def _properties(tokens: list[Any]) -> Iterator[str]:
    """Custom properties that a value asks for by var()."""
    for token in tokens:
        if token.type == "function":
            if token.lower_name == "var":
                yield from (part.value for part in token.arguments if part.type == "ident" and part.value.startswith("--"))
            yield from _properties(token.arguments)
        elif token.type in ("() block", "[] block", "{} block"):
            yield from _properties(token.content)
