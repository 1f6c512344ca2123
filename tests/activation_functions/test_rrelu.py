"""RReLU draws its slopes from the generator it is given, and only then."""

import numpy as np
import pytest

from activation_functions import leaky_relu, relu, rrelu, softmax


def test_without_a_generator_nothing_is_drawn() -> None:
    x = np.linspace(-3, 3, 50)
    np.testing.assert_array_equal(rrelu(x), rrelu(x, rng=None))
    np.testing.assert_array_equal(rrelu(x), leaky_relu(x, alpha=(1 / 8 + 1 / 3) / 2))


def test_each_entry_has_a_slope_of_its_own_between_the_bounds() -> None:
    x = np.full((200, 100), -2.0)
    slopes = rrelu(x, rng=np.random.default_rng(1), lower=0.5, upper=0.75) / x
    assert slopes.min() >= 0.5
    assert slopes.max() <= 0.75
    assert len(np.unique(slopes)) == slopes.size
    assert abs(slopes.mean() - 0.625) < 5 * 0.25 / np.sqrt(12 * slopes.size)


def test_value_and_derivative_share_the_draw_of_a_seed() -> None:
    x = np.random.default_rng(2).normal(size=(7, 5000)).astype("float32")
    value, slope = rrelu(x, rng=np.random.default_rng(3)), rrelu.derivative(x, rng=np.random.default_rng(3))
    np.testing.assert_allclose(value, slope * x, rtol=1e-6)
    assert value.dtype == slope.dtype == np.float32
    np.testing.assert_array_equal(slope[x > 0], 1)
    np.testing.assert_array_equal(value, rrelu(np.asfortranarray(x), rng=np.random.default_rng(3)))
    rng = np.random.default_rng(3)
    assert not np.array_equal(rrelu(x, rng=rng), rrelu(x, rng=rng))
    assert isinstance(rrelu(-1.0, rng=rng), np.float64)
    assert rrelu(np.empty((0, 3)), rng=rng).shape == (0, 3)
    assert rrelu([-np.inf, np.inf], rng=rng).tolist() == [-np.inf, np.inf]


def test_a_generator_is_refused_where_it_does_not_belong() -> None:
    rng = np.random.default_rng(4)
    for way in (relu, relu.derivative, softmax):
        with pytest.raises(TypeError, match="draws nothing at random and takes no rng"):
            way([1.0], rng=rng)
    for wrong in (3, "seed", np.random.RandomState(1)):
        with pytest.raises(TypeError, match="^rrelu: rng is .*accepted: a numpy.random.Generator"):
            rrelu([1.0], rng=wrong)  # type: ignore[arg-type]
