"""How to install the module: from the wheel that this site hosts, at the address of the edition that the reader has open."""

from __future__ import annotations

from collections.abc import Callable

from language import citation
from pages.scribe import Scribe


def install(scribe: Scribe) -> str:
    """The line to type. The module is in no public index: a name alone would bring another project's package."""
    return f"```sh\npython -m pip install {citation.site()}/packages/{citation.wheel_name()}\n```"


TABLES: dict[str, Callable[[Scribe], str]] = {"install": install}
