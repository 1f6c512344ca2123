"""Code to copy, in tabs: a text for each library and language, and under it how far it was off when it was measured."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from answers import snippets as kept
from language.words import Words
from mathematics.recorded import recorded
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable

    from activation_functions import Activation

FOLDED = ("c", "javascript")
"""Languages behind a fold."""
PACKAGES = {
    "numpy": {"numpy": "NumPy", "scipy": "SciPy"},
    "pytorch": {"torch": "PyTorch"},
    "jax": {"jax": "JAX"},
    "tensorflow": {"tensorflow": "TensorFlow", "keras": "Keras"},
    "c": {"gcc": "GCC"},
    "javascript": {"node": "Node.js"},
}
"""What ran the code of each language, as the record and as people call it."""
UNITS = Words(
    "誤差以末位單位計。輸入與參數各動一個末位單位時，真值本來就會變，這個變化也算進單位裡。梯度小於1時，以1的末位單位計。",
    "Errors are counted in units in the last place. What the true value changes by when the input and the parameters move by one unit of theirs "
    "belongs to the unit. Gradients smaller than 1 are counted in units of 1.",
)


def snippets(record: Activation, scribe: Scribe) -> str:
    """The tabs, then C and JavaScript behind a fold, then what the errors are counted in."""
    written = kept.texts(record.id)
    open_, folded = ([language for language in written if (language in FOLDED) is fold] for fold in (False, True))
    parts = [_tabs(record.id, open_, scribe)]
    if folded:
        title = Words("C與JavaScript", "C and JavaScript").into(scribe.language)
        parts.append(f'??? code "{title}"\n\n{textwrap.indent(_tabs(record.id, folded, scribe), "    ")}')
    return "\n\n".join([*parts, UNITS.into(scribe.language)])


def _tabs(name: str, languages: list[str], scribe: Scribe) -> str:
    tabs = []
    for language in languages:
        about = kept.LANGUAGES[language]
        body = f"```{about.lexer}\n{kept.text(name, language)}\n```\n\n{_measured(name, language, scribe)}"
        tabs.append(f'=== "{about.name}"\n\n{textwrap.indent(body, "    ")}')
    return "\n\n".join(tabs)


def _measured(name: str, language: str, scribe: Scribe) -> str:
    """The worst error of values and of gradients in each number format, with the date and the versions."""
    record = recorded("snippets")
    said: dict[str, Any] | None = record["measured"].get(name, {}).get(language)
    if said is None:
        return Words("還沒有量過。", "Not measured yet.").into(scribe.language)
    versions = Words("、", ", ").into(scribe.language).join(f"{shown} {record['versions'][package]}" for package, shown in PACKAGES[language].items())
    errors = Words("最大誤差：值", "Worst error: value ").into(scribe.language) + _errors(said["value"], scribe)
    if "gradient" in said:
        errors += Words("；梯度", "; gradient ").into(scribe.language) + _errors(said["gradient"], scribe)
    return errors + Words(f"。{said['date']}實測，{versions}。", f". Measured on {said['date']}, {versions}.").into(scribe.language)


def _errors(by_format: dict[str, list[Any]], scribe: Scribe) -> str:
    return Words("、", ", ").into(scribe.language).join(f"{dtype} {units:g}" for dtype, (units, *_) in by_format.items())


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"snippets": snippets}
