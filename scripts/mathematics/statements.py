"""Cuts a formula that was typed as TeX into its marks, and these into statements: what stands on each side of = and <."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

RELATIONS = {"=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": "≤", r"\leq": "≤", r"\ge": "≥", r"\geq": "≥"}
RELATIONS |= {r"\ne": "≠", r"\neq": "≠", r"\approx": "≈"}
SEPARATORS = {",", ";", r"\quad", r"\qquad", r"\iff", r"\implies", r"\Rightarrow", r"\Leftrightarrow", r"\Longleftrightarrow"}

_TOKEN = re.compile(
    r"\[\[[^\[\]]+\]\]|\\(?:left|right)\s*\||\\(?:text|operatorname|mathrm|mathsf|mathbf|mathcal|mathbb|mathit)\s*(?:\{[^{}]*\}|[A-Za-z0-9])|\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|'+|\S",
    re.S,
)
_UNSEEN = {r"\,", r"\;", r"\!", r"\:", r"\ ", r"\left", r"\right", r"\bigl", r"\bigr", r"\big", r"\Bigl", r"\Bigr", r"\displaystyle", r"\thinspace"}
_SAME = {r"\left|": r"\lvert", r"\right|": r"\rvert", r"\lbrace": "{", r"\tfrac": r"\frac", r"\dfrac": r"\frac", r"\prime": "'", "−": "-"}
BRACKETS = {"(": ")", "[": "]", "{": "}"}


class Statement(NamedTuple):
    """Sides with the relation between each two neighbours; one side alone states nothing."""

    sides: tuple[tuple[str, ...], ...]
    relations: tuple[str, ...]
    signed: bool = False  # one of the two things that a ± says

    @property
    def shown(self) -> str:
        """The statement in one line, the same for whatever spaces it was typed with."""
        return " ".join(" ".join(side) + (f" {relation}" if relation else "") for side, relation in zip(self.sides, (*self.relations, ""), strict=True))


def tokens(tex: str) -> list[str]:
    """The marks of a formula that mean something."""
    found = (re.sub(r"^(\\left|\\right)\s+", r"\1", token) for token in _TOKEN.findall(tex))
    return [_SAME.get(token, token) for token in found if token not in _UNSEEN]


def statements(tex: str) -> Iterator[Statement]:
    """The statements of one formula: it is cut where a comma, a wide space or a word stands between them, and at ±."""
    for part in _cut(tokens(tex), lambda token: token in SEPARATORS):
        while part and part[-1] in (".", ":"):
            part = part[:-1]
        part = _without_words(part)
        for signed in _signs(part):
            sides = _cut(signed, lambda token: token in RELATIONS)
            relations = [RELATIONS[token] for token in _at_top(signed) if token in RELATIONS]
            if any(sides):
                yield Statement(tuple(map(tuple, sides)), tuple(relations), signed != part)


def _signs(part: list[str]) -> list[list[str]]:
    """± says two things: one for each sign."""
    if not {r"\pm", r"\mp"} & set(part):
        return [part]
    return [[{r"\pm": sign, r"\mp": other}.get(token, token) for token in part] for sign, other in (("+", "-"), ("-", "+"))]


def _without_words(part: list[str]) -> list[str]:
    """Without the words before and after; a word that is a whole side is a letter with a long name."""
    for end, beside in ((0, 1), (-1, -2)):
        while len(part) > 1 and part[end].startswith(r"\text") and part[beside] not in RELATIONS:
            part = part[1:] if end == 0 else part[:-1]
    return part


def _at_top(marks: list[str]) -> Iterator[str]:
    """The marks that stand in no brackets, one by one."""
    depth = 0
    for token in marks:
        depth += (token in BRACKETS or token == r"\begin") - (token in BRACKETS.values() or token == r"\end")
        if depth == 0 and token not in BRACKETS.values():
            yield token
        else:
            yield ""


def _cut(marks: list[str], here: Callable[[str], bool]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for token, top in zip(marks, _at_top(marks), strict=True):
        if top and here(top):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces
