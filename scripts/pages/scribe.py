"""The scribe answers the names on one page in one language, and remembers what it was asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from answers import quoting
from answers.names import NAME
from language import citation
from pages.page import FENCE, MATHS, Page
from project.fault import Fault, Wrong, apart, named


class Scribe:
    """Answers the names on one page in one language; `block` says what a name on a line of its own becomes."""

    def __init__(self, page: Page, language: str, block: Callable[[str, Scribe], str], exports: bool = False):
        self.page, self.language, self.block, self.exports = page, language, block, exports
        self.figures = 0
        self.cited: list[str] = []
        self.asked: set[str] = set()  # blocks
        self.quoted: set[tuple[str, str]] = set()  # numbers and formulas

    def resolve(self, text: str) -> str:
        """Names in mathematics become TeX, names on a line of their own blocks, citations links. Code is left alone."""
        fences: list[str] = []

        def hide(match: re.Match[str]) -> str:
            fences.append(match.group())
            return f"\x00{len(fences) - 1}\x00"

        text = re.sub(rf"{FENCE.pattern}|`[^`\n]+`", hide, text, flags=re.S | re.M)
        text = MATHS.sub(lambda m: NAME.sub(self._tex, m.group()), text)
        text = NAME.sub(self._word, text)
        text = re.sub(r"\[(@[^\]]+)\]", self._cite, text)
        return re.sub("\x00(\\d+)\x00", lambda m: fences[int(m[1])], text)

    def _tex(self, match: re.Match[str]) -> str:
        name, form = match[1].strip(), match[2] or ""
        self.quoted.add((name, form))
        try:
            return quoting.tex(name, form)
        except (ValueError, ArithmeticError) as error:
            raise self._wrong(match, error) from error

    def _wrong(self, match: re.Match[str], error: Exception) -> ValueError:
        """What is wrong with a name: what the error says of a file, or else the name at its line; words that a script says stand on no line of the page."""
        if (found := named(error)) is None and (at := self.page.text.find(match.group())) >= 0:
            found = Fault(self.page.file, self.page.line(at), *apart(str(error)))
        return Wrong(found) if found else ValueError(str(error))

    def _word(self, match: re.Match[str]) -> str:
        name = match[1].strip()
        self.asked.add(name)
        before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
        lead = before if before.isspace() else ""  # in a folded box every line of the block is indented
        try:
            return self.block(name, self).replace("\n", f"\n{lead}")
        except (ValueError, ArithmeticError) as error:
            raise self._wrong(match, error) from error

    def _cite(self, match: re.Match[str]) -> str:
        keys = [key.strip().lstrip("@") for key in match[1].split(";")]
        citation.sought(keys, self.page.file, self.page.line(self.page.text.find(match.group())))
        self.cited += [key for key in keys if key not in self.cited]
        return citation.mark(keys, self.language)

    def to(self, target: str) -> str:
        """A relative address, for raw HTML: pages are folders."""
        here = "" if self.page.path == "index" else f"{self.page.path.removesuffix('/index')}/"
        return posixpath.relpath(target or ".", here or ".") + ("/" if target.endswith("/") or not target else "")

    def to_page(self, path: str) -> str:
        """A relative link to another page's file, for Markdown."""
        return posixpath.relpath(f"{path}.md", posixpath.dirname(self.page.path) or ".")
