"""What every function accepts, gives back and refuses."""

import copy
import doctest
import inspect
import pickle
import pydoc
import re
from decimal import Decimal
from functools import partial
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb

import activation_functions
from activation_functions import ALL, Activation, elu, gelu, leaky_relu, prelu, relu, relu2, sigmoid, silu, softmax, softplus, step, tanh
from mathematics import formula
from mathematics.asymptotics import as_ball, limit
from mathematics.curve import Curve

FUNCTIONS = pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
ELEMENTWISE = pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)
SEVERAL = pytest.mark.parametrize("f", [f for f in ALL.values() if f.mixes and f.width == 1.0], ids=lambda f: f.id)
MIXING = pytest.mark.parametrize("f", [f for f in ALL.values() if f.mixes], ids=lambda f: f.id)
FLOATS = ["float16", "float32", "float64"]
INF, NAN = np.inf, np.nan


def ways(f: Activation) -> list[Any]:
    """Every way to ask it for numbers: the function itself, and its derivatives or its product with a vector."""
    return [f, lambda x, **given: f.vjp(x, np.ones(np.shape(f(x))), **given)] if f.mixes else [f, f.derivative, f.second_derivative]


# ---- the package -----------------------------------------------------------------------------


def test_the_catalogue_is_here_by_name() -> None:
    promised = """identity step sign sigmoid tanh scaled_tanh arctan erf softsign isru hard_tanh hard_sigmoid log_sigmoid relu leaky_relu prelu rrelu relu6
        thresholded_relu abs crelu relu2 star_relu elu selu celu pelu isrlu softplus squareplus smelu gelu gelu_tanh quick_gelu silu swish hard_swish mish
        lisht tanhexp elish golu softshrink hardshrink tanhshrink sine snake gaussian bent_identity srelu apl maxout glu swiglu geglu reglu softmax
        log_softmax sparsemax entmax softmin hardmax softmax_sink softpick swiglu_clamped pade xielu acon_c"""
    assert set(promised.split()) <= set(ALL)
    assert all(getattr(activation_functions, name) is f and f.id == name for name, f in ALL.items())
    assert set(ALL) < set(dir(activation_functions))


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="no function 'gleu'.*gelu"):
        activation_functions.gleu  # noqa: B018


def test_the_example_in_the_package_docstring_runs() -> None:
    assert doctest.testmod(activation_functions).failed == 0


@FUNCTIONS
def test_it_explains_itself(f: Activation) -> None:
    shown = repr(f)
    assert "\n" not in shown
    assert shown.startswith(f"<activation {f.id}(x")
    assert f.formula in shown
    page = pydoc.plain(pydoc.render_doc(f))
    for said in (
        f"{f.name} {f.en}",
        f"{f.id}(x){'[i]' if f.mixes and f.width else ''} = {f.formula}",
        "float16",
        "TypeError",
        "ValueError",
        *f.parameters,
        *f.sources,
    ):
        assert said in page
    where = ["where"] if f.absent is not None else []
    assert list(inspect.signature(f).parameters) == ["x", *(["axis"] if f.mixes else []), *where, *f.parameters, *(["rng"] if f.draw else [])]


@FUNCTIONS
def test_it_survives_copying_and_pickling(f: Activation) -> None:
    for twin in (copy.deepcopy(f), pickle.loads(pickle.dumps(f))):
        np.testing.assert_array_equal(twin([0.5, -1.0]), f([0.5, -1.0]))
    assert len({f, f}) == 1


# ---- what goes in, what comes out ------------------------------------------------------------


@FUNCTIONS
@pytest.mark.parametrize("dtype", [*FLOATS, ">f8", ">f4"])
def test_floats_keep_their_dtype(f: Activation, dtype: str) -> None:
    x = np.array([-1.5, 0.0, 2.0, 0.5], dtype)
    assert f(x).dtype == x.dtype.newbyteorder("=")
    if f.mixes:
        g = f(x)
        for plain in (g, 2.0, 2, True):
            assert f.vjp(x, plain).dtype == x.dtype.newbyteorder("=")
        for wide in (g.astype("float64"), np.float64(2), [2.0] * g.size if g.ndim else np.array(2)):
            assert f.vjp(x, wide).dtype == np.float64
    else:
        assert f.derivative(x).dtype == f.second_derivative(x).dtype == x.dtype.newbyteorder("=")
        assert type(f(x[0])) is x.dtype.newbyteorder("=").type


@FUNCTIONS
@pytest.mark.parametrize(
    "given",
    [[-2, 0, 3, 1], (True, False), range(4), np.arange(4, dtype="uint8"), np.array([[1, 2]]), memoryview(b"\x01\x02")],
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


@ELEMENTWISE
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), (2, 0, 3)], ids=str)
def test_nothing_gives_nothing(f: Activation, dtype: str, shape: tuple[int, ...]) -> None:
    for way in ways(f):
        assert way(np.empty(shape, dtype)).shape == shape


@MIXING
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("shape", [(0,), (0, 4), (4, 0), (2, 0, 4)], ids=str)
def test_of_nothing_only_the_largest_does_not_exist(f: Activation, dtype: str, shape: tuple[int, ...]) -> None:
    x = np.empty(shape, dtype)
    if not f.width and not shape[-1]:
        for way in (f, lambda x: f.vjp(x, 1.0)):
            with pytest.raises(ValueError, match=rf"^{f.id}: axis -1 has length 0; accepted: at least one entry"):
                way(x)
        return
    assert f(x).shape == (*shape[:-1], *([int(shape[-1] * f.width)] if f.width else []))
    assert f.vjp(x, 1.0).shape == shape


@FUNCTIONS
@pytest.mark.parametrize("dtype", FLOATS)
def test_layout_changes_no_bit_and_the_input_stays_as_it_was(f: Activation, dtype: str) -> None:
    dense = np.random.default_rng(1).normal(size=(60, 50, 8)).astype(dtype) * 4  # more than one block
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
    x = np.linspace(-3, 3, 12)
    y = f(x)
    x[:] = 0
    np.testing.assert_array_equal(y, f(np.linspace(-3, 3, 12)))


# ---- the ends of the line --------------------------------------------------------------------


def limits(f: Activation) -> list[list[float]]:
    """The limits of f, f' and f'' at both infinities, by algebra, NaN where there is none; where f' settles, f'' can only go to 0."""
    curve = Curve.of(f)

    def ends(line: str) -> list[float]:
        return [end(curve.on(line, curve.pieces()[-right]), right) for right in (False, True)]

    def end(line: str, right: bool) -> float:
        try:
            return float(as_ball(limit(curve, line, right)))
        except ArithmeticError:
            return np.nan

    slopes = ends(curve.derivative)
    return [ends(curve.formula), slopes, [0.0, 0.0] if np.isfinite(slopes).all() else ends(curve.second)]


def keeps_the_sign_of_zero(f: Activation) -> bool:
    """Whether f(-0.0) is -0.0: f(0) is 0 without a jump, and f is negative just left of it."""
    parameters: dict[str, Any] = {name: arb(p.default) for name, p in f.parameters.items()}
    with flint.ctx.workprec(700):
        here, left = (formula.jet(f.formula, arb(x), 0, **parameters)[0] for x in (0.0, -(2.0**-60)))
        jumps = any(kink.jump and formula.value(kink.at, 0.0, **parameters) == 0 for kink in f.kinks)
        return bool(abs(here) < arb(2) ** -300 and left < 0 and not jumps)


@ELEMENTWISE
def test_infinity_gives_the_limit_and_nan_gives_nan(f: Activation) -> None:
    for way, true in zip(ways(f), limits(f), strict=True):
        ends = way([-INF, INF])
        np.testing.assert_allclose(ends, true, rtol=2.0**-51)
        for dtype in FLOATS:
            np.testing.assert_array_equal(way(np.array([-INF, INF], dtype)), ends.astype(dtype))
            assert np.isnan(way(np.array([np.nan, -np.nan], dtype))).all()
            assert np.isnan(way(np.array([1.0, np.nan, -1.0], dtype))).tolist() == [False, True, False]


@ELEMENTWISE
@pytest.mark.parametrize("dtype", FLOATS)
def test_the_sign_of_zero(f: Activation, dtype: str) -> None:
    zeros = np.array([-0.0, 0.0], dtype)
    negative_zero = [(np.signbit(y) & (y == 0)).tolist() for y in (way(zeros) for way in ways(f))]
    assert negative_zero == [[keeps_the_sign_of_zero(f), False], [False, False], [False, False]]
    assert f.derivative(-0.0) == f.derivative(0.0)
    assert f.second_derivative(-0.0) == f.second_derivative(0.0)


@ELEMENTWISE
def test_a_second_derivative_of_zero_has_no_sign(f: Activation) -> None:
    flat = f.second_derivative(np.concatenate([np.linspace(-1600, 1600, 3201), [-1e300, 1e300, -INF, INF]]))
    assert not np.signbit(flat[flat == 0]).any()


def test_parameters_that_change_the_limits() -> None:
    assert leaky_relu(-INF, alpha=0.0) == 0
    assert leaky_relu(-INF, alpha=-1.0) == INF
    assert prelu([-INF, -INF, -INF], alpha=[0.0, 1.0, -1.0]).tolist() == [0, -INF, INF]
    assert elu(-INF, alpha=2.0) == -2
    assert softplus([-INF, INF], beta=1e-100).tolist() == [0, INF]
    assert prelu.derivative([-INF, INF, np.nan], wrt="alpha").tolist()[:2] == [-INF, 0]
    assert np.isnan(prelu.derivative(np.nan, wrt="alpha"))


def test_slopes_at_the_kinks() -> None:
    assert [relu.derivative(0), step.derivative(0), step(0)] == [0, 0, 0]
    assert [leaky_relu.derivative(0, alpha=0.3), prelu.derivative(0, alpha=-2), elu.derivative(0, alpha=3)] == [0.3, -2, 3]
    assert [relu.second_derivative(0), step.second_derivative(0), relu2.second_derivative(0), elu.second_derivative(0, alpha=3)] == [0, 0, 0, 3]


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


@pytest.mark.parametrize("f", [f for f in ALL.values() if f.partial], ids=lambda f: f.id)
def test_an_array_of_learned_parameters_is_as_one_number_after_the_other(f: Activation) -> None:
    rng = np.random.default_rng(9)
    x = np.concatenate([rng.normal(size=8) * 3, [0.0, -0.0, 1e-25, -1e-25, 5e3, -2e9, 1e200, -INF, INF, NAN]])[:, None]
    rows = {name: rng.uniform(0.2, 2.0, 5) * (1 if p.above is not None else rng.choice([-1, 1])) for name, p in f.parameters.items() if p.learned}
    for way in (f, f.derivative, f.second_derivative, *(partial(f.derivative, wrt=name) for name in f.partial)):
        together: Any = way(x, **rows)  # type: ignore[operator]
        alone = [way(x[:, 0], **{name: float(row[k]) for name, row in rows.items()}) for k in range(5)]  # type: ignore[operator]
        np.testing.assert_array_equal(together, np.stack(alone, axis=1))


# ---- functions that mix entries --------------------------------------------------------------


@MIXING
@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3, np.int64(1)])
def test_axis(f: Activation, axis: int) -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(4, 6, 8))
    y = f(x, axis=axis)
    np.testing.assert_array_equal(y, np.apply_along_axis(lambda line: f(line), int(axis), x))
    g, last = rng.normal(size=y.shape), np.moveaxis(x, axis, -1)
    pairs = np.moveaxis(f.vjp(x, g, axis=axis), axis, -1)
    np.testing.assert_array_equal(pairs, f.vjp(last, np.moveaxis(g, axis, -1) if f.width else g))
    np.testing.assert_array_equal(f.vjp(x, 2.0, axis=axis), f.vjp(x, np.full(y.shape, 2.0), axis=axis))


@SEVERAL
@pytest.mark.parametrize("axis", [None, (0, 2), (2, 0), (-1, 1), (1,), (), (0, 1, 2)], ids=str)
def test_several_axes_are_as_one(f: Activation, axis: tuple[int, ...] | None) -> None:
    rng = np.random.default_rng(5)
    x, g = rng.normal(size=(2, 3, 5, 4))
    axes = (0, 1, 2) if axis is None else axis
    ends = range(3 - len(axes), 3)

    def lines(a: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        moved = np.moveaxis(a, axes, ends)
        return moved.reshape(*moved.shape[: 3 - len(axes)], -1)

    def back(a: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.moveaxis(a.reshape(np.moveaxis(x, axes, ends).shape), ends, axes)

    np.testing.assert_array_equal(f(x, axis=axis), back(f(lines(x))))
    np.testing.assert_array_equal(f.vjp(x, g, axis=axis), back(f.vjp(lines(x), lines(g))))
    assert f(x.astype("float32"), axis=axis).dtype == np.float32
    assert f(np.empty((0, 3)), axis=axis if axis in (None, ()) else (0, 1)).shape == (0, 3)


@SEVERAL
def test_a_number_alone_has_no_axis_to_choose(f: Activation) -> None:
    for axis in (None, ()):
        assert f(2.5, axis=axis) == f([2.5])[0]
        assert np.ndim(f(2.5, axis=axis)) == np.ndim(f.vjp(2.5, 3.0, axis=axis)) == 0


WHERE = pytest.mark.parametrize("f", [f for f in ALL.values() if f.absent is not None], ids=lambda f: f.id)


def test_who_takes_where() -> None:
    shares = ["softmax", "softmin", "softmax_sink", "softpick", "hardmax", "sparsemax", "entmax"]
    assert {f.id: f.absent for f in ALL.values() if f.absent is not None} == {"log_softmax": -INF, **dict.fromkeys(shares, 0.0)}


@WHERE
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("hidden", [NAN, INF, -INF, 700.0, 0.0])
def test_what_where_leaves_out_counts_for_nothing(f: Activation, dtype: str, hidden: float) -> None:
    rng = np.random.default_rng(6)
    x, g = rng.normal(size=(2, 40, 9)).astype(dtype)
    x[3], x[4, ::2] = -INF, -INF
    where = rng.random(x.shape) < 0.6
    where[0], where[1], where[2] = True, False, [i == 4 for i in range(9)]
    x[~where], g[~where] = hidden, hidden
    y, back = f(x, where=where), f.vjp(x, g, where=where)
    assert y.dtype == back.dtype == dtype
    for line, counted, here, value, gradient in zip(x, where, g, y, back, strict=True):
        np.testing.assert_array_equal(value[~counted], f.absent)
        np.testing.assert_array_equal(gradient[~counted], 0)
        eps = float(np.finfo(dtype).eps)
        np.testing.assert_allclose(value[counted], f(line[counted]), rtol=4 * eps)
        np.testing.assert_allclose(gradient[counted], f.vjp(line[counted], here[counted]), atol=8 * eps)


@WHERE
def test_where_broadcasts_as_in_numpy(f: Activation) -> None:
    x = np.random.default_rng(7).normal(size=(3, 4, 5))
    some = np.array([True, False, True, True, False])
    np.testing.assert_array_equal(f(x, where=some), f(x, where=np.broadcast_to(some, x.shape)))
    np.testing.assert_array_equal(f(x, where=some[:4, None], axis=1), f(x, where=np.broadcast_to(some[:4, None], x.shape), axis=1))
    np.testing.assert_array_equal(f(x, where=some, axis=None), f(x, where=np.broadcast_to(some, x.shape), axis=(0, 1, 2)))
    np.testing.assert_array_equal(f(x, where=True), f(x))
    np.testing.assert_array_equal(f(x, where=np.True_), f(x))
    np.testing.assert_array_equal(f(x, where=[[True]]), f(x))
    np.testing.assert_array_equal(f(x, where=False), np.full(x.shape, f.absent))
    np.testing.assert_array_equal(f.vjp(x, x, where=False), np.zeros(x.shape))
    if f.id not in ("log_softmax", "softmax_sink", "softpick"):
        np.testing.assert_allclose(np.sum(f(x, where=some), axis=-1), 1)
    for shape in ((2, 5), (2, 3, 4, 5), (4,)):
        for way in (f, lambda x, **given: f.vjp(x, 1.0, **given)):
            with pytest.raises(ValueError, match=rf"^{f.id}: where has shape .*; accepted: what broadcasts to the shape of x, \(3, 4, 5\)$"):
                way(x, where=np.ones(shape, bool))
    for wrong in (1, 0.0, None, [1, 0, 1, 1, 0], "yes"):
        with pytest.raises(TypeError, match=rf"^{f.id}: where is .*; accepted: booleans that broadcast to the shape of x$"):
            f(x, where=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("f", [f for f in ALL.values() if f.absent is None], ids=lambda f: f.id)
def test_where_is_refused_by_the_others(f: Activation) -> None:
    with pytest.raises(TypeError, match=rf"^{f.id} .*takes no where"):
        f([1.0, 2.0], where=[True, False])
    if f.mixes:
        with pytest.raises(TypeError, match=rf"^{f.id} takes no where$"):
            f.vjp([1.0, 2.0], 1.0, where=[True, False])


@MIXING
def test_many_lines_are_as_one(f: Activation) -> None:
    """More lines than fit into one block, and one line longer than a block."""
    rng = np.random.default_rng(8)
    for shape in ((30_000, 4), (2, 200_000)):
        x = rng.normal(size=shape)
        y = f(x)
        for line in (0, -1):
            np.testing.assert_array_equal(f(x[line]), y[line])
            np.testing.assert_array_equal(f.vjp(x[line], y[line]), f.vjp(x, y)[line])


@MIXING
def test_vjp_is_the_jacobian_transposed_times_the_vector(f: Activation) -> None:
    x, h = np.array([0.3, -1.0, 2.0, 0.1]), 1e-6
    jacobian = np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(4)])
    g = np.arange(1.0, 1.0 + np.size(f(x))).reshape(np.shape(f(x)))
    np.testing.assert_allclose(f.vjp(x, g), jacobian @ g if g.ndim else jacobian * g, atol=1e-8)


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
    for way in (f, lambda g: f.vjp([1.0], g)) if f.mixes else (f, f.derivative, f.second_derivative):
        with pytest.raises(TypeError, match=rf"^{f.id}: [xg] is .*accepted: real numbers") as refused:
            way(given)
        assert len(str(refused.value)) < 300


@FUNCTIONS
def test_unknown_parameters_are_refused(f: Activation) -> None:
    with pytest.raises(TypeError, match=rf"^{f.id} has no parameter zeta; accepted: {', '.join(f.parameters) or 'none'}"):
        f([1.0], zeta=1)


PARAMETERS = [(f, name) for f in ALL.values() for name in f.parameters]


@pytest.mark.parametrize(("f", "name"), PARAMETERS, ids=lambda it: getattr(it, "id", it))
def test_parameters_outside_their_domain_are_refused(f: Activation, name: str) -> None:
    parameter = f.parameters[name]
    accepted, above = re.escape(parameter.accepts), parameter.above == 0
    x: Any = [0.7, 1.0] if f.mixes else 0.7
    outside = [np.nan, INF, -INF, 1.1e100, -1.1e100, 0.9e-100, -0.9e-100, 5e-324, 1.7e308, *([-1.0, -1e-100] if above else [])]
    for way in ways(f):
        for value in outside + ([0.0, -0.0] if above and not parameter.zero else []):
            with pytest.raises(ValueError, match=rf"^{f.id}: {name} is {re.escape(str(value))}; accepted: {accepted}$"):
                way(x, **{name: value})
        for value in (1e-100, 1e100, *(() if above else (-1e-100, -1e100)), *((0.0, -0.0) if parameter.zero or not above else ())):
            assert np.isfinite(way(x, **{name: value})).all()
        for no_number in ("2", None, 1j, np.longdouble(1), [None]):
            with pytest.raises(TypeError, match=rf"^{f.id}: {name} is .*; accepted: "):
                way(x, **{name: no_number})
        if not f.parameters[name].learned:
            with pytest.raises(TypeError, match=rf"^{f.id}: {name} has shape \(2,\); accepted: {accepted}$"):
                way(x, **{name: [1.0, 2.0]})


def test_learned_parameters_that_do_not_fit_are_refused() -> None:
    with pytest.raises(
        ValueError, match=r"^prelu: alpha has shape \(2,\) and x \(3,\); accepted: 0 or numbers of a size from 1e-100 to 1e100 that broadcast against x$"
    ):
        prelu([1.0, 2.0, 3.0], alpha=[1.0, 2.0])
    with pytest.raises(ValueError, match=r"^prelu: alpha is nan"):
        prelu([1.0, 2.0], alpha=[1.0, np.nan])


@ELEMENTWISE
def test_elementwise_functions_refuse_what_they_have_not(f: Activation) -> None:
    for wrong in ("y", "zeta", None, ["x"]):
        with pytest.raises(ValueError, match=rf"^{f.id}.derivative: wrt is .*; accepted: 'x'"):
            f.derivative(1.0, wrt=wrong)  # type: ignore[arg-type]
    for axis in (0, None, (0,), True, -1.0):
        with pytest.raises(TypeError, match=rf"^{f.id} works elementwise and takes no axis; given axis="):
            f([1.0], axis=axis)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=rf"^{f.id} works elementwise: use g \* {f.id}.derivative"):
        f.vjp([1.0], [1.0])


@MIXING
def test_mixing_functions_refuse_what_does_not_fit(f: Activation) -> None:
    for number in (1.0, 3, np.float32(1), np.array(2.0)):
        for way in (f, lambda x: f.vjp(x, 1.0)):
            with pytest.raises(ValueError, match=rf"^{f.id}: axis -1 does not exist in an array of shape \(\)"):
                way(number)
    for axis in (1, -2, 10**6):
        with pytest.raises(ValueError, match=rf"^{f.id}: axis {axis} does not exist in an array of shape \(4,\); accepted: from -1 to 0"):
            f([1.0, 2.0, 3.0, 4.0], axis=axis)
    several = f.width == 1.0
    no_axes: list[Any] = [0.0, "0", True, [0], (0.0,), (0, True), *([] if several else [None, (0,), ()])]
    for no_axis in no_axes:
        with pytest.raises(TypeError, match=rf"^{f.id}: axis is .*accepted: an integer{', a tuple of integers or None' if several else ''}$"):
            f([[1.0, 2.0]], axis=no_axis)
    if several:
        for twice in ((0, 0), (1, -1)):
            with pytest.raises(ValueError, match=rf"^{f.id}: axis {re.escape(str(twice))} names one axis twice; accepted: each once$"):
                f([[1.0, 2.0]], axis=twice)
        with pytest.raises(ValueError, match=rf"^{f.id}: axis 2 does not exist in an array of shape \(1, 2\); accepted: from -2 to 1$"):
            f([[1.0, 2.0]], axis=(0, 2))
    x = np.ones(6)
    for g in (np.ones(5), np.ones((2, 6))):
        with pytest.raises(ValueError, match=rf"^{f.id}.vjp: g has shape .*accepted: what broadcasts to the output's shape {re.escape(str(f(x).shape))}"):
            f.vjp(x, g)
    with pytest.raises(TypeError, match=rf"^{f.id} mixes the entries of x.*{f.id}\.vjp"):
        f.derivative([1.0])
    with pytest.raises(TypeError, match=rf"^{f.id} mixes the entries of x"):
        f.second_derivative([1.0])
    if f.width == 0.5:
        for way in (f, lambda x: f.vjp(x, 1.0)):
            with pytest.raises(ValueError, match=rf"^{f.id}: axis -1 has length 3; accepted: an even length, two halves"):
                way([1.0, 2.0, 3.0])


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
