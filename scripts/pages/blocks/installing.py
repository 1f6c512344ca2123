"""How to install the module, from the wheel that this site hosts, at the address of the edition that the reader has open; and the network in it."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import activation_functions.network
from activation_functions import ALL, asking
from language import citation
from pages.scribe import Scribe


def install(scribe: Scribe) -> str:
    """The line to type. The module is in no public index: a name alone would bring another project's package."""
    return f"```sh\npython -m pip install {citation.site()}/packages/{citation.wheel_name()}\n```"


def network(scribe: Scribe) -> str:
    """The source of the network that the studies train: what runs is what is shown."""
    return f"```python\n{inspect.getsource(activation_functions.network).rstrip()}\n```"


NAIVE = "numpy:lambda x: (x + sqrt(x * x + 4)) / 2"
"""Squareplus as it stands in its paper: sums, products and roots alone, which every processor rounds alike."""


def identified(scribe: Scribe) -> str:
    """Which function it is: what a reader types, and what the module answers."""
    return _console(f'identify "{NAIVE}"', asking.identified(NAIVE, "float64")[1])


def compared(scribe: Scribe) -> str:
    """How exact it is in float32, in the same way."""
    return _console(f'compare "{NAIVE}" squareplus --dtype float32', asking.compared(NAIVE, ALL["squareplus"], "float32", {}))


def _console(typed: str, answered: str) -> str:
    return f"```console\n$ python -m activation_functions {typed}\n{answered}\n```"


TABLES: dict[str, Callable[[Scribe], str]] = {"install": install, "network": network, "identified": identified, "compared": compared}
