"""Code to copy: one file for each function and language, in docs/snippets, each a text that stands alone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from project.paths import DOCS

FOLDER = DOCS / "snippets"


class Language(NamedTuple):
    """A language or library that a snippet is written for: its name, how its files end, and what colours their text."""

    name: str
    ending: str
    lexer: str


LANGUAGES = {
    "numpy": Language("NumPy", "py", "python"),
    "pytorch": Language("PyTorch", "py", "python"),
    "jax": Language("JAX", "py", "python"),
    "tensorflow": Language("TensorFlow, Keras", "py", "python"),
    "c": Language("C", "c", "c"),
    "javascript": Language("JavaScript", "js", "javascript"),
}
"""By the name of their folder, in the order of the page."""

TAKEN = frozenset({"abs", "erf", "tanh"})
"""Names that C has functions of its own for: there the snippet's ends in an underscore."""


def file(name: str, language: str) -> Path:
    return FOLDER / language / f"{name}.{LANGUAGES[language].ending}"


def text(name: str, language: str) -> str:
    """The snippet, without the line break at its end."""
    return file(name, language).read_text("utf-8").rstrip()


def texts(name: str) -> dict[str, str]:
    """Every snippet of a function, by language; the check `code` names those that are missing."""
    return {language: text(name, language) for language in LANGUAGES if file(name, language).is_file()}


def fingerprint(name: str, language: str) -> str:
    """By which the record knows the text that was measured."""
    return hashlib.sha256(text(name, language).encode()).hexdigest()[:12]


def called(name: str, language: str) -> str:
    """The function that the snippet defines."""
    return f"{name}_" if language == "c" and name in TAKEN else name
