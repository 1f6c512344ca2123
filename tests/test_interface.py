"""What every function accepts, gives back and refuses."""

import copy
import doctest
import inspect
import pickle
import pydoc
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import activations
from activations import ALL, Activation, elu, gelu, leaky_relu, prelu, relu, sigmoid, silu, softmax, softplus, step, tanh

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
ELEMENTWISE = pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)
FLOATS = ["float16", "float32", "float64"]
INF = np.inf


def ways(f: Activation) -> list[Any]:
    """Every way to ask it for numbers: the function itself, and its derivative or its product with a vector."""
    return [f, lambda x, **given: f.vjp(x, np.ones(np.shape(x)), **given)] if f.mixes else [f, f.derivative]


# ---- the package -----------------------------------------------------------------------------


def test_the_twelve_are_here_by_name() -> None:
    first = "elu gelu identity leaky_relu prelu relu sigmoid silu softmax softplus step tanh"
    assert set(first.split()) <= set(ALL)
    assert all(getattr(activations, name) is f and f.id == name for name, f in ALL.items())
    assert set(ALL) < set(dir(activations))


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="no function 'gleu'.*gelu"):
        activations.gleu  # noqa: B018


def test_the_example_in_the_package_docstring_runs() -> None:
    assert doctest.testmod(activations).failed == 0


@FUNCTIONS
def test_it_explains_itself(f: Activation) -> None:
    shown = repr(f)
    assert "\n" not in shown
    assert shown.startswith(f"<activation {f.id}(x")
    assert f.formula in shown
    page = pydoc.plain(pydoc.render_doc(f))
    for said in (f"{f.name} {f.en}", f"{f.id}(x) = {f.formula}", "float16", "TypeError", "ValueError", *f.parameters, *f.sources):
        assert said in page
    assert list(inspect.signature(f).parameters) == ["x", *(["axis"] if f.mixes else f.parameters)]


@FUNCTIONS
def test_it_survives_copying_and_pickling(f: Activation) -> None:
    for twin in (copy.deepcopy(f), pickle.loads(pickle.dumps(f))):
        np.testing.assert_array_equal(twin([0.5, -1.0]), f([0.5, -1.0]))
    assert len({f, f}) == 1


# ---- what goes in, what comes out ------------------------------------------------------------


@FUNCTIONS
@pytest.mark.parametrize("dtype", [*FLOATS, ">f8", ">f4"])
def test_floats_keep_their_dtype(f: Activation, dtype: str) -> None:
    x = np.array([-1.5, 0.0, 2.0], dtype)
    assert f(x).dtype == x.dtype.newbyteorder("=")
    if f.mixes:
        assert f.vjp(x, x).dtype == x.dtype.newbyteorder("=")
        assert f.vjp(x, x.astype("float64")).dtype == np.float64
    else:
        assert f.derivative(x).dtype == x.dtype.newbyteorder("=")
        assert type(f(x[0])) is x.dtype.newbyteorder("=").type


@FUNCTIONS
@pytest.mark.parametrize(
    "given",
    [[-2, 0, 3], (True, False), range(3), np.arange(3, dtype="uint8"), np.array([[1, 2]]), memoryview(b"\x01\x02")],
    ids=lambda given: type(given).__name__,
)
def test_any_array_like_of_integers_gives_float64(f: Activation, given: Any) -> None:
    for way in ways(f):
        got = way(given)
        assert got.dtype == np.float64
        np.testing.assert_array_equal(got, way(np.asarray(given, "float64")))


@ELEMENTWISE
@pytest.mark.parametrize("given", [3, -2.5, True, np.float32(0.5), np.array(1.5), np.int8(-3)])
def test_a_single_number_gives_a_numpy_scalar(f: Activation, given: Any) -> None:
    for way in ways(f):
        assert isinstance(way(given), np.floating)
        assert way(given) == way(np.reshape(given, 1))[0]


@FUNCTIONS
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), (2, 0, 3)], ids=str)
def test_nothing_gives_nothing(f: Activation, dtype: str, shape: tuple[int, ...]) -> None:
    for way in ways(f):
        assert way(np.empty(shape, dtype)).shape == shape


@FUNCTIONS
@pytest.mark.parametrize("dtype", FLOATS)
def test_layout_changes_no_bit_and_the_input_stays_as_it_was(f: Activation, dtype: str) -> None:
    dense = np.random.default_rng(1).normal(size=(60, 50, 7)).astype(dtype) * 4  # more than one block
    before = dense.tobytes()
    dense.flags.writeable = False
    for way in ways(f):
        plain = way(dense)
        assert plain.flags.writeable
        assert not np.shares_memory(plain, dense)
        for view in (dense[::-1], dense[:, ::3], dense[::-2, 1::2], dense[5]):
            np.testing.assert_array_equal(way(view), way(view.copy()), strict=True)
        np.testing.assert_array_equal(way(np.asfortranarray(dense)), plain, strict=True)
        broadcast = np.broadcast_to(dense[:1], dense.shape)
        np.testing.assert_array_equal(way(broadcast), way(broadcast.copy()), strict=True)
        if not f.mixes:
            np.testing.assert_array_equal(way(dense[::-1].transpose(2, 0, 1)), plain[::-1].transpose(2, 0, 1), strict=True)
            assert [way(number) for number in dense[0, 0]] == plain[0, 0].tolist()
    assert dense.tobytes() == before


@FUNCTIONS
def test_it_can_be_used_twice_on_the_same_memory(f: Activation) -> None:
    x = np.linspace(-3, 3, 11)
    y = f(x)
    x[:] = 0
    np.testing.assert_array_equal(y, f(np.linspace(-3, 3, 11)))


# ---- the ends of the line --------------------------------------------------------------------

LIMITS = {  # f(-inf), f(inf), f'(-inf), f'(inf)
    "identity": (-INF, INF, 1, 1),
    "step": (0, 1, 0, 0),
    "sigmoid": (0, 1, 0, 0),
    "tanh": (-1, 1, 0, 0),
    "relu": (0, INF, 0, 1),
    "leaky_relu": (-INF, INF, 0.01, 1),
    "prelu": (-INF, INF, 0.25, 1),
    "elu": (-1, INF, 0, 1),
    "softplus": (0, INF, 0, 1),
    "gelu": (0, INF, 0, 1),
    "silu": (0, INF, 0, 1),
}
KEEPS_THE_SIGN_OF_ZERO = {"identity", "tanh", "leaky_relu", "prelu", "elu", "gelu", "silu"}


@ELEMENTWISE
@pytest.mark.parametrize("dtype", FLOATS)
def test_infinity_gives_the_limit_and_nan_gives_nan(f: Activation, dtype: str) -> None:
    ends = np.array([-INF, INF], dtype)
    np.testing.assert_array_equal([*f(ends), *f.derivative(ends)], np.array(LIMITS[f.id], dtype))
    for way in ways(f):
        assert np.isnan(way(np.array([np.nan, -np.nan], dtype))).all()
        assert np.isnan(way(np.array([1.0, np.nan, -1.0], dtype))).tolist() == [False, True, False]


@ELEMENTWISE
@pytest.mark.parametrize("dtype", FLOATS)
def test_the_sign_of_zero(f: Activation, dtype: str) -> None:
    zeros = np.array([-0.0, 0.0], dtype)
    assert np.signbit(f(zeros)).tolist() == [f.id in KEEPS_THE_SIGN_OF_ZERO, False]
    assert f.derivative(-0.0) == f.derivative(0.0)
    assert np.signbit(f.derivative(zeros)).tolist() == [False, False]


def test_parameters_that_change_the_limits() -> None:
    assert leaky_relu(-INF, alpha=0.0) == 0
    assert leaky_relu(-INF, alpha=-1.0) == INF
    assert prelu([-INF, -INF, -INF], alpha=[0.0, 1.0, -1.0]).tolist() == [0, -INF, INF]
    assert elu(-INF, alpha=2.0) == -2
    assert softplus([-INF, INF], beta=1e-300).tolist() == [0, INF]
    assert prelu.derivative([-INF, INF, np.nan], wrt="alpha").tolist()[:2] == [-INF, 0]
    assert np.isnan(prelu.derivative(np.nan, wrt="alpha"))


def test_slopes_at_the_kinks() -> None:
    assert [relu.derivative(0), step.derivative(0), step(0)] == [0, 0, 0]
    assert [leaky_relu.derivative(0, alpha=0.3), prelu.derivative(0, alpha=-2), elu.derivative(0, alpha=3)] == [0.3, -2, 3]


# ---- parameters ------------------------------------------------------------------------------


def test_parameters_are_given_by_keyword() -> None:
    assert leaky_relu(-1.0) == -0.01
    assert leaky_relu(-1.0, alpha=0.2) == -0.2
    assert elu(-1e3, alpha=np.float32(2)) == -2
    assert softplus(0.0, beta=True) == np.log(2)
    assert leaky_relu(np.float16(-1), alpha=0.5).dtype == np.float16
    by_place: Any = leaky_relu
    with pytest.raises(TypeError, match="positional"):
        by_place(-1.0, 0.2)


def test_learned_parameters_broadcast() -> None:
    x, alpha = np.array([[-1.0, 2.0, -3.0], [4.0, -5.0, 6.0]]), np.array([0.1, 0.2, 0.3])
    np.testing.assert_array_equal(prelu(x, alpha=alpha), np.where(x > 0, x, alpha * x))
    np.testing.assert_array_equal(prelu.derivative(x, alpha=alpha), np.where(x > 0, 1, alpha))
    np.testing.assert_array_equal(prelu.derivative(x, alpha=alpha, wrt="alpha"), np.minimum(x, 0))
    assert prelu(-1.0, alpha=alpha).tolist() == [-0.1, -0.2, -0.3]
    assert prelu.derivative(-1.0, alpha=alpha, wrt="alpha").tolist() == [-1, -1, -1]
    assert prelu(np.ones((5, 1, 3), "float32"), alpha=np.ones((4, 1))).shape == (5, 4, 3)
    assert prelu(np.ones((0, 3)), alpha=alpha).shape == (0, 3)
    assert prelu(np.array([-1], "float32"), alpha=alpha).dtype == np.float32


# ---- functions that mix entries --------------------------------------------------------------


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3, np.int64(1)])
def test_axis(axis: int) -> None:
    rng = np.random.default_rng(3)
    x, g = rng.normal(size=(4, 5, 6)), rng.normal(size=(4, 5, 6))
    np.testing.assert_allclose(softmax(x, axis=axis).sum(axis=axis), 1, rtol=4e-15)
    np.testing.assert_array_equal(softmax(x, axis=axis), np.apply_along_axis(lambda line: softmax(line), int(axis), x))
    pairs = np.moveaxis(softmax.vjp(x, g, axis=axis), axis, -1)
    np.testing.assert_array_equal(pairs, softmax.vjp(np.moveaxis(x, axis, -1), np.moveaxis(g, axis, -1)))
    np.testing.assert_array_equal(softmax.vjp(x, 2.0, axis=axis), softmax.vjp(x, np.full(x.shape, 2.0), axis=axis))


def test_vjp_is_the_jacobian_transposed_times_the_vector() -> None:
    x, g, h = np.array([0.3, -1.0, 2.0, 0.0]), np.array([1.0, -2.0, 0.5, 3.0]), 1e-6
    jacobian = np.array([(softmax(x + h * e) - softmax(x - h * e)) / (2 * h) for e in np.eye(4)])
    np.testing.assert_allclose(softmax.vjp(x, g), jacobian @ g, atol=1e-9)


NAN = np.nan


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        ([1.0], [1]),
        ([INF], [1]),
        ([-INF], [1]),
        ([NAN], [NAN]),
        ([INF, 3.0, -INF], [1, 0, 0]),
        ([INF, 3.0, INF], [NAN, 0, NAN]),
        ([-INF, 3.0, -INF], [0, 1, 0]),
        ([-INF, -INF], [NAN, NAN]),
        ([1.0, NAN, 2.0], [NAN, NAN, NAN]),
        ([INF, NAN, -INF], [NAN, NAN, NAN]),
        ([1.7e308, -1.7e308], [1, 0]),
        ([1.7e308, 1.7e308], [0.5, 0.5]),
    ],
    ids=str,
)
def test_softmax_at_the_ends(x: list[float], expected: list[float]) -> None:
    np.testing.assert_array_equal(softmax(x), expected)
    np.testing.assert_array_equal(softmax([x, [0.0] * len(x)])[0], expected)  # and leaves its neighbours alone
    assert np.isfinite(softmax([x, [0.0] * len(x)])[1]).all()
    assert np.isnan(softmax.vjp(x, np.ones(len(x)))).any() == np.isnan(expected).any()


# ---- refusals --------------------------------------------------------------------------------

NO_NUMBERS = [1j, "1.5", b"1", None, object(), Decimal(1), [1, None], ["1"], {"x": 1}, 10**30, np.datetime64("2026-01-01"), np.longdouble(1), [[1, 2], [3]]]


@FUNCTIONS
@pytest.mark.parametrize("given", NO_NUMBERS, ids=lambda given: type(given).__name__)
def test_what_is_no_real_number_is_refused(f: Activation, given: Any) -> None:
    for way in (f, lambda g: f.vjp([1.0], g)) if f.mixes else (f, f.derivative):
        with pytest.raises(TypeError, match=rf"^{f.id}: [xg] is .*accepted: real numbers") as refused:
            way(given)
        assert len(str(refused.value)) < 300


@FUNCTIONS
def test_unknown_parameters_are_refused(f: Activation) -> None:
    with pytest.raises(TypeError, match=rf"^{f.id} has no parameter gamma; accepted: {', '.join(f.parameters) or 'none'}"):
        f([1.0], gamma=1)


PARAMETERS = [(f, name) for f in ALL.values() for name in f.parameters]


@pytest.mark.parametrize(("f", "name"), PARAMETERS, ids=lambda it: getattr(it, "id", it))
def test_parameters_outside_their_domain_are_refused(f: Activation, name: str) -> None:
    finite = f.parameters[name].accepts
    for way in ways(f):
        for value in (np.nan, INF, -INF, *([0.0, -0.0, -1.0] if f.parameters[name].above == 0 else [])):
            with pytest.raises(ValueError, match=rf"^{f.id}: {name} is {value}; accepted: {finite}$"):
                way(1.0, **{name: value})
        for no_number in ("2", None, 1j, np.longdouble(1), [None]):
            with pytest.raises(TypeError, match=rf"^{f.id}: {name} is .*; accepted: "):
                way(1.0, **{name: no_number})
        if not f.parameters[name].learned:
            with pytest.raises(TypeError, match=rf"^{f.id}: {name} has shape \(2,\); accepted: {finite}$"):
                way(1.0, **{name: [1.0, 2.0]})


def test_learned_parameters_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^prelu: alpha has shape \(2,\) and x \(3,\); accepted: finite numbers that broadcast against x$"):
        prelu([1.0, 2.0, 3.0], alpha=[1.0, 2.0])
    with pytest.raises(ValueError, match=r"^prelu: alpha is nan"):
        prelu([1.0, 2.0], alpha=[1.0, np.nan])


@ELEMENTWISE
def test_elementwise_functions_refuse_what_they_have_not(f: Activation) -> None:
    for wrong in ("y", "gamma", None, ["x"]):
        with pytest.raises(ValueError, match=rf"^{f.id}.derivative: wrt is .*; accepted: 'x'"):
            f.derivative(1.0, wrt=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=rf"^{f.id} works elementwise and takes no axis"):
        f([1.0], axis=0)
    with pytest.raises(TypeError, match=rf"^{f.id} works elementwise: use g \* {f.id}.derivative"):
        f.vjp([1.0], [1.0])


def test_mixing_functions_refuse_what_does_not_fit() -> None:
    for number in (1.0, 3, np.float32(1), np.array(2.0)):
        with pytest.raises(ValueError, match=r"^softmax: axis -1 does not exist in an array of shape \(\)"):
            softmax(number)
        with pytest.raises(ValueError, match="^softmax: axis -1"):
            softmax.vjp(number, 1.0)
    for axis in (1, -2, 10**6):
        with pytest.raises(ValueError, match=rf"^softmax: axis {axis} does not exist in an array of shape \(3,\); accepted: from -1 to 0"):
            softmax([1.0, 2.0, 3.0], axis=axis)
    for no_axis in (None, 0.0, "0", True, (0,)):
        with pytest.raises(TypeError, match=r"^softmax: axis is .*accepted: an integer"):
            softmax([1.0], axis=no_axis)  # type: ignore[arg-type]
    for g in (np.ones(4), np.ones((2, 3))):
        with pytest.raises(ValueError, match=r"^softmax.vjp: g has shape .*accepted: what broadcasts to x's shape \(3,\)"):
            softmax.vjp([1.0, 2.0, 3.0], g)
    with pytest.raises(TypeError, match=r"^softmax mixes the entries of x.*softmax\.vjp"):
        softmax.derivative([1.0])


# ---- what the mathematics promises -----------------------------------------------------------


def test_identities_hold_bit_for_bit_or_nearly() -> None:
    x = np.linspace(-30, 30, 1001)
    np.testing.assert_allclose(sigmoid(x) + sigmoid(-x), 1, rtol=1e-15)
    np.testing.assert_allclose(tanh(x), 2 * sigmoid(2 * x) - 1, atol=1e-15)
    np.testing.assert_array_equal(tanh(-x), -tanh(x))
    np.testing.assert_array_equal(softplus.derivative(x), sigmoid(x))
    np.testing.assert_allclose(softplus(x) - softplus(-x), x, atol=1e-14)
    for gate in (silu, gelu):
        np.testing.assert_allclose(gate(x) - gate(-x), x, atol=1e-14)
    np.testing.assert_array_equal(prelu(x, alpha=0.01), leaky_relu(x))
    np.testing.assert_array_equal(leaky_relu(x, alpha=0), relu(x))
