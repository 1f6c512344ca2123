"""Numbers written as words: both languages of a section, a caption or a reason must say the same, and the ledger keeps those that they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from checks import pairs
from checks.pairs import Pair
from checks.wording import blank, prose
from language.words import WRITTEN
from pages.page import MATHS
from project.fault import Fault

BOUND = 2
"""Only what is above it is compared. 一 and “one”, 兩 and “both” stand for much that the other language says without a number."""

Value = int | Fraction | str
Found = tuple[Value, int, str]
"""A number, where it begins, and how it is written. A fraction is kept by its denominator (三分之二 and “two thirds” both say 1/3 beside their 2), an
ordinal as `3.`."""

# ---- Chinese ---------------------------------------------------------------------------------

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"萬": 10**4, "億": 10**8}
_HAN = rf"[{''.join([*_DIGITS, *_UNITS, *_MYRIADS])}]+"
_CHINESE = re.compile(
    rf"(?:第|習題)\s*(?P<place>{_HAN}|\d+)|(?P<power>{_HAN})次方|(?P<part>{_HAN})分之|(?P<tenths>{_HAN})成(?![立為熟長功績果本員分])"
    rf"|(?P<whole>{_HAN})|(?<![\w.−/-])(?P<digits>\d+)(?![\w.])",
    re.A,
)
# No numbers: “a few tens”, bases of notation, degrees of a polynomial, figures of geometry, dates, and words that have the character of a number.
_NOT_CHINESE = re.compile(
    rf"幾{_HAN}|數[十百千萬]+|{_HAN}(?:次[式項]|進位|角形|邊形|月|日|階導數)|[其唯]一|四捨五入|十分(?!之)|千萬別|萬一|\d+[年月日]|(?:19|20)\d\d"
)


def chinese(text: str) -> Iterator[Found]:
    """The numbers in a Chinese text, in order."""
    for match in _CHINESE.finditer(blank(_NOT_CHINESE, text)):
        said = match[match.lastgroup or 0]
        value = int(said) if said.isascii() else _chinese(said)
        kinds: dict[str, Value] = {"place": f"{value}.", "power": f"{value}.", "part": Fraction(1, value or 1)}
        yield kinds.get(match.lastgroup or "", value), match.start(), match.group()
        if match["tenths"]:
            yield Fraction(1, 10), match.start(), match.group()


def _chinese(word: str) -> int:
    """三千零一 as 3001; 二〇一六, digit by digit, as 2016; 二三十, twenty or thirty, as 30."""
    if all(character in _DIGITS for character in word):
        return int("".join(str(_DIGITS[character]) for character in word))
    total, below, digit = 0, 0, None
    for character in word:
        if character in _MYRIADS:
            total, below, digit = (total + below + (digit or 0) or 1) * _MYRIADS[character], 0, None
        elif character in _UNITS:
            below, digit = below + (1 if digit is None else digit) * _UNITS[character], None
        else:
            digit = _DIGITS[character]
    return total + below + (digit or 0)


# ---- English ---------------------------------------------------------------------------------

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_PLAIN = {word: value for value, word in enumerate(_SMALL)}
_PLAIN |= {word: 10 * value for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_LARGE = {"hundred": 100, "thousand": 10**3, "million": 10**6}
_OTHERS = {"thrice": 3, "triple": 3, "quadruple": 4, "dozen": 12}
_ORDINALS = {word: value for value, word in enumerate(["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 3)}
_ORDINALS |= {"twentieth": 20, "fiftieth": 50, "hundredth": 100}
_PARTS = _ORDINALS | {"quarter": 4, "sixteenth": 16, "thousandth": 1000, "millionth": 10**6}
_WORDS, _PART = "|".join([*_PLAIN, *_LARGE]), "|".join(_PARTS)
_NUMBER = rf"(?:{_WORDS})(?:(?:[- ]|(?<=hundred) and |(?<=thousand) and )(?:{_WORDS}))*"
_ENGLISH = re.compile(
    rf"\b(?:(?P<part>quarter)s?|(?<=\ba[ -])(?P<one>{_PART})(?!(?<=third|ourth|fifth) (?!of|as|or|and)\w)|(?P<above>{_NUMBER})[- ](?P<below>{_PART})s?"
    rf"|(?P<chances>{_NUMBER}) in (?P<among>ten|a hundred|a thousand|a million)|(?P<cent>per cent)|(?P<decades>{_NUMBER}) decades"
    rf"|(?:exercise|layer|chapter) (?P<place>{_NUMBER}|\d+)|(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<cube>cube)d?"
    rf"|(?P<whole>{_NUMBER})(?:fold)?|(?P<other>{'|'.join(_OTHERS)})(?:s|d)?|(?<![.−/-])(?P<digits>\d+)(?!\.\d|-))\b",
    re.I,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NOT_ENGLISH = re.compile(rf"(?:hundreds|thousands|dozens) of|several (?:hundred|thousand)|\b(?:19|20)\d\d\b|\b\d+ (?:{_MONTHS})\b")


def english(text: str) -> Iterator[Found]:
    """The numbers in an English text, in order."""
    for match in _ENGLISH.finditer(blank(_NOT_ENGLISH, text)):
        where = match.start(), match.group()
        said = {kind: word.lower() for kind, word in match.groupdict().items() if word}
        for kind, word in said.items():
            match kind:
                case "part" | "one" | "below":
                    yield Fraction(1, _PARTS[word]), *where
                case "among":
                    yield Fraction(1, _english(word)), *where
                case "cent":
                    yield Fraction(1, 100), *where
                case "decades":
                    yield 10 * _english(word), *where
                case "place" | "ordinal" | "cube":
                    yield f"{_ORDINALS.get(word) or {'cube': 3}.get(word) or _english(word)}.", *where
                case "other":
                    yield _OTHERS[word], *where
                case _:
                    yield _english(word), *where


def _english(words: str) -> int:
    """Three thousand and one as 3001; digits as they are."""
    if words.isdigit():
        return int(words)
    total = below = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _PLAIN:
            below += _PLAIN[word]
        elif word == "hundred":
            below = (below or 1) * 100
        elif word in _LARGE:
            total, below = total + (below or 1) * _LARGE[word], 0
    return total + below


# ---- the check -------------------------------------------------------------------------------

READ = dict(zip(WRITTEN, (chinese, english), strict=True))


def numbers(written: str, text: str) -> list[Found]:
    """The numbers that prose says in words or small digits, in order; those in mathematics, names and code are compared elsewhere."""
    return [(value, at, word) for value, at, word in READ[written](blank(MATHS, prose(text))) if _counts(value)]


def _counts(value: Value) -> bool:
    match value:
        case str():
            return int(value[:-1]) > BOUND
        case Fraction():
            return value.denominator > BOUND
    return value > BOUND


def counts() -> list[Fault]:
    """Both languages of a section, a caption, a reason say the same numbers in words."""
    faults: list[Fault] = []
    for address, pair in pairs.everything().items():
        if len(pair) == len(WRITTEN) and not address.startswith("glossary:"):
            faults += _counted_otherwise(address, pair)
    return faults


def _counted_otherwise(address: str, pair: Pair) -> Iterator[Fault]:
    said = {written: numbers(written, side.text) for written, side in pair.items()}
    tally = {written: Counter(value for value, *_ in found) for written, found in said.items()}
    first, other = WRITTEN
    if tally[first] == tally[other]:
        return
    more = {written: [each for each in said[written] if tally[written][each[0]] > tally[rest][each[0]]] for written, rest in ((first, other), (other, first))}
    where = {
        written: f"{', '.join(dict.fromkeys(word for *_, word in more[written])) or 'nothing for it'} (line {_line(pair, written, more[written])})"
        for written in WRITTEN
    }
    told = other if more[other] else first
    what = f"{address}: other numbers in words: {first} has {where[first]}, {other} {where[other]}"
    yield Fault(pair[told].file, _line(pair, told, more[told]), what, "say the same number in both")


def _line(pair: Pair, written: str, found: list[Found]) -> int:
    side = pair[written]
    inside = side.text.count("\n", 0, found[0][1]) if found and side.file.suffix in (".md", ".py") and "#" in side.text[:2] else 0
    return side.line + inside


def lines() -> Iterator[str]:
    """For the ledger: of each section, caption and reason the numbers that it says in words, in order, in each language."""
    for address, pair in sorted(pairs.everything().items()):
        if not address.startswith("glossary:"):
            said = [" ".join(str(value) for value, *_ in numbers(written, pair[written].text)) for written in WRITTEN if written in pair]
            if any(said):
                yield f"typed.{address}\t{' | '.join(said)}"
