"""Activation functions of neural networks, one file each in `functions`; a new one joins by being there.

>>> from activation_functions import gelu, ALL
>>> float(gelu(0.0))
0.0
"""

from importlib import import_module
from pkgutil import iter_modules

from activation_functions import functions
from activation_functions.activation import Activation, Kink, Parameter

__version__ = "0.1.0"

ALL: dict[str, Activation] = {
    name: getattr(import_module(f"activation_functions.functions.{name}"), name) for name in sorted(module.name for module in iter_modules(functions.__path__))
}
"""Every function, by id."""

__all__ = ["ALL", "Activation", "Kink", "Parameter", "__version__", *ALL]


def __getattr__(name: str) -> Activation:
    try:
        return ALL[name]
    except KeyError:
        raise AttributeError(f"activation_functions has no function {name!r}; it has {', '.join(ALL)}") from None


def __dir__() -> list[str]:
    return sorted(__all__)
