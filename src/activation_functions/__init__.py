"""Activation functions of neural networks, one file each in `functions`; a new one joins by being there.

>>> from activation_functions import gelu, ALL
>>> float(gelu(0.0))
0.0
"""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from activation_functions import functions
from activation_functions.activation import Activation, Kink, Parameter
from activation_functions.parameters import Alias

__version__ = "0.1.0"


class Catalogue(dict[str, Activation]):
    """Every function, by id. An alias answers too: `ALL["sparse_plus"]` is `smelu`; `in`, `get` and iteration know ids alone."""

    def __missing__(self, name: str) -> Activation:
        for f in self.values():
            if name in f.aliases:
                return _under(f, Alias.read(name, f.aliases[name]))
        raise KeyError(name)


def _under(f: Activation, alias: Alias) -> Activation:
    """The function as the alias means it: with its parameters as defaults, and so without the facts that hold at others."""
    if not alias.parameters:
        return f
    parameters = {name: replace(parameter, default=alias.parameters.get(name, parameter.default)) for name, parameter in f.parameters.items()}
    return replace(f, parameters=parameters, closed={})


ALL: dict[str, Activation] = Catalogue(
    (name, getattr(import_module(f"activation_functions.functions.{name}"), name))
    for name in sorted(module.name for module in iter_modules(functions.__path__))
)
"""Every function, by id; an alias answers as well."""

__all__ = ["ALL", "Activation", "Alias", "Kink", "Parameter", "__version__", *ALL]


def __getattr__(name: str) -> Activation:
    try:
        return ALL[name]
    except KeyError:
        raise AttributeError(f"activation_functions has no function {name!r}; it has {', '.join(ALL)}") from None


def __dir__() -> list[str]:
    return sorted(__all__)
