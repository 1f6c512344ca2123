"""The command line: what it lists, what it computes, what it refuses."""

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from activation_functions import ALL, Activation, gelu, softmax
from activation_functions.__main__ import main
from project.paths import ROOT

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
Said = Callable[..., list[str]]
Refused = Callable[..., str]
ELEMENTWISE = pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def call(*arguments: str) -> list[str]:
        assert main(arguments) == 0
        return capsys.readouterr().out.splitlines()

    return call


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    def call(*arguments: str) -> str:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 2
        found = capsys.readouterr()
        assert found.out == ""
        return found.err

    return call


def test_it_lists_every_function_in_columns(said: Said) -> None:
    lines = said()
    assert [line.split()[0] for line in lines] == list(ALL)
    starts = {(line.index(f"  {f.name}  "), line.index(f"  {f.en}")) for line, f in zip(lines, ALL.values(), strict=True) if f.en in line}
    assert len(starts) == 1


@ELEMENTWISE
def test_the_numbers_come_back_as_they_were(f: Activation, said: Said) -> None:
    numbers = ["-2", "0.5", "-1e-3", "+3", "-inf", "nan", "-.25", "1e5"]
    x = np.array([float(number) for number in numbers])
    for option, code in (([], f), (["--derivative"], f.derivative), (["--second-derivative"], f.second_derivative)):
        np.testing.assert_array_equal([float(line) for line in said(f.id, *numbers, *option)], code(x))


@pytest.mark.parametrize("dtype", ["float16", "float32"])
def test_shorter_formats(dtype: str, said: Said) -> None:
    lines = said("gelu", "0.1", "-3.3", "--dtype", dtype)
    expected = gelu(np.array([0.1, -3.3], dtype))
    assert [np.dtype(dtype).type(line) for line in lines] == expected.tolist()
    assert all(len(line) < 16 for line in lines)  # no digits that the format does not have


def test_options_stand_anywhere(said: Said) -> None:
    expected = ["-0.4", "3.0"]
    assert said("leaky_relu", "-2", "3", "--alpha", "0.2") == expected
    assert said("leaky_relu", "--alpha=0.2", "-2", "3") == expected
    assert said("leaky_relu", "-2", "--alpha", "0.2", "3") == expected
    assert said("leaky_relu", "-2", "--alpha", "-2e-1", "--derivative") == ["-0.2"]


def test_the_numbers_of_a_function_that_mixes_are_one_vector(said: Said) -> None:
    x = ["1", "2", "-3"]
    np.testing.assert_array_equal([float(line) for line in said("softmax", *x)], softmax([1.0, 2.0, -3.0]))
    np.testing.assert_array_equal([float(line) for line in said("softmax", *x, "--vjp", "1", "-1e-3", "0")], softmax.vjp([1.0, 2.0, -3.0], [1.0, -1e-3, 0.0]))


@FUNCTIONS
def test_without_numbers_it_shows_the_reference_page(f: Activation, said: Said) -> None:
    assert said(f.id) == (f.__doc__ or "").splitlines()


@FUNCTIONS
def test_every_function_explains_its_options(f: Activation, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([f.id, "--help"])
    assert end.value.code == 0
    page = capsys.readouterr().out
    assert all(f"--{name} VALUE" in page for name in f.parameters)
    assert ("--vjp" in page) == f.mixes
    assert ("--derivative" in page) != f.mixes


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gleu", "1"], "no function is called 'gleu'; near it: "),
        (["leaky-relu2", "1"], "near it: leaky_relu"),
        (["zzzzz"], "near it: abs, "),
        (["gelu", "one"], "invalid float value: 'one'"),
        (["gelu", "1", "--derivative", "--second-derivative"], "not allowed with"),
        (["gelu", "1", "--alpha", "2"], "--alpha"),
        (["gelu", "--derivative"], "give at least one number"),
        (["gelu", "1e300", "--dtype", "float32"], "1e+300 is out of the range of float32"),
        (["gelu", "1", "--dtype", "float8"], "invalid choice: 'float8'"),
        (["elu", "1", "--alpha", "-3"], "elu: alpha is -3.0; accepted: a number above 0 of a size from 1e-100 to 1e100"),
        (["softmax", "1", "2", "--derivative"], "--derivative"),
        (["softmax", "1", "2", "--vjp", "1", "2", "3"], "softmax.vjp: g has shape"),
        (["--all"], "unrecognized arguments: --all"),
    ],
    ids=str,
)
def test_it_refuses(arguments: list[str], message: str, refused: Refused) -> None:
    assert message in refused(*arguments)


def test_the_nearest_names_are_near(refused: Refused) -> None:
    near = refused("gleu").partition("near it: ")[2]
    assert "gelu" in near.strip().split(", ")
    assert "softmax" not in near


def test_python_runs_it() -> None:
    """As a reader types it, in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-m", "activation_functions", "gelu", "-2", "0.5", "--derivative"], cwd=ROOT / "src", capture_output=True, text=True, check=True
    )
    assert [float(line) for line in done.stdout.split()] == gelu.derivative([-2.0, 0.5]).tolist()
    failed = subprocess.run([sys.executable, "-m", "activation_functions", "gleu"], cwd=ROOT / "src", capture_output=True, text=True)
    assert failed.returncode == 2
    assert failed.stderr.startswith("usage: python -m activation_functions")
