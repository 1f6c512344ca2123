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

# Code, scripts and styles are passed over; what pymdownx.arithmatex and raw HTML hold between \( \) or \[ \] is a formula.
_FORMULA = re.compile(
    r"<(?P<verbatim>pre|code|script|style|textarea|title)\b.*?</(?P=verbatim)>|\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]",
    re.S,
)

# Browsers may break a line between a formula and the punctuation after it, which then begins the next line.
_TAIL = re.compile(r"""((?:<span class="arithmatex">)?<math(?: class="[^"]*")?>(?:(?!</math>).)*</math>(?:</span>)?)([，。、；：！？）」』”’,.;:!?)]+)""", re.S)


class FormulaError(ValueError):
    """A formula that cannot be set."""


@cache
def mathml(tex: str, display: bool) -> str:
    try:
        return str(_converter.convert_with_local_state(tex, displaystyle=display))
    except LatexError as error:
        raise FormulaError(f"{tex}\n  {' '.join(str(error).split())}") from None


def render(page: str) -> str:
    """The page with each formula between \\( \\) or \\[ \\] as MathML."""

    def one(found: re.Match[str]) -> str:
        if found["verbatim"]:
            return found[0]
        if found["display"]:
            return mathml(html.unescape(found["display"]).strip(), True)
        formula = mathml(html.unescape(found["inline"]).strip(), False)
        # Chinese sets a little room between a character and a formula, none between punctuation and a formula.
        sides = ["after-han"] * bool(_HAN_BEFORE.search(page, max(0, found.start() - 200), found.start()))
        sides += ["before-han"] * bool(_HAN_AFTER.match(page, found.end()))
        return formula.replace("<math", f'<math class="{" ".join(sides)}"', 1) if sides else formula

    return _TAIL.sub(r'<span class="nowrap">\1\2</span>', _MATHS_HEADER.sub(_named_header, _FORMULA.sub(one, page)))


def _named_header(found: re.Match[str]) -> str:
    """Assistive technology does not take a formula as the name of a column, so its letters stand beside it unseen."""
    letters = re.sub(r"<[^>]+>", "", found[2]).strip()
    formula = found[2].replace("<math", '<math aria-hidden="true"', 1)
    return f'<th{found[1]}><span class="visually-hidden">{letters}</span>{formula}</th>'


_MATHS_HEADER = re.compile(r'<th\b([^>]*)>(\s*(?:<span class="arithmatex">)?<math\b(?:(?!</th>|</math>).)*</math>(?:</span>)?\s*)</th>', re.S)
_HAN_BEFORE = re.compile(r"[\u3400-\u9fff](?:<[^<>]*>)*$")
_HAN_AFTER = re.compile(r"(?:<[^<>]*>)*[\u3400-\u9fff]")


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
    key = hashlib.sha256(source + "".join(sorted(wanted)).encode()).hexdigest()[:16]
    path = folder / f"math-{key}.woff2"
    if not path.exists():
        options = subset.Options(flavor="woff2", layout_features=["ssty"], hinting=False)
        whole = subset.load_font(BytesIO(source), options)
        _offer_script_glyphs(whole)
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
