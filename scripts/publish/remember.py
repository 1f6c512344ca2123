"""The pages of the last build: a page whose text, surroundings and makers are the same is not made again.

Its surroundings are what MkDocs writes into it from elsewhere: the titles in the navigation and their sections, the addresses that links may lead to.
Its makers are the theme, the hook with what it imports, the configuration, and the versions of the tools.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

TOOLS = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Pygments", "Jinja2")


@dataclass
class Remembered:
    """A finished page, and what MkDocs asks of a page besides its HTML."""

    key: str
    title: str
    anchors: list[str] | None  # ids it holds
    links: dict[str, dict[str, str]]  # anchors it links to: source file -> anchor -> the link as written
    output: str


def surroundings(config: MkDocsConfig, files: Files, makers: Iterable[Path]) -> dict[str, str]:
    """By language: a hash of all that a page depends on besides its own text."""
    common = hashlib.sha256(f"{[(tool, version(tool)) for tool in TOOLS]}{config.site_url}{sorted(file.src_uri for file in files)}".encode())
    for path in makers:
        common.update(path.read_bytes())
    titles: dict[str, list[tuple[str, str]]] = {}
    for file in files.documentation_pages():
        titles.setdefault(file.src_uri.split("/", 1)[0], []).append((file.src_uri, naming(file.content_string)))
    return {language: hashlib.sha256(f"{common.hexdigest()}{said}".encode()).hexdigest() for language, said in titles.items()}


def key(surroundings: dict[str, str], uri: str, text: str) -> str:
    """A hash of all that a page depends on."""
    return hashlib.sha256(f"{surroundings[uri.split('/', 1)[0]]}{text}".encode()).hexdigest()


def naming(text: str) -> str:
    """What the navigation says of a page: its title and its section."""
    return " ".join(re.findall(r"^\W*(?:title|section)\W.*$", text.partition("\n---\n")[0], re.M))


def load(path: Path) -> dict[str, Remembered]:
    try:
        return {uri: Remembered(**page) for uri, page in json.loads(path.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError):  # none yet, or from another version of this file
        return {}


def save(path: Path, memory: dict[str, Remembered]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps({uri: asdict(page) for uri, page in memory.items()}, ensure_ascii=False), "utf-8")
    draft.replace(path)


def count_warnings() -> CountHandler:
    """Counts what MkDocs warns of from now on: a page that warns must warn again next time, so it is not remembered."""
    logger = logging.getLogger("mkdocs")
    for old in [handler for handler in logger.handlers if getattr(handler, "of_memory", False)]:
        logger.removeHandler(old)
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    counter.of_memory = True  # type: ignore[attr-defined]
    logger.addHandler(counter)
    return counter
