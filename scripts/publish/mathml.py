"""Formulas as MathML, made when the site is built: the reader's browser needs no script, only a font."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from functools import cache
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from math_core import LatexError, LatexToMathML

_converter = LatexToMathML(fancy_error=False)

# Code, scripts and styles are passed over; a formula stands in dollars, or in raw HTML between \\( \\) or \\[ \\].
_FORMULA = re.compile(
    r"""^(?P<indent>[ ]*)(?:(?P<fence>`{3,}|~{3,}).*?^(?P=indent)(?P=fence)[^\S\n]*$|\$\$(?P<alone>[^$]+?)\$\$[^\S\n]*$)"""
    r"""|<(?P<verbatim>pre|code|script|style|textarea|title)\b.*?</(?P=verbatim)>|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->"""
    r"""|\$\$(?P<display>.+?)\$\$|\$(?P<inline>[^$\n]+)\$|\\\((?P<raw>.+?)\\\)|\\\[(?P<rawdisplay>.+?)\\\]""",
    re.S | re.M,
)

# Browsers may break a line between a formula and the punctuation after it, which then begins the next line.
_TAIL = re.compile(r"""((?:<span class="arithmatex">)?<math(?: class="[^"]*")?>(?:(?!</math>).)*</math>(?:</span>)?)([，。、；：！？）」』”’,.;:!?)]+)""", re.S)

# A table of Markdown: its head, the line under it, its rows; in a box it is indented.
_TABLE = re.compile(r"^(?P<indent>[ ]*)(?P<head>\|.*\|)[ ]*\n(?P=indent)\|[-:| ]+\|[ ]*\n(?:(?P=indent)\|.*\n?)*", re.M)


# What the converter writes as styles in the tags; a page with a strict policy has none, so each is a class of site.css.
CLASSES = {
    "text-align:left": "to-left",
    "justify-items:start": "to-left",
    "text-align:right": "to-right",
    "justify-items:end": "to-right",
    "padding-left:0": "flush-left",
    "padding-right:0": "flush-right",
    "padding-left:1em": "apart",
    "padding-right:0.1667em": "thin-after",
    "margin-left:-0.16666667em": "thin-back",
}
_STYLE = re.compile(r' style="([^"]*)"')


class FormulaError(ValueError):
    """A formula that cannot be set."""


@cache
def mathml(tex: str, display: bool) -> str:
    try:
        formula = str(_converter.convert_with_local_state(tex, displaystyle=display))
        return _STYLE.sub(lambda style: f' class="{_classes(style[1])}"', formula)
    except LatexError as error:
        raise FormulaError(f"{tex}\n  {' '.join(str(error).split())}") from None
    except KeyError as style:
        raise FormulaError(f"{tex}\n  it is set with the style {style}; give that a class in site.css and in mathml.CLASSES") from None


def _classes(style: str) -> str:
    return " ".join(dict.fromkeys(CLASSES[declared.replace(" ", "")] for declared in style.split(";") if declared))


def staged(text: str) -> str:
    """A page of Markdown as any engine can take it: each formula as MathML, each table in a frame that scrolls."""
    text = _TAIL.sub(r'<span class="nowrap">\1\2</span>', _FORMULA.sub(_formula, text))
    return _framed(_HEADER.sub(lambda header: f"{header[1]}{_named_header(header[2]).strip()}</th>", text))


def _formula(found: re.Match[str]) -> str:
    if (tex := found["alone"] or found["display"]) is not None:
        inside = _guarded(mathml(tex.strip(), True))
        indent = found["indent"] or ""
        # In a box or a list, where lines are indented, Python-Markdown puts HTML into a paragraph: there a span holds the formula.
        return f'{indent}<div class="arithmatex">{inside}</div>' if len(indent) < 4 else f'{indent}<span class="arithmatex display">{inside}</span>'
    if found["rawdisplay"]:
        return _guarded(mathml(html.unescape(found["rawdisplay"]).strip(), True))
    if found["inline"]:
        return f'<span class="arithmatex">{_beside_han(found, mathml(found["inline"].strip(), False))}</span>'
    if found["raw"]:
        return _beside_han(found, mathml(html.unescape(found["raw"]).strip(), False))
    return found[0]


def _beside_han(found: re.Match[str], formula: str) -> str:
    """Chinese sets a little room between a character and a formula, none between punctuation and a formula."""
    text = found.string
    sides = ["after-han"] * bool(_HAN_BEFORE.search(text, max(0, found.start() - 200), found.start()))
    sides += ["before-han"] * bool(_HAN_AFTER.match(text, found.end()))
    return _guarded(formula.replace("<math", f'<math class="{" ".join(sides)}"', 1) if sides else formula)


def _guarded(formula: str) -> str:
    """With what Markdown would read as its own marks written as entities."""
    return re.sub(r">[^<]+<", lambda letters: re.sub(r"[*_`\[\]{}|\\!#~^$]", lambda mark: f"&#{ord(mark[0])};", letters[0]), formula)


def _framed(text: str) -> str:
    def frame(found: re.Match[str]) -> str:
        indent, table = found["indent"], found[0].rstrip("\n")
        head = "|".join(_named_header(cell) for cell in found["head"].split("|"))
        table = table.replace(found["head"], head, 1)
        parsed = ' markdown="1"' if len(indent) < 4 else ""  # in a box the lines between are read as Markdown anyway
        kind = "scroll cards" if 'class="verdict' in table else "scroll"  # verdicts are seen on a phone too
        return f'{indent}<div class="{kind}"{parsed}>\n\n{table}\n\n{indent}</div>\n'

    pieces = re.split(r"(^ *(?:```|~~~).*?^ *(?:```|~~~) *$)", text, flags=re.S | re.M)
    return "".join(piece if number % 2 else _TABLE.sub(frame, piece) for number, piece in enumerate(pieces))


def _named_header(cell: str) -> str:
    """Assistive technology does not take a formula as the name of a column, so its letters stand beside it unseen."""
    if not _ONLY_A_FORMULA.fullmatch(cell):
        return cell
    letters = re.sub(r"<[^>]+>", "", cell).strip()
    hidden = cell.strip().replace("<math", '<math aria-hidden="true"', 1)
    return f' <span class="visually-hidden">{letters}</span>{hidden} '


_HEADER = re.compile(r"(<th\b[^>]*>)((?:(?!</th>).)*)</th>", re.S)
_ONLY_A_FORMULA = re.compile(r'\s*(?:<span class="arithmatex">)?<math\b(?:(?!</math>).)*</math>(?:</span>)?\s*')
_MARKS = r"(?:<[^<>]*>|[*_]+|\]\([^()\n]*\)|\[)*"  # what stands between a letter and a formula and is not seen
_HAN_BEFORE = re.compile(rf"[\u3400-\u9fff]{_MARKS}$")
_HAN_AFTER = re.compile(rf"{_MARKS}[\u3400-\u9fff]")


def _italic() -> dict[str, str]:
    """A one-letter <mi> is drawn as mathematical italic: 𝑥 for x, 𝜎 for σ, ℎ for h (Unicode put it elsewhere)."""
    table = {"h": "ℎ"}
    for code in range(0x1D434, 0x1D7CC):
        plain = unicodedata.normalize("NFKC", chr(code))
        if unicodedata.name(chr(code), "").startswith("MATHEMATICAL ITALIC") and len(plain) == 1:
            table.setdefault(plain, chr(code))
    return table


_ITALIC = _italic()


@cache
def _drawn(formula: str) -> frozenset[str]:
    letters = [_ITALIC.get(letter, letter) for letter in re.findall(r"<mi>(.)</mi>", formula)]
    rest = html.unescape(re.sub(r"<mi>.</mi>|<[^>]+>", "", formula))
    radical = {"√"} if "<msqrt" in formula or "<mroot" in formula else set()
    return frozenset(letters) | frozenset(rest) | radical


def characters(page: str) -> set[str]:
    """What the maths font must be able to draw for this page."""
    return set().union(*map(_drawn, re.findall(r"<math\b.*?</math>", page, re.S)))


def font(wanted: set[str], folder: Path) -> Path:
    """STIX Two Math with only these characters, as woff2; made once for each set of characters."""
    source = Path(str(distribution("ziamath").locate_file("ziamath/fonts/STIXTwoMath-Regular.ttf"))).read_bytes()
    key = hashlib.sha256(source + "".join([*sorted(wanted), PRIMES]).encode()).hexdigest()[:16]
    path = folder / f"math-{key}.woff2"
    if not path.exists():
        options = subset.Options(flavor="woff2", layout_features=["ssty"], hinting=False)
        whole = subset.load_font(BytesIO(source), options)
        _offer_script_glyphs(whole)
        _only_primes(whole)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(wanted))
        subsetter.subset(whole)
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        subset.save_font(whole, str(draft), options)
        draft.replace(path)
    return path


def _offer_script_glyphs(font: TTFont) -> None:
    """The glyphs meant for superscripts (a low, large prime) are listed under the script `math`, where browsers do not look."""
    table = font["GSUB"].table
    scripts = {record.ScriptTag: record.Script.DefaultLangSys for record in table.ScriptList.ScriptRecord}
    ssty = [i for i in scripts["math"].FeatureIndex if table.FeatureList.FeatureRecord[i].FeatureTag == "ssty"]
    for script in ("DFLT", "latn"):
        scripts[script].FeatureIndex = sorted({*scripts[script].FeatureIndex, *ssty})
        scripts[script].FeatureCount = len(scripts[script].FeatureIndex)


PRIMES = "′″‴"


def _only_primes(font: TTFont) -> None:
    """Of the glyphs meant for superscripts only the primes need be: other letters are set smaller, as subscripts are. That is half of the font."""
    letters = font.getBestCmap()
    primes = {letters[ord(prime)] for prime in PRIMES}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if hasattr(table, "alternates"):
                table.alternates = {glyph: others for glyph, others in table.alternates.items() if glyph in primes}
