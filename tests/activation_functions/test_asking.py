"""What the command line says of another library's function."""

import math
import re
import sys
from types import ModuleType

import numpy as np
import pytest

from activation_functions import ALL, Activation
from activation_functions.__main__ import main
from activation_functions.asking import found_by
from activation_functions.compare import compare, errors, specials
from activation_functions.running import FORMATS, Callee, caller


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


def test_a_function_is_named_with_its_parameters_and_neighbours(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "identify", "numpy:lambda x: x / (1 + exp(-3.25 * x))").splitlines()
    assert told[0].endswith("run by numpy in float64")
    assert told[1].startswith("it is swish(beta=3.25): the largest difference")
    assert "nearest others" in "".join(told)


def test_none_is_said_with_the_nearest_and_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "identify", "numpy:lambda x: x * cos(x)", code=1)
    assert f"none of the {len(ALL)} functions here" in told
    assert "it is" not in told


def test_functions_of_single_numbers_and_naive_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert "it is tanh" in said(capsys, "identify", "math:tanh")
    told = said(capsys, "identify", "math:lambda x: log(1 + exp(x))")
    assert "it is softplus(beta=1)" in told
    lost = re.search(r"from \|x\| = ([\d.]+) on it gives no number where softplus has one", told)
    assert lost
    assert float(lost[1]) > math.log(sys.float_info.max)  # where exp overflows


def test_errors_stand_by_range_with_the_input_that_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "compare", "numpy:lambda x: log(1 + exp(x))", "softplus", "--dtype", "float32")
    rows = [line.split() for line in told.splitlines() if line.split()[:2] == ["-10", "-1"]]
    assert len(rows) == 1
    x = np.float32(rows[0][3])
    true = float(ALL["softplus"](np.float64(x)))
    off = abs(float(np.log(1 + np.exp(x))) - true) / np.spacing(np.float32(true))
    assert float(rows[0][2]) == pytest.approx(off, rel=1e-2)
    assert "numpy gives no gradient of it" in told


def test_a_twin_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "compare", "activation_functions:gelu", "gelu_tanh", "--dtype", "float32")
    assert "it is not gelu_tanh, which is 0.00047 away" in told
    assert ": it is gelu" in told
    assert "gradient" in told
    other = said(capsys, "compare", "numpy:lambda x: where(x > 0, x, 0.2 * x)", "leaky_relu")
    assert ": it is leaky_relu(alpha=0.2): no difference" in other
    assert "it is leaky_relu(alpha=0.2): no difference" in said(capsys, "compare", "numpy:lambda x: where(x > 0, x, 0.2 * x)", "leaky_relu", "--alpha", "0.2")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["identify", "gelu"], "given 'gelu'; accepted: MODULE:CALLABLE, such as math:tanh"),
        (["identify", "no_such:f"], "module 'no_such' of 'no_such:f' cannot be imported"),
        (["identify", "numpy:tanhh"], "name 'tanhh' is not defined; near it: tanh"),
        (["identify", "numpy:pi"], "'numpy:pi' is of type float and cannot be called"),
        (["identify", "math:atan2"], "takes no array of numbers (numpy float64: "),
        (["identify", "numpy:lambda x: x + nan"], "it gives no number for any of 1200 numbers"),
        (["identify", "math:tanh", "--dtype", "float8"], "invalid choice: 'float8'"),
        (["identify", "math:tanh", "--dtype", "float16"], "takes no array of numbers (numpy float16: "),
        (["compare", "math:tanh", "tahn"], "no function is called 'tahn'; near it: "),
        (["compare", "math:tanh", "elu", "--alpha", "-3"], "elu: alpha is -3.0; accepted: a number above 0"),
        (["compare", "numpy:lambda x: x[..., :2]", "tanh"], "gives one of shape (2,); accepted: (1000,)"),
        (["compare", "math:tanh"], "FUNCTION"),
    ],
    ids=str,
)
def test_it_refuses(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
def test_this_module_is_exact_beside_itself(f: Activation) -> None:
    """In narrow formats the only error is the last rounding, of values and gradients."""
    for dtype in ("float32", "float16"):
        callee = caller(f, dtype)
        for row in errors(callee, f, {}):
            assert row.gradient is not None
            assert max(row.value.ulp, row.gradient.ulp) <= 0.501
        assert specials(callee, f, {}) == []


def test_what_is_wrong_at_nan_is_told() -> None:
    assert [(s.at, s.of, s.theirs) for s in specials(caller(np.sign), ALL["sign"], {})] == []
    found = specials(caller(lambda x: np.where(x > 0, x, 0.0)), ALL["relu"], {})
    assert [(math.isnan(s.at), s.of, s.theirs, math.isnan(s.ours)) for s in found] == [(True, "value", 0.0, True)]


def test_a_gradient_is_compared_and_roots_are_left_out() -> None:
    """A callee with a gradient that is wrong by one part in a thousand."""
    gelu = ALL["gelu"]
    exact = caller(gelu, "float32")
    bent = Callee("numpy", "float32", exact.value, lambda x, g: g * gelu.derivative(x) * 1.001)
    wrong = {row.low: row.gradient.ulp for row in errors(bent, gelu, {}) if row.gradient}
    assert 2.0**23 * 0.0009 < wrong[1.0] < 2.0**24 * 0.0011
    assert all(row.value.ulp <= 0.501 for row in errors(bent, gelu, {}))


def test_a_class_is_made_and_formats_are_numpys(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ModuleType("made")
    made.__dict__["Layer"] = type("Layer", (), {"__call__": lambda self, x: np.tanh(x)})
    monkeypatch.setitem(sys.modules, "made", made)
    assert caller(found_by("made:Layer")).value([0.5])[1][0] == np.tanh(0.5)
    for dtype in ("float64", "float32", "float16"):
        info = np.finfo(dtype)
        form = FORMATS[dtype]
        assert (form.eps, form.largest) == (float(info.eps), float(info.max))
        assert (2.0**form.normal, 2.0**form.least) == (float(info.tiny), float(info.smallest_subnormal))


def test_vectors_are_compared_by_their_largest_entry() -> None:
    rows = compare(lambda x: np.exp(x) / np.exp(x).sum(-1, keepdims=True), ALL["softmax"])
    assert rows[0].value.ulp < 10
    assert math.isinf(rows[-1].value.ulp)


# ---- where the libraries are installed ---------------------------------------------------------


def test_torch() -> None:
    torch = pytest.importorskip("torch")
    layer = torch.nn.PReLU()
    callee = caller(layer)
    assert (callee.library, callee.dtype) == ("torch", "float64")
    assert layer.weight.dtype == torch.float32  # it stays as it was
    assert callee.gradient(np.array([-1.0, 1.0]), np.array([2.0, 2.0])).tolist() == [0.5, 2.0]  # type: ignore[union-attr]
    assert caller(torch.nn.functional.silu, "bfloat16").value([0.1])[0][0] == 0.10009765625


def test_jax_and_its_float32() -> None:
    jax = pytest.importorskip("jax")
    callee = caller(jax.nn.relu, "float32")
    assert (callee.library, callee.dtype) == ("jax", "float32")
    assert callee.gradient(np.array([-1.0, 1.0]), np.ones(2)).tolist() == [0.0, 1.0]  # type: ignore[union-attr]


def test_tensorflow() -> None:
    tf = pytest.importorskip("tensorflow")
    callee = caller(tf.nn.relu, "bfloat16")
    assert (callee.library, callee.dtype) == ("tensorflow", "bfloat16")
    assert callee.gradient(np.array([-1.0, 1.0]), np.ones(2)).tolist() == [0.0, 1.0]  # type: ignore[union-attr]
