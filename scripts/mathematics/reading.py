"""Reads a formula that was typed as TeX, and turns it into a line of the formula language; what it does not know it refuses.

Known are sums, products, fractions, roots, powers, sizes, the functions of the vocabulary and of the module, their
derivatives by primes, and letters that are real numbers. Refused is whatever could be read in two ways or is no real
number: matrices, expected values, integrals, tuples, x/2y. A refusal is an `Unread` with its reason; nothing is guessed.

A function without an argument, as in σ' = σ(1 − σ), is taken at x. Then σ( … ) is a product if a function without an
argument stands within the brackets.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple

from activation_functions import ALL
from mathematics.statements import BRACKETS, tokens

WORDS = {r"\sigma": "sigma", r"\Phi": "Phi", r"\varphi": "phi", r"\tanh": "tanh", r"\ln": "log", r"\log": "log", r"\exp": "exp"}
WORDS |= {r"\sin": "sin", r"\cos": "cos", r"\arctan": "atan", r"\arcsin": "asin", r"\max": "max", r"\min": "min", r"\cosh": "cosh", r"\sinh": "sinh"}
NAMED = {"sech": "sech", "erf": "erf"} | {name: f.id for f in ALL.values() if not f.mixes for name in (f.name, f.id)}
"""What \\operatorname{…} may call."""
GREEK = {
    f"\\{name}": name
    for name in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "mu", "nu", "xi", "rho", "tau", "chi", "psi", "omega", "ell"]
}
GREEK |= {r"\varepsilon": "epsilon", r"\lambda": "lam", r"\vartheta": "theta"}
BARE = {r"\sigma", r"\Phi", r"\varphi", r"\tanh"}
"""Functions that are also written without an argument."""
FUNCTION_LETTERS = frozenset("fgFG")
SCALARS = frozenset("TP")
"""Capital letters that are numbers on these pages; the others are matrices, or sets."""


class Unread(ValueError):
    """A formula that this reader does not know, with the reason."""


class Formula(NamedTuple):
    """A line of the formula language, and how TeX writes each of its free letters."""

    line: str
    letters: tuple[tuple[str, str], ...]

    @property
    def free(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.letters)


Quote = Callable[[str], Formula]
"""What a name in double brackets stands for."""


def _no_quote(name: str) -> Formula:
    raise Unread(f"[[{name}]] is not known here")


def read(tex: str | tuple[str, ...], functions: Collection[str] = (), quote: Quote = _no_quote) -> Formula:
    """One side of a statement as a formula; `functions` are the letters that the text has defined as functions."""
    marks = tokens(tex) if isinstance(tex, str) else list(tex)
    if len(marks) == 1 and marks[0].startswith(r"\text"):
        name = _name(marks[0])
        return Formula(name, ((name, marks[0]),))
    reader = _Reader(marks, frozenset(functions) | FUNCTION_LETTERS, quote)
    line = reader.sum()
    if reader.left:
        raise Unread(f"{reader.peek} is not expected")
    return Formula(line, tuple(sorted(reader.letters.items())))


@cache
def _name(tex: str) -> str:
    """A letter's name in the formula language: λ_{min} is lam_min; marks become their numbers."""
    plain = GREEK.get(tex, tex.replace("{", "").replace("}", "").replace("\\", ""))
    return re.sub(r"[^A-Za-z0-9_]", lambda mark: f"_{ord(mark[0]):x}_", plain)


class _Reader:
    """Recursive descent over the marks: sum, term, power, atom; each returns a line with all its brackets."""

    def __init__(self, marks: list[str], functions: frozenset[str], quote: Quote):
        self.marks, self.at, self.functions, self.quote = marks, 0, functions, quote
        self.letters: dict[str, str] = {}
        self.bars = self.closed = 0  # bars that are open, and pairs that were closed: | does not say which it is
        self.bare = 0  # functions without an argument met so far

    @property
    def peek(self) -> str:
        return self.marks[self.at] if self.at < len(self.marks) else ""

    @property
    def left(self) -> bool:
        return self.at < len(self.marks)

    def next(self) -> str:
        token = self.peek
        if not token:
            raise Unread("the formula ends too early")
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.next() != token:
            raise Unread(f"{self.marks[self.at - 1]} stands where {token} is expected")

    # ---- sums and products

    def sum(self) -> str:
        line = "" if self.peek in ("+", "-") else self.term()
        while self.peek in ("+", "-"):
            sign = self.next()
            line = f"{line} {sign} {self.term()}" if line else f"{sign}{self.term()}"
        return line

    def term(self) -> str:
        line = self.power()
        while True:
            if self.peek in (r"\cdot", r"\times"):
                self.next()
                line = f"{line} * {self.power()}"
            elif self.peek == "/":
                self.next()
                line = f"{line} / {self.power()}"
                if self.begins_factor() or self.peek == "/":
                    raise Unread("what stands under / is not clear")
            elif self.begins_factor():
                if self.peek[0].isdigit():
                    raise Unread("a number follows a factor")
                if self.peek == "|" and self.closed and self.marks[self.at - 1] != "|":
                    raise Unread("which | opens and which closes is not clear")
                line = f"{line} * {self.power()}"
            else:
                return line

    def begins_factor(self) -> bool:
        token = self.peek
        if token == "|":
            return self.bars == 0
        if token == r"\rvert":
            return False
        return bool(token) and (token[0].isalnum() or token in ("(", "[", "{") or token[0] == "[" or (token[0] == "\\" and token not in (r"\cdot", r"\times")))

    def power(self) -> str:
        line = self.atom()
        if self.peek == "^":
            line = f"({line}) ** {self.exponent()}"
        if self.peek in ("^", "_") or self.peek.startswith("'"):
            raise Unread(f"{self.peek} stands on a formula")
        return line

    def exponent(self) -> str:
        self.expect("^")
        line = self.argument()
        return line if re.fullmatch(r"\d+", line) else f"({line})"

    def argument(self) -> str:
        """What a command takes: a group in braces, or one mark (of a number, its first digit)."""
        token = self.next()
        if token == "{":
            line = self.sum()
            self.expect("}")
            return line
        if len(token) > 1 and token[0].isdigit():
            self.at -= 1
            self.marks[self.at : self.at + 1] = [token[0], token[1:]]
            token = self.next()
        self.at -= 1
        return self.atom()

    # ---- what stands by itself

    def atom(self) -> str:
        token = self.next()
        if token[0].isdigit():
            return token.lstrip("0") or "0" if token.isdigit() else token
        if token in ("(", "[", "{"):
            line = self.sum()
            self.expect(BRACKETS[token])
            return f"({line})"
        if token == "|":
            self.bars += 1
            line = self.sum()
            self.expect("|")
            self.bars -= 1
            self.closed += 1
            return f"abs({line})"
        if token == r"\lvert":
            bars, self.bars = self.bars, 0
            line = self.sum()
            self.expect(r"\rvert")
            self.bars = bars
            return f"abs({line})"
        if token.startswith("[["):
            quoted = self.quote(token[2:-2].strip())
            self.letters |= dict(quoted.letters)
            return f"({quoted.line})"
        if token == r"\frac":
            return self.fraction()
        if token == r"\sqrt":
            if self.peek == "[":
                raise Unread("a root other than the square root")
            return f"sqrt({self.argument()})"
        if token == "e":
            return f"exp({self.argument_of_e()})"
        if token == r"\pi":
            return "pi"
        if token in WORDS:
            return self.function(token, WORDS[token])
        if token.startswith((r"\operatorname", r"\text", r"\mathrm")):
            name = re.sub(r"^\\[a-z]+\s*\{?|\}$", "", token).strip()
            if name in NAMED:
                return self.function(token, NAMED[name])
            raise Unread(f"{name} is no function of this project")
        if re.fullmatch("[A-Za-z]", token) or token in GREEK:
            return self.letter(token)
        raise Unread(f"{token} is not read")

    def argument_of_e(self) -> str:
        if self.peek == "_":
            raise Unread("e with an index")
        if self.peek != "^":
            return "1"
        self.next()
        return self.argument()

    def fraction(self) -> str:
        for differential in (["{", "d"], ["{", r"\partial"]):
            if self.marks[self.at : self.at + 2] == differential:
                raise Unread("a derivative written as a fraction")
        above = self.argument()
        return f"(({above}) / ({self.argument()}))"

    def letter(self, token: str) -> str:
        if token in self.functions:
            return self.function(token, token)
        tex = token
        if self.peek == "_":
            self.next()
            tex += "_" + self.raw()
        if self.peek.startswith("'"):
            tex += self.next()
        if self.marks[self.at : self.at + 4] in (["^", "{", r"\mathsf T", "}"], ["^", "{", r"\mathsf{T}", "}"]):
            return self.inner_product(tex)
        if token.isupper() and token not in SCALARS:
            raise Unread(f"{token} may be a matrix")
        name = _name(tex)
        if self.peek == "(" and ")" in self.marks[self.at : self.at + 3]:
            raise Unread(f"{tex}( … ) is a product or a function's value")
        self.letters[name] = tex
        return name

    def inner_product(self, tex: str) -> str:
        """wᵀx is a number like any other; its two vectors are not looked into."""
        self.at = self.marks.index("}", self.at) + 1
        other = self.next()
        if not re.fullmatch("[a-z]", other) or not tex[0].islower() or self.peek in ("_", "^"):
            raise Unread("a product of matrices")
        name = f"{_name(tex)}_T_{other}"
        self.letters[name] = rf"{tex}^{{\mathsf T}}{other}"
        return name

    def raw(self) -> str:
        """An index as it stands."""
        if self.peek != "{":
            return self.next()
        start, depth = self.at, 0
        while True:
            token = self.next()
            depth += (token == "{") - (token == "}")
            if not depth:
                return "".join(self.marks[start : self.at])

    # ---- functions

    def function(self, token: str, word: str) -> str:
        """A function with its primes, its power and what it is applied to."""
        if self.peek == "_":
            raise Unread(f"{token} with an index")
        primes = len(self.next()) if self.peek.startswith("'") else 0
        exponent = self.exponent() if self.peek == "^" else ""
        if exponent and not re.fullmatch(r"\d+", exponent):
            raise Unread(f"{token} with an exponent that is no number of times")
        if self.peek.startswith("'"):
            raise Unread("a prime after a power")
        if primes > 3 or (primes and word in ("max", "min")):
            raise Unread(f"{token} with {primes} primes")
        called = f"{word}_{primes}" if primes else word
        inside = self.applied(token, word)
        line = f"{called}({inside})"
        return f"({line}) ** {exponent}" if exponent else line

    def applied(self, token: str, word: str) -> str:
        bare_allowed = token in BARE or token in self.functions or token.startswith(r"\operatorname")
        if self.peek in ("(", "["):
            start, letters, bare = self.at, dict(self.letters), self.bare
            close = BRACKETS[self.next()]
            parts = [self.sum()]
            while word in ("max", "min") and self.peek == ",":
                self.next()
                parts.append(self.sum())
            self.expect(close)
            if not (bare_allowed and self.bare > bare):
                return _nested(word, parts)
            self.at, self.letters, self.bare = start, letters, bare
            return self.without_argument()
        if word in ("max", "min"):
            raise Unread(f"{token} without brackets")
        if token not in (r"\sigma", r"\Phi", r"\varphi") and token not in self.functions and (plain := self.plain_argument()):
            return plain
        if not bare_allowed:
            raise Unread(f"{token} of what?")
        if re.match(r"[A-Za-z]|\\frac|\\sqrt", self.peek) or self.peek in GREEK:
            raise Unread(f"{token} {self.peek} is a product or a function's value")
        return self.without_argument()

    def without_argument(self) -> str:
        self.bare += 1
        self.letters["x"] = "x"
        return "x"

    def plain_argument(self) -> str:
        """What a function written without brackets takes: sin 2x, ln of a fraction; up to a sign, a bracket or another function."""
        parts: list[str] = []
        while (
            re.match(r"\d|[A-Za-z]|\\frac|\\sqrt|\\pi|\[\[", self.peek) or self.peek in GREEK or self.peek == r"\lvert" or (self.peek == "|" and not self.bars)
        ):
            if parts and self.peek[0].isdigit() or self.peek in self.functions:
                break
            parts.append(self.power())
        if parts and self.peek == "/":
            raise Unread("what stands under / is not clear")
        return " * ".join(parts)


def _nested(word: str, parts: list[str]) -> str:
    """max and min of many are of two, and of two again."""
    if word in ("max", "min") and len(parts) < 2:
        raise Unread(f"{word} of one thing")
    line = parts[0]
    for part in parts[1:-1]:
        line = f"{word}({line}, {part})"
    return f"{line}, {parts[-1]}" if len(parts) > 1 else line


def substituted(line: str, given: dict[str, str]) -> str:
    """The line with other lines in the place of letters."""

    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return ast.parse(given[node.id], mode="eval").body if node.id in given else node

        def visit_Call(self, node: ast.Call) -> ast.expr:
            node.args = [self.visit(each) for each in node.args]
            return node

    return ast.unparse(Put().visit(ast.parse(line, mode="eval")))
