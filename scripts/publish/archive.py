"""The whole site in one file: unpacked anywhere, it opens from its folder, without a server and without a network.

On a server a link to a folder brings the page in it; in a folder of files it does not. So the links in the archive name the page: `guide/` becomes
`guide/index.html`. The files to download for slides and print stay out, as they are nine tenths of the weight: their links lead to the site itself.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
import zipfile
from collections.abc import Iterator, Set
from datetime import datetime
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from language import citation
from project.paths import STORE
from publish import policy

LEFT_OUT = re.compile(
    r"[^/]+/figures/[^./]+\.(paths\.svg|pdf|png|dark\.png)"  # of every figure its drawing and its numbers are enough to read
    rf"|404\.html|sitemap\.xml(\.gz)?|{policy.HEADERS}|{re.escape(policy.NGINX)}"  # these speak to servers
    r"|search/search_index\.json"  # Material's, which is empty
    r"|[^/]+\.zip"  # an archive of before
)
ADDRESSES = ("href", "src", "action", "poster", "data")
"""Attributes that hold an address. `srcset` holds several; an attribute of ours (`data-…`) may hold one."""


def make(site: Path) -> Path:
    """Pack a built site; the archive comes to stand in it under `citation.archive_name()`. The same bytes from the same site, each time."""
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site} holds no built site: there is no index.html in it; `mkdocs build` writes one to site/")
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    packed = {name: path.read_bytes() for name, path in files.items() if not LEFT_OUT.fullmatch(name)}
    digest = hashlib.sha256(Path(__file__).read_bytes() + citation.archive_name().encode())
    for name, content in packed.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    kept = STORE / "archives" / f"{digest.hexdigest()[:20]}.zip"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.iterdir():
            old.unlink()
        pack(packed, {*files, citation.archive_name()}, kept)
    target = site / citation.archive_name()
    target.write_bytes(kept.read_bytes())
    return target


def pack(files: dict[str, bytes], there: Set[str], target: Path) -> None:
    """These files of a site into an archive; `there` are all files that the site has."""
    folder, date = citation.archive_name().removesuffix(".zip"), datetime.fromisoformat(str(citation.project()["date-released"]))
    draft = target.with_suffix(".draft")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", date.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            if name.endswith(".html"):
                content = offline(name, content.decode("utf-8"), files.keys(), there).encode()
            archive.writestr(entry, content)
    draft.replace(target)


def offline(name: str, page: str, packed: Set[str], there: Set[str]) -> str:
    """A page as it stands in the archive."""
    reader = _Page(name, page, packed, there)
    reader.feed(page)
    reader.close()
    return "".join(reader.pieces())


class _Page(HTMLParser):
    """Reads the tags of a page; those whose addresses change are written anew, all else stays as it is, byte for byte."""

    def __init__(self, name: str, page: str, packed: Set[str], there: Set[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.name, self.page, self.packed, self.there = name, page, packed, there
        self.root = ""  # where the site is, as the page says of itself
        self.lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self.changes: list[tuple[int, int, str]] = []

    def pieces(self) -> Iterator[str]:
        at = 0
        for start, end, text in self.changes:
            yield self.page[at:start] + text
            at = end
        yield self.page[at:]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        if tag == "link" and said.get("rel") == "canonical":
            own = "" if self.name == "index.html" else self.name.removesuffix("index.html")
            self.root = (said["href"] or "").removesuffix(own)
            return
        if tag == "link" and said.get("rel") == "preload":  # asks for a font as another host's, which no folder answers
            self._put("")
            return
        changed = {name: self._moved(name, value) for name, value in attributes if value}
        if changed != {name: value for name, value in attributes if value}:
            words = (name if value is None else f'{name}="{html.escape(changed.get(name, value))}"' for name, value in attributes)
            self._put(f"<{' '.join([tag, *words])}>")

    def _put(self, text: str) -> None:
        line, column = self.getpos()
        start = self.lines[line - 1] + column
        self.changes.append((start, start + len(self.get_starttag_text() or ""), text))

    def _moved(self, attribute: str, value: str) -> str:
        if attribute == "srcset":
            return ", ".join(" ".join([self._address(each.split()[0]), *each.split()[1:]]) for each in value.split(",") if each.strip())
        return self._address(value) if attribute in ADDRESSES or attribute.startswith("data-") else value

    def _address(self, value: str) -> str:
        """An address as it is in the archive: of a page its file, of a file that was left out its place on the site."""
        try:
            parts = urlsplit(value)
        except ValueError:  # an attribute of ours that holds something else
            return value
        if parts.scheme or parts.netloc or not parts.path:
            return value
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), unquote(parts.path))).removeprefix("./")
        if parts.path.endswith("/") or posixpath.basename(parts.path) in (".", ".."):
            if posixpath.normpath(f"{target}/index.html") in self.packed:
                return urlunsplit(parts._replace(path=f"{parts.path.removesuffix('/')}/index.html"))
        elif target in self.there and target not in self.packed:
            if not self.root:
                raise ValueError(f"{self.name}: {value} is not packed, and the page has no canonical address to tell where the site is")
            return self.root + target
        return value
