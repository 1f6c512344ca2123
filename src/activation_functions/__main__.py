"""At a shell: `python -m activation_functions` lists the functions, `python -m activation_functions gelu -2 0.5 --derivative` evaluates one.

`identify math:tanh` tells which function another library's is, `compare math:tanh tanh` how exact it is.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from activation_functions import ALL, Activation, asking
from activation_functions.running import FORMATS

PROGRAM = "python -m activation_functions"


def main(arguments: Sequence[str]) -> int:
    match list(arguments):
        case ["identify", *rest]:
            return identify(rest)
        case ["compare", *rest]:
            return compare(rest)
    if arguments and not arguments[0].startswith("-"):
        return evaluate(chosen(arguments[0]), arguments[1:])
    _door().parse_args(arguments)
    print(listing())
    return 0


def _door() -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"""{PROGRAM} [FUNCTION [NUMBER ...] [--derivative | --second-derivative] [--PARAMETER VALUE]]
       {PROGRAM} identify MODULE:CALLABLE [--dtype DTYPE]
       {PROGRAM} compare MODULE:CALLABLE FUNCTION [--PARAMETER VALUE] [--dtype DTYPE]""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="""Without arguments: every function. With one: its reference page. With numbers: its values there.
identify: which function of these any callable is, of NumPy, PyTorch, JAX or TensorFlow.
compare: how exact it is beside one of these, value and gradient, by range of x.""",
        epilog=f"{PROGRAM} FUNCTION --help lists the options of one function; so do identify --help and compare --help.",
    )


def listing() -> str:
    """Every function: its id, its name, what it does, its other names."""
    ids, names = (max(map(len, column)) for column in zip(*((f.id, f.name) for f in ALL.values()), strict=True))
    return "\n".join(f"{f.id:{ids}}  {f.name:{names}}  {f.en}{_also(f)}" for f in ALL.values())


def _also(f: Activation) -> str:
    return f" Also {', '.join(f.aliases)}." if f.aliases else ""


def chosen(name: str) -> Activation:
    """The function of that id or alias."""
    try:
        return ALL[name]
    except KeyError:
        known = [*ALL, *(name for f in ALL.values() for name in f.aliases)]
        near = difflib.get_close_matches(name.lower().replace("-", "_"), known, 4, 0.5) or sorted(ALL)
        _door().error(f"no function is called {name!r}; near it: {', '.join(near)}")


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
    _parameters(parser, f)
    parser.add_argument("--dtype", choices=("float16", "float32", "float64"), default="float64", help="of the numbers and the result (float64)")
    return parser


def _parameters(parser: argparse.ArgumentParser, f: Activation) -> None:
    for name, parameter in f.parameters.items():
        accepts = parameter.accepts.partition(" that broadcast")[0].replace("numbers", "a number")
        parser.add_argument(f"--{name}", type=float, metavar="VALUE", help=f"{accepts}; default {parameter.default:g}")


def _about(command: str, description: str, epilog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} {command}", description=description, epilog=epilog, allow_abbrev=False)
    parser.add_argument(
        "callable",
        metavar="MODULE:CALLABLE",
        help="math:tanh, torch.nn:GELU; or an expression of the module's names: 'torch.nn:LeakyReLU(0.1)', 'numpy:lambda x: x * cos(x)'",
    )
    parser.add_argument("--dtype", choices=tuple(FORMATS), default="float64", help="of the numbers it is given (float64, and float32 where it refuses)")
    return parser


def identify(arguments: Sequence[str]) -> int:
    """Print the function that a callable is; the exit status is 1 where it is none of these."""
    parser = _about(
        "identify",
        "Which function is this? The callable is run, and held against every function here, with parameters fitted where defaults do not do.",
        "A function counts as the same where the difference stays below a millionth of 1 + |f|, in float16 and bfloat16 below a few roundings;"
        " the exit status is 1 where none is.",
    )
    given = parser.parse_args(arguments)
    try:
        known, said = asking.identified(given.callable, given.dtype)
    except (TypeError, ValueError) as error:
        parser.error(str(error))
    print(said)
    return 0 if known else 1


def compare(arguments: Sequence[str]) -> int:
    """Print how exact a callable is beside a function of the catalogue."""
    parser = _about(
        "compare",
        "How exact is this? Largest errors of the callable's value and, where its library gives one, gradient, in units in the last place.",
        "--PARAMETER VALUE sets a parameter of FUNCTION. What is exact is computed here in float64. Left out are results below the smallest"
        " normal number and the close surroundings of roots away from 0; of a function that mixes entries the unit is that of the largest one.",
    )
    parser.add_argument("function", metavar="FUNCTION", help="the id of one of the functions here")
    f = chosen(parser.parse_known_args(arguments)[0].function)
    _parameters(parser, f)
    given = vars(parser.parse_args(list(map(_shielded, arguments))))
    settings = {name: given[name] for name in f.parameters if given[name] is not None}
    try:
        print(asking.compared(given["callable"], f, given["dtype"], settings))
    except (TypeError, ValueError) as error:
        parser.error(str(error))
    return 0


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
