"""At a shell: `python -m activation_functions` lists the functions, `python -m activation_functions gelu -2 0.5 --derivative` evaluates one."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from activation_functions import ALL, Activation

PROGRAM = "python -m activation_functions"


def main(arguments: Sequence[str]) -> int:
    if arguments and not arguments[0].startswith("-"):
        return evaluate(chosen(arguments[0]), arguments[1:])
    _door().parse_args(arguments)
    print(listing())
    return 0


def _door() -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FUNCTION [NUMBER ...] [--derivative | --second-derivative] [--PARAMETER VALUE]]",
        description="Without arguments: every function. With one: its reference page. With numbers: its values there.",
        epilog=f"{PROGRAM} FUNCTION --help lists the options of one function.",
    )


def listing() -> str:
    """Every function: its id, its name, what it does."""
    ids, names = (max(map(len, column)) for column in zip(*((f.id, f.name) for f in ALL.values()), strict=True))
    return "\n".join(f"{f.id:{ids}}  {f.name:{names}}  {f.en}" for f in ALL.values())


def chosen(name: str) -> Activation:
    if name not in ALL:
        near = difflib.get_close_matches(name.lower().replace("-", "_"), ALL, 4, 0.5) or sorted(ALL)
        _door().error(f"no function is called {name!r}; near it: {', '.join(near)}")
    return ALL[name]


def options(f: Activation) -> argparse.ArgumentParser:
    """The options of one function: its derivatives, its parameters, the dtype."""
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {f.id}", description=f"{f.name} {f.en}", allow_abbrev=False)
    parser.add_argument("numbers", nargs="*", type=float, metavar="NUMBER", help=f"where to evaluate{'; all of them are one vector' if f.mixes else ''}")
    if f.mixes:
        parser.add_argument("--vjp", nargs="+", type=float, metavar="G", help="the vector-Jacobian product with this gradient at the output")
    else:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--derivative", action="store_true", help="the derivative instead of the value")
        which.add_argument("--second-derivative", action="store_true", help="the second derivative instead of the value")
    for name, parameter in f.parameters.items():
        accepts = parameter.accepts.partition(" that broadcast")[0].replace("numbers", "a number")
        parser.add_argument(f"--{name}", type=float, metavar="VALUE", help=f"{accepts}; default {parameter.default:g}")
    parser.add_argument("--dtype", choices=("float16", "float32", "float64"), default="float64", help="of the numbers and the result (float64)")
    return parser


def evaluate(f: Activation, arguments: Sequence[str]) -> int:
    """Print one number a line, with as many digits as bring back the very same number."""
    parser = options(f)
    given = vars(parser.parse_intermixed_args([_shielded(argument) for argument in arguments]))
    numbers, dtype = given.pop("numbers"), given.pop("dtype")
    which = {way: given.pop(way) for way in ("derivative", "second_derivative", "vjp") if way in given}
    settings = {name: value for name, value in given.items() if value is not None}
    if not numbers and not settings and not any(which.values()):
        print(f.__doc__)
        return 0
    if not numbers:
        parser.error("give at least one number")
    try:
        x = _array(numbers, dtype)
        if which.get("vjp"):
            result = f.vjp(x, _array(which["vjp"], dtype), **settings)
        else:
            code: Any = f.derivative if which.get("derivative") else f.second_derivative if which.get("second_derivative") else f
            result = code(x, **settings)
    except (TypeError, ValueError) as error:
        parser.error(str(error))
    for number in np.ravel(result):
        print(number)
    return 0


def _shielded(argument: str) -> str:
    """argparse takes -1e5 and -inf for options; a blank in front tells it that they are numbers."""
    try:
        return f" {argument}" if float(argument) <= 0 and argument.startswith("-") else argument
    except ValueError:
        return argument


def _array(numbers: list[float], dtype: str) -> np.ndarray[Any, Any]:
    with np.errstate(over="ignore"):
        array = np.array(numbers, dtype)
    beyond = [number for number, kept in zip(numbers, array, strict=True) if np.isinf(kept) and not np.isinf(number)]
    if beyond:
        raise ValueError(f"{beyond[0]!r} is out of the range of {dtype}")
    return array


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads the list has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
