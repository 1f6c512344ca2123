"""How to install the module, from the wheel that this site hosts, at the address of the edition that the reader has open; and the network in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import activation_functions.network
from language import citation
from pages.scribe import Scribe


def install(scribe: Scribe) -> str:
    """The line to type. The module is in no public index: a name alone would bring another project's package."""
    return f"```sh\npython -m pip install {citation.site()}/packages/{citation.wheel_name()}\n```"


def network(scribe: Scribe) -> str:
    """The source of the network that the studies train: what runs is what is shown."""
    return f"```python\n{inspect.getsource(activation_functions.network).rstrip()}\n```"


TABLES: dict[str, Callable[[Scribe], str]] = {"install": install, "network": network}
