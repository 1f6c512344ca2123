"""Marks on text: plain letters for titles, HTML for captions and cells, verdicts, quotation marks."""

from __future__ import annotations

import html
import re

from language.words import Words
from pages.scribe import Scribe

VERDICTS = {
    "holds": Words("成立", "holds"),
    "conditional": Words("有條件", "conditional"),
    "wrong": Words("不成立", "wrong"),
    "opinion": Words("見仁見智", "a matter of opinion"),
}


def say(pair: list[str] | Words, scribe: Scribe) -> str:
    """Words in the page's language with their names answered, as Markdown."""
    return scribe.resolve(Words(*pair).into(scribe.language))


def inline(pair: list[str] | Words, scribe: Scribe) -> str:
    """The same as HTML: for captions and table cells."""
    return to_html(say(pair, scribe))


def to_html(text: str) -> str:
    """Escaped, with $…$ as \\(…\\), `code` and **bold** as tags."""
    pieces = re.split(r"(\$[^$\n]+\$|`[^`\n]+`)", text)
    out = []
    for piece in pieces:
        if piece.startswith("$") and len(piece) > 1:
            out.append(rf"\({html.escape(piece[1:-1], quote=False)}\)")
        elif piece.startswith("`"):
            out.append(f"<code>{html.escape(piece[1:-1], quote=False)}</code>")
        else:
            out.append(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(piece, quote=False)))
    return "".join(out)


def bare(text: str) -> str:
    """Plain text: no attributes, emphasis, links or code marks; mathematics as it is typed."""
    text = re.sub(r"\{[^}\n]*\}\s*$", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*`]|</?[a-zA-Z][^>]*>", "", text).strip()


def without_maths(text: str) -> str:
    """$x_1 = 4^{10}$ as plain letters, x₁ = 4¹⁰, for titles and search."""
    return re.sub(r"\$([^$\n]+)\$", lambda m: _letters(m[1]), text)


SPOKEN = {r"\sigma": "σ", r"\alpha": "α", r"\beta": "β", r"\delta": "δ", r"\pi": "π", r"\sqrt": "√", r"\mathsf T": "ᵀ", r"\,": " "}
RAISED, LOWERED = str.maketrans("0123456789-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
PART = r"\s*(?:\{([^{}]*)\}|([^\s{}\\]))"
FRACTION = re.compile(rf"\\[td]?frac{PART}{PART}")


def _letters(tex: str) -> str:
    tex = FRACTION.sub(lambda m: f"{m[1] or m[2]}/{m[3] or m[4]}", tex)
    tex = re.sub(r"\^(?:\{([-\dn]+)\}|(\d))", lambda m: (m[1] or m[2]).translate(RAISED), tex)
    tex = re.sub(r"_(?:\{(\d+)\}|(\d))", lambda m: (m[1] or m[2]).translate(LOWERED), tex)
    tex = re.sub(r"\\mathsf ?T|\\,|\\[a-zA-Z]+", lambda w: SPOKEN.get(w[0], w[0][1:]), tex)
    return re.sub(r"[{}^]", "", tex)


def unquoted(text: str) -> str:
    return re.sub(r"^[「“](.*)[」”]$", r"\1", text)


def verdict(which: str, scribe: Scribe) -> str:
    return f'<span class="verdict {which}">{VERDICTS[which].into(scribe.language)}</span>'


def quoted(pair: list[str], scribe: Scribe) -> str:
    text = say(pair, scribe)
    return f"“{text}”" if scribe.language != "zh-Hant" else f"「{text}」"
