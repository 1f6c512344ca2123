"""The interface of the module, read off the module itself: signatures, docstrings, and what calls give and refuse, computed now.

Not mkdocstrings: it is a plugin, and the staged pages have to build without any. Nor Griffe, which it is made of: it reads source
without running it, and the help of a function here is put together at run time. What is left for us is `inspect`, and a page of HTML.
"""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np

import activation_functions.identify
import activation_functions.network
from activation_functions import ALL, Activation, Kink, Parameter
from language.words import Words
from mathematics import typesetting
from pages.blocks.tables import DASH, FUNCTION, in_a_sentence, table
from pages.scribe import Scribe

WIDTH = 88  # a longer signature has a line for each parameter


# ---- signatures ------------------------------------------------------------------------------


def signature(what: Callable[..., Any], name: str, method: bool = False) -> str:
    """As it stands in the code, without self; over several lines where it is long."""
    found = inspect.signature(what)
    inside, _, end = _plain(str(found.replace(parameters=list(found.parameters.values())[method:]))).rpartition(")")
    line = f"{name}{inside}){'' if end == ' -> None' else end}"
    if len(line) <= WIDTH:
        return line
    parts = re.split(r", (?![^\[]*\])", inside.removeprefix("("))
    return "\n".join([f"{name}(", *(f"    {part}," for part in parts), f"){end}"])


def _plain(annotated: str) -> str:
    """Annotations as they are written: no quotation marks about them, and the short names of types."""
    bare = re.sub(r"(: |-> )'([^']*)'", r"\1\2", annotated)
    return re.sub(r"\b(?:npt|np\.random|numpy\.random|collections\.abc|activation_functions\.\w+)\.(?=[A-Z])", "", bare)


# ---- docstrings ------------------------------------------------------------------------------

ITEM = re.compile(r"^(\w+(?:, \w+)*) : ")
"""A line that says what a parameter or a field is."""


def docstring(text: str) -> str:
    """Markdown and HTML of a docstring in the manner of NumPy: paragraphs, examples, titled lists of `name : what it is`."""
    return "\n\n".join(_block(block) for block in re.split(r"\n{2,}", inspect.cleandoc(text)))


def _block(block: str) -> str:
    lines = block.split("\n")
    title = ""
    if len(lines) > 1 and re.fullmatch("-{3,}", lines[1]):
        title, lines = f'<p lang="en"><b>{html.escape(lines[0])}</b></p>\n\n', lines[2:]
    if lines and lines[0].startswith((">>> ", "    ")):
        kind = "pycon" if lines[0].startswith(">>>") else "text"
        return f"{title}```{kind}\n{inspect.cleandoc(chr(10).join(lines))}\n```"
    if lines and ITEM.match(lines[0]):
        items: list[list[str]] = []
        for line in lines:
            if ITEM.match(line):
                items.append([line])
            else:
                items[-1].append(line.strip())
        cells = (" ".join(item).partition(" : ") for item in items)
        return f'{title}<dl class="fields" lang="en">{"".join(f"<dt><code>{name}</code></dt><dd>{_marked(said)}</dd>" for name, _, said in cells)}</dl>'
    return f'{title}<p lang="en">{_marked(" ".join(lines))}</p>'


def _marked(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))


def _head(anchor: str, name: str) -> str:
    return f"### `{name}` {{ #{anchor} }}"


def _shown(what: Any, name: str, anchor: str, method: bool = False) -> str:
    """One public name: its heading, its signature and its docstring; a property or a protocol is not called."""
    parts = [_head(anchor, name)]
    if callable(what) and not getattr(what, "_is_protocol", False):
        parts.append(f"```python\n{signature(what, name, method)}\n```")
    return "\n\n".join([*parts, docstring(what.__doc__ or "")])


def _members(kind: type, of: str, anchor: str) -> Iterator[str]:
    """The methods and properties of a class that a user calls, in the order of its file; a call without words of its own is told by the class."""
    for name, member in vars(kind).items():
        if (not name.startswith("_") or name == "__call__") and (inspect.isfunction(member) or isinstance(member, property)) and member.__doc__:
            yield _shown(member, f"{of}.{name}", f"{anchor}-{name.strip('_').replace('_', '-')}", method=True)


def _public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The functions and classes of a file, in its order."""
    for name, what in vars(module).items():
        if not name.startswith("_") and getattr(what, "__module__", "") == module.__name__ and (inspect.isfunction(what) or inspect.isclass(what)):
            yield name, what


# ---- the tables ------------------------------------------------------------------------------


def every(scribe: Scribe) -> str:
    """Every function: its call, linked to its page, what it does, and the slope that the code returns at a kink."""
    head = [FUNCTION, Words("作用", "What it does"), Words("轉折點：程式回傳的斜率", "Kinks: the slope returned")]
    rows = []
    for name, f in ALL.items():
        call = f"[`{name}{inspect.signature(f)}`]({scribe.to_page(f'functions/{name}')})"
        kinks = [f"${typesetting.tex(kink.at)}$: ${'0' if kink.jump else typesetting.tex(kink.left)}$" for kink in f.kinks]
        rows.append([call, in_a_sentence(f, scribe), "<br>".join(kinks) or DASH])
    return table(head, rows, scribe.language)


def activation(scribe: Scribe) -> str:
    """The class of every function: its call and its methods."""
    said = inspect.cleandoc(Activation.__doc__ or "").partition("\n\nFields\n")[0]  # the fields speak to whoever adds a function
    call = f"```python\n{signature(Activation.__call__, 'f', method=True)}\n```"
    return "\n\n".join([_head("call", "f(x)"), call, docstring(said), *_members(Activation, "f", "f")])


def around(scribe: Scribe) -> str:
    """What a record says beside its formula."""
    return "\n\n".join(_shown(kind, kind.__name__, f"records-{kind.__name__.lower()}") for kind in (Parameter, Kink))


def network(scribe: Scribe) -> str:
    """The network, what it takes and what trains it."""
    parts = []
    for name, what in _public(activation_functions.network):
        anchor = f"network-{name.replace('_', '-').lower()}"
        parts.append(_shown(what, name, anchor))
        if inspect.isclass(what):
            parts += _members(what, name, anchor)
    return "\n\n".join(parts)


def identify(scribe: Scribe) -> str:
    """The function that tells functions, and what it gives."""
    module = activation_functions.identify
    return "\n\n".join(_shown(what, what.__name__, f"identify-{what.__name__.lower()}") for what in (module.identify, module.Match))


def dtypes(scribe: Scribe) -> str:
    """The dtype of an array, and that of the result or the refusal: asked of the module now."""
    head = [Words("輸入的型別", "dtype of the input"), Words("結果的型別", "dtype of the result")]
    rows = []
    for given in ("bool", "int8", "int64", "float16", "float32", "float64", "longdouble", "complex128", "str", "object"):
        try:
            got = f"`{ALL['gelu'](np.zeros(1).astype(given)).dtype}`"
        except TypeError as error:
            got = f"`{type(error).__name__}`"
        rows.append([f"`{given}`", got])
    return table(head, rows, scribe.language)


SHAPES = ("gelu(x)", "gelu(x[0, 0])", "softmax(x)", "softmax(x, axis=0)", "softmax(x, axis=None)", "swiglu(x)", "crelu(x)", "maxout(x)", "swiglu.vjp(x, 1.0)")
REFUSED = (
    "gelu([1j])",
    "gelu(0.5, alpha=2.0)",
    "elu(0.5, alpha=-1.0)",
    "elu(0.5, axis=0)",
    "gelu.derivative(0.5, wrt='alpha')",
    "softmax(0.5)",
    "softmax.derivative([0.5])",
    "swiglu([1.0, 2.0, 3.0])",
    "prelu([1.0, 2.0], alpha=[1.0, 2.0, 3.0])",
)


def shapes(scribe: Scribe) -> str:
    """The shapes that calls give, x being an array of two lines of six."""
    x = np.zeros((2, 6))
    head = [Words("呼叫", "Call"), Words("結果的形狀", "Shape of the result")]
    return table(head, [[f"`{call}`", f"`{np.shape(eval(call, {'x': x, **ALL}))}`"] for call in SHAPES], scribe.language)


def refusals(scribe: Scribe) -> str:
    """Calls that are refused, and the errors that they raise, asked for now."""
    shown = []
    for call in REFUSED:
        try:
            eval(call, dict(ALL))
        except (TypeError, ValueError) as error:
            shown += [f">>> {call}", f"{type(error).__name__}: {error}"]
        else:
            raise ValueError(f"{call} is not refused; show another call in REFUSED of pages/blocks/interface.py")
    return "```pycon\n" + "\n".join(shown) + "\n```"


def helped(scribe: Scribe) -> str:
    """The help of one function as Python shows it: a parameter, and a kink where it is not 1."""
    return f"```text\n{ALL['elu'].__doc__}\n```"


TABLES: dict[str, Callable[[Scribe], str]] = {
    "api_functions": every,
    "api_activation": activation,
    "api_records": around,
    "api_network": network,
    "api_identify": identify,
    "api_dtypes": dtypes,
    "api_shapes": shapes,
    "api_refusals": refusals,
    "api_help": helped,
}
