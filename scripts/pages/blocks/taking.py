"""The whole site to take along: the link to its archive, or, where none is packed, the line that packs it."""

from __future__ import annotations

from collections.abc import Callable

from language import citation
from language.words import Words
from pages.scribe import Scribe


def archive(scribe: Scribe) -> str:
    """A build with downloads packs the archive as well; a build without, and the server for authors, do not."""
    if not scribe.exports:
        return "```sh\nmkdocs build && python scripts/docs.py archive\n```"
    label = Words("下載整個網站（ZIP）", "Download the whole site (ZIP)").into(scribe.language)
    return f'<p><a href="{scribe.to("../" + citation.archive_name())}" download>{label}</a></p>'


TABLES: dict[str, Callable[[Scribe], str]] = {"archive": archive}
