"""A formula as TeX, in the shape its author gave it (SymPy would reorder it)."""

from __future__ import annotations

import ast
import re

from mathematics.formula import comparison, tree
from mathematics.words import VOCABULARY

MATRIX_WORDS = {
    "diag": r"\operatorname{{diag}}({0})",
    "hadamard": r"{0} \odot {1}",
    "df": r"f'({0})",
    "jac": r"\frac{{\partial {0}}}{{\partial {1}}}",
}


GREEK = {
    "alpha": r"\alpha",
    "beta": r"\beta",
    "gamma": r"\gamma",
    "lam": r"\lambda",
    "pi": r"\pi",
    "delta": r"\delta",
    "epsilon": r"\varepsilon",
    "zeta": r"\zeta",
    "eta": r"\eta",
    "theta": r"\theta",
    "kappa": r"\kappa",
    "mu": r"\mu",
    "nu": r"\nu",
    "xi": r"\xi",
    "rho": r"\rho",
    "tau": r"\tau",
    "chi": r"\chi",
    "psi": r"\psi",
    "omega": r"\omega",
}


_BRACKETED = {name for name, word in VOCABULARY.items() if re.search(r" \{0\}$", word.tex)}  # words that put their argument in brackets


CASES, ADD, MUL, UNARY, POWER, ATOM = range(6)  # how tightly each part binds


_SIGNS: dict[type[ast.cmpop], str] = {ast.Gt: ">", ast.GtE: r"\ge", ast.Lt: "<", ast.LtE: r"\le"}


TALL = (r"\frac", r"\sum", r"\begin")  # what needs brackets that grow


_OPPOSITE: dict[type[ast.cmpop], str] = {ast.Gt: r"\le", ast.GtE: "<", ast.Lt: r"\ge", ast.LtE: ">"}


def tex(line: str) -> str:
    """The formula exactly as its author shaped it: no reordering, no simplifying."""
    return _tex(tree(line))[0]


def letter(name: str) -> str:
    """A variable: Greek by name, trailing digits (or what follows an underscore) as an index."""
    stem, _, index = name.partition("_") if "_" in name else (re.sub(r"\d+$", "", name), "", re.sub(r"^\D+", "", name))
    shown = GREEK.get(stem, stem if len(stem) == 1 else rf"\operatorname{{{stem}}}")
    return f"{shown}_{{{index}}}" if index else shown


def _tex(node: ast.expr) -> tuple[str, int]:
    match node:
        case ast.Constant(int() | float() as value):
            return str(value), ATOM
        case ast.Name("one"):
            return r"\mathbf{1}", ATOM
        case ast.Name(name):
            return letter(name), ATOM
        case ast.Subscript(ast.Name(name), index):
            return f"{letter(name)}_{{{_tex(index)[0]}}}", ATOM
        case ast.Attribute(inner, "T"):
            return f"{_wrap(inner, ATOM)}^{{\\mathsf T}}", ATOM
        case ast.Call(ast.Name("sum"), [ast.GeneratorExp(term, [ast.comprehension(target=ast.Name(i))])]):
            return rf"\sum_{{{i}}} {_wrap(term, MUL)}", MUL
        case ast.Call(ast.Name("max"), [ast.GeneratorExp(term, [ast.comprehension(target=ast.Name(i))])]):
            return rf"\max_{{{i}}} {_wrap(term, MUL)}", MUL
        case ast.Call(ast.Name("indicator"), [ast.Compare(left, [ast.Eq()], [right])]) if _index(left) and _index(right):
            both = [_tex(side)[0] for side in (left, right)]
            shown = "".join(sorted(both)) if max(map(len, both)) == 1 else r",\,".join(both)
            return rf"\delta_{{{shown}}}", ATOM
        case ast.Call(ast.Name("indicator"), [ast.Compare(left, [ast.Eq()], [right])]):
            return VOCABULARY["indicator"].tex.format(f"{_tex(left)[0]} = {_tex(right)[0]}"), ATOM
        case ast.Call(ast.Name(word), args) if word in VOCABULARY:
            row = VOCABULARY[word].tex
            if len(args) != row.count("{0}") + row.count("{1}"):
                raise ValueError(f"{word} is given {len(args)} things in {ast.unparse(node)!r}")
            if word in _BRACKETED:
                inside, _ = _tex(args[0])
                tall = any(part in inside for part in TALL)
                return row.format(rf"\left({inside}\right)" if tall else f"({inside})"), ATOM if word != "D" else MUL
            return row.format(*(_tex(a)[0] for a in args)), POWER if word == "exp" else ATOM
        case ast.Call(ast.Name("partial"), [ast.Name() | ast.Subscript() as of, by]):
            return rf"\frac{{\partial {_tex(of)[0]}}}{{\partial {_tex(by)[0]}}}", ATOM
        case ast.Call(ast.Name("partial"), [of, by]):
            inside, _ = _tex(of)
            brackets = rf"\left({inside}\right)" if any(part in inside for part in TALL) else f"({inside})"
            return rf"\frac{{\partial}}{{\partial {_tex(by)[0]}}} {brackets}", MUL
        case ast.Call(ast.Name(word), args) if word in MATRIX_WORDS:
            least, binding = {"hadamard": (POWER, MUL), "jac": (ATOM, POWER)}.get(word, (ADD, ATOM))
            return MATRIX_WORDS[word].format(*(_wrap(a, least) for a in args)), binding
        case ast.Call(ast.Name(word), args):
            return f"{letter(word)}({', '.join(_tex(a)[0] for a in args)})", ATOM
        case ast.UnaryOp(ast.USub(), operand):
            return "-" + _second(operand, MUL), UNARY
        case ast.BinOp(left, ast.Add(), right):
            return f"{_wrap(left, ADD)} + {_second(right, ADD)}", ADD
        case ast.BinOp(left, ast.Sub(), right):
            return f"{_wrap(left, ADD)} - {_second(right, MUL)}", ADD
        case ast.BinOp(left, ast.Mult(), right):
            factor = _second(right, MUL)
            return _wrap(left, MUL) + (r" \cdot " if factor[0].isdigit() else r" \, ") + factor, MUL
        case ast.BinOp(left, ast.MatMult(), right):
            return _wrap(left, MUL) + r" \, " + _second(right, MUL), MUL
        case ast.BinOp(left, ast.Div(), right):
            return rf"\frac{{{_tex(left)[0]}}}{{{_tex(right)[0]}}}", ATOM
        case ast.BinOp(ast.Call(ast.Name(word), [arg]), ast.Pow(), right) if word in _BRACKETED and word != "D":
            return _power_of_word(word, arg, right), POWER
        case ast.BinOp(left, ast.Pow(), right):
            tall = isinstance(left, ast.BinOp) and isinstance(left.op, ast.Div) or isinstance(left, ast.Call) and ast.unparse(left.func) == "sqrt"
            base = rf"\left({_tex(left)[0]}\right)" if tall else _wrap(left, ATOM)
            return f"{base}^{{{_tex(right)[0]}}}", POWER
        case ast.Compare(left, [op], [right]) if type(op) in _SIGNS:
            return f"{_tex(left)[0]} {_SIGNS[type(op)]} {_tex(right)[0]}", ADD
        case ast.IfExp():
            rows = " \\\\ ".join(f"{body}, & {where}" for body, where in _cases(node))
            return rf"\begin{{cases}} {rows} \end{{cases}}", CASES
    raise ValueError(f"a formula cannot say {ast.unparse(node)!r}")


def _cases(node: ast.IfExp, below: str = "") -> list[tuple[str, str]]:
    """The rows of a branch. `a if x > 1 else b if x > 0 else c` has three: x > 1, 0 < x <= 1, x <= 0."""
    match node.test:
        case ast.Compare(one, [ast.Eq()], [another]) if _index(one) and _index(another):
            together, apart = (f"{_tex(one)[0]} {sign} {_tex(another)[0]}" for sign in ("=", r"\ne"))
            return [(_tex(node.body)[0], together), (_tex(node.orelse)[0], apart)]
    left, sign, right = comparison(node.test)
    first, rest = (f"{_tex(left)[0]} {signs[sign]} {_tex(right)[0]}" for signs in (_SIGNS, _OPPOSITE))
    if below and sign in (ast.Gt, ast.GtE):
        first = f"{_tex(right)[0]} {'<' if sign is ast.Gt else _SIGNS[ast.LtE]} {below}"
    rows = [(_tex(node.body)[0], first)]
    match node.orelse:
        case ast.IfExp(ast.Compare(same, [ast.Gt() | ast.GtE()])) if sign in (ast.Gt, ast.GtE) and ast.dump(same) == ast.dump(left):
            return rows + _cases(node.orelse, rest)
        case ast.IfExp(ast.Compare(same, [ast.Lt()], [bound]) as other, body, otherwise) if (sign, ast.dump(same), ast.dump(bound)) == (
            ast.Gt,
            ast.dump(left),
            ast.dump(right),
        ):  # above, below, and the point between
            return [*rows, (_tex(body)[0], _tex(other)[0]), (_tex(otherwise)[0], f"{_tex(left)[0]} = {_tex(right)[0]}")]
    return [*rows, (_tex(node.orelse)[0], rest)]


def _index(node: ast.expr) -> bool:
    """Whether it counts entries, and is none: i, or i + n."""
    return isinstance(node, ast.Name) and len(node.id) == 1 and node.id != "f" or isinstance(node, ast.BinOp) and _index(node.left) and _index(node.right)


def _power_of_word(word: str, arg: ast.expr, power: ast.expr) -> str:
    """sigma(x)**2 is written σ²(x), as mathematicians do."""
    name, inside = VOCABULARY[word].tex.format("").strip(), _tex(arg)[0]
    inside = rf"\left({inside}\right)" if r"\frac" in inside or r"\sum" in inside else f"({inside})"
    return rf"{name}^{{{_tex(power)[0]}}}{inside}"


def _second(node: ast.expr, least: int) -> str:
    """What follows a sign or a factor: two signs do not stand side by side."""
    return _wrap(node, ATOM if _tex(node)[0].startswith("-") else least)


def _wrap(node: ast.expr, least: int) -> str:
    text, binding = _tex(node)
    if binding >= least:
        return text
    return rf"\left({text}\right)" if any(part in text for part in TALL) else f"({text})"
