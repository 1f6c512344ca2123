"""Any callable is told by what it computes: the function, its parameters, or that the catalogue has none."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL
from activation_functions.identify import SAME, identify
from activation_functions.running import caller


def sigma(x: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-x))


@pytest.mark.parametrize("name", ALL)
def test_every_function_is_itself_or_a_plainer_one_equal_to_it(name: str) -> None:
    found = identify(ALL[name])
    same = {match.id for match in found if match.same}
    assert name in same
    assert found[0].gap < SAME
    assert found[0].id == name or len(ALL[found[0].id].parameters) <= len(ALL[name].parameters)


@pytest.mark.parametrize(
    ("f", "name", "parameters"),
    [
        (lambda x: x * sigma(3.25 * x), "swish", {"beta": 3.25}),
        (lambda x: np.where(x > 0, x, 0.3 * x), "leaky_relu", {"alpha": 0.3}),
        (lambda x: np.where(x > 0, x, 1.7 * np.expm1(x)), "elu", {"alpha": 1.7}),
        (lambda x: np.where(x > 1.37, x, 0.0), "thresholded_relu", {"theta": 1.37}),
        (lambda x: np.where(abs(x) > 0.77, x, 0.0), "hardshrink", {"lam": 0.77}),
        (lambda x: np.sign(x) * np.maximum(abs(x) - 0.3, 0.0), "softshrink", {"lam": 0.3}),
        (lambda x: np.clip(0.2 * x + 0.5, 0.0, 1.0), "hard_sigmoid", {"width": 5.0, "offset": 0.5}),
        (lambda x: (x + np.sqrt(x * x + 9.0)) / 2.0, "squareplus", {"b": 9.0}),
        (lambda x: np.where(x > 0, x, 1.7 * np.expm1(x)).astype(np.float32), "elu", {"alpha": 1.7}),
    ],
)
def test_parameters_are_found_to_a_millionth(f: Callable[[Any], Any], name: str, parameters: dict[str, float]) -> None:
    best = identify(f)[0]
    assert (best.id, best.same) == (name, True)
    assert dict(best.parameters) == pytest.approx(parameters, rel=1e-6)


@pytest.mark.parametrize("f", [lambda x: x * np.cos(x), lambda x: np.clip(ALL["gelu"](x), -9, 9)])
def test_what_the_catalogue_has_not_is_not_named(f: Callable[[Any], Any]) -> None:
    assert not any(match.same for match in identify(f))


def test_near_twins_are_told_apart_with_the_place() -> None:
    best = {match.id: match for match in identify(ALL["gelu"])}
    assert best["gelu"].same
    assert not best["gelu_tanh"].same
    at = best["gelu_tanh"].at
    assert isinstance(at, float)
    apart = abs(ALL["gelu"](at) - ALL["gelu_tanh"](at)) / (1 + abs(ALL["gelu_tanh"](at)))
    assert best["gelu_tanh"].gap == pytest.approx(apart)


def test_functions_that_mix_entries_and_exchanged_halves() -> None:
    assert identify(lambda x: np.exp(x) / np.exp(x).sum(-1, keepdims=True))[0].id == "softmax"
    first = identify(lambda x: x[..., :3] * sigma(x[..., :3]) * x[..., 3:])[0]
    assert (first.id, first.swapped, first.same) == ("swiglu", True, True)


def test_what_cannot_be_held_against_the_catalogue_is_refused() -> None:
    with pytest.raises(TypeError, match=r"3 cannot be called; accepted: a function of one array"):
        caller(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes no array of numbers"):
        identify(lambda x, y: x + y)  # type: ignore[arg-type,misc]
    with pytest.raises(ValueError, match=r"it gives no number for any of 1200 numbers"):
        identify(lambda x: np.full_like(x, np.nan))
    with pytest.raises(ValueError, match="dtype is 'float8'; accepted: float64, float32, float16, bfloat16"):
        identify(np.tanh, dtype="float8")
    with pytest.raises(ValueError, match=r"gives one of shape \(200, 2\)"):
        identify(lambda x: x[..., :2])


def test_narrow_formats_tell_twins_by_the_mean() -> None:
    for name in ("gelu", "quick_gelu", "silu", "hard_swish", "tanh"):
        found = identify(ALL[name], dtype="float16")
        assert found[0].id == name
        assert found[0].same
    assert [match.id for match in identify(ALL["gelu"], dtype="float16") if match.same] == ["gelu"]
    assert identify(ALL["gelu_tanh"], dtype="float16")[0].id == "gelu_tanh"
    fitted = identify(lambda x: x * sigma(x * np.float16(1.25)), dtype="float16")[0]
    assert (fitted.id, fitted.same) == ("swish", True)
    assert dict(fitted.parameters) == pytest.approx({"beta": 1.25}, rel=1e-3)


def test_a_function_that_overflows_far_from_0_is_named_and_one_near_0_is_not() -> None:
    found = identify(lambda x: np.log(1.0 + np.exp(x)))[0]
    assert (found.id, found.same) == ("softplus", True)
    assert found.lost is not None
    assert found.lost > np.log(np.finfo(np.float64).max)  # where exp overflows
    assert not any(match.same for match in identify(lambda x: np.where(abs(x) > 7.0, np.nan, np.tanh(x))))


def test_lost_digits_far_from_0_are_forgiven_and_told() -> None:
    """In float32 the root and x nearly cancel on the left."""
    best = identify(lambda x: (x + np.sqrt(x * x + 4)) / 2, dtype="float32")[0]
    assert (best.id, best.same) == ("squareplus", True)
    assert best.gap > SAME
    assert not any(match.same for match in identify(lambda x: np.where(x < -100, -1e-3, np.maximum(x, 0.0)), dtype="float32"))
