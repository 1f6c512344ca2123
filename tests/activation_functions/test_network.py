"""The network: its gradients are the differences of its loss, its rules are those of the books, and bad input is told."""

import inspect
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL, network, relu, softmax, tanh
from activation_functions.network import (
    Network,
    adam,
    cross_entropy,
    gradient_descent,
    momentum,
    random_network,
    softmax_cross_entropy,
    squared,
    training,
)

SMOOTH = [f for f in ALL.values() if not f.mixes and not f.kinks and f.draw is None]
LOSSES = {"squared": squared, "cross_entropy": cross_entropy, "softmax_cross_entropy": softmax_cross_entropy}


def samples(outputs: int, count: int = 7) -> tuple[Any, Any]:
    rng = np.random.default_rng(1)
    y = rng.random((outputs, count))
    return rng.standard_normal((3, count)), y / y.sum(axis=0)


def by_differences(net: Network, x: Any, y: Any, loss: network.Loss, step: float = 1e-5) -> list[Any]:
    """The slope of the loss in every single weight, from its values on both sides."""
    found = []
    for parameter in net.parameters:
        slopes = np.empty_like(parameter)
        for place in np.ndindex(parameter.shape):
            kept, sides = parameter[place], []
            for move in (step, -step):
                parameter[place] = kept + move
                sides.append(float(loss(net(x), y)[0]))
            parameter[place] = kept
            slopes[place] = (sides[0] - sides[1]) / (2 * step)
        found.append(slopes)
    return found


@pytest.mark.parametrize("f", SMOOTH, ids=lambda f: f.id)
def test_gradients_are_differences_for_every_smooth_function(f: Any) -> None:
    x, y = samples(2)
    net = random_network([3, 4, 3, 2], f, np.random.default_rng(0))
    for got, want in zip(net.gradients(x, y, squared), by_differences(net, x, y, squared), strict=True):
        np.testing.assert_allclose(got, want, rtol=1e-4, atol=1e-7 * max(1, np.abs(want).max()))


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("name", LOSSES)
def test_gradients_are_differences_for_every_loss(name: str, bias: bool) -> None:
    x, y = samples(3)
    net = random_network([3, 5, 3], tanh, np.random.default_rng(0), bias=bias)
    got = net.gradients(x, y, LOSSES[name])
    assert len(got) == (4 if bias else 2)
    for one, other in zip(got, by_differences(net, x, y, LOSSES[name]), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-9)


def test_differences_notice_a_wrong_gradient() -> None:
    x, y = samples(2)
    net = random_network([3, 4, 2], tanh, np.random.default_rng(0))
    wrong = Network(net.weights, net.biases, tanh)
    object.__setattr__(wrong, "f", type("Off", (), {"__call__": lambda self, z: tanh(z), "derivative": lambda self, z: 1.01 * tanh.derivative(z)})())
    got, want = wrong.gradients(x, y, squared), by_differences(net, x, y, squared)
    assert not np.allclose(got[0], want[0], rtol=1e-4, atol=1e-9)


def test_networks_side_by_side_learn_as_each_alone() -> None:
    x, y = samples(1)
    alone = [random_network([3, 4, 1], relu, np.random.default_rng(seed)) for seed in range(3)]
    stacked = Network([np.stack(parts) for parts in zip(*(net.weights for net in alone), strict=True)], [], relu)
    stacked.biases = [np.stack(parts) for parts in zip(*(net.biases for net in alone), strict=True)]
    rates = np.array([0.1, 0.2, 0.3])
    for step in training(stacked, x, y, squared, momentum(rates[:, None, None])):
        if step == 20:
            break
    for k, net in enumerate(alone):
        for step in training(net, x, y, squared, momentum(float(rates[k]))):
            if step == 20:
                break
        np.testing.assert_allclose(stacked.weights[0][k], net.weights[0], rtol=1e-12)
    assert squared(stacked(x), y)[0].shape == (3,)


def test_the_first_steps_of_each_rule() -> None:
    """By hand: gradients 1 and 2 at a rate of 0.1."""
    taken = {name: [float(rule([np.array([g])])[0][0]) for g in (1.0, 2.0)] for name, rule in {
        "descent": gradient_descent(0.1), "momentum": momentum(0.1), "adam": adam(0.1),
    }.items()}  # fmt: skip
    assert taken["descent"] == pytest.approx([0.1, 0.2])
    assert taken["momentum"] == pytest.approx([0.1, 0.29])
    second = (0.9 * 0.1 + 0.1 * 2) / (1 - 0.81), (0.999 * 0.001 + 0.001 * 4) / (1 - 0.999**2)
    assert taken["adam"] == pytest.approx([0.1, 0.1 * second[0] / np.sqrt(second[1])])


@pytest.mark.parametrize(("start", "variance"), [("lecun", 1 / 400), ("glorot", 2 / 600), ("he", 2 / 400), ("pytorch", 1 / 1200), (3.0, 9 / 400)])
def test_starts_have_the_variance_that_they_say(start: Any, variance: float) -> None:
    net = random_network([400, 200], tanh, np.random.default_rng(0), start=start)
    assert net.weights[0].var() == pytest.approx(variance, rel=0.02)
    assert net.biases[0].any() == (start == "pytorch")
    if start == "pytorch":
        assert np.abs(net.weights[0]).max() <= 1 / 20
        assert np.abs(net.biases[0]).max() <= 1 / 20


def test_batches_are_drawn_by_the_generator_given() -> None:
    x, y = samples(1)
    nets = [random_network([3, 4, 1], tanh, np.random.default_rng(0)) for _ in range(3)]
    for net, seed in zip(nets, (5, 5, 6), strict=True):
        for step in training(net, x, y, squared, gradient_descent(0.1), batch=2, rng=np.random.default_rng(seed)):
            if step == 9:
                break
    assert np.array_equal(nets[0].weights[0], nets[1].weights[0])
    assert not np.array_equal(nets[0].weights[0], nets[2].weights[0])


def test_losses_do_not_overflow() -> None:
    z = np.array([[800.0, -800.0]])
    loss, slope = cross_entropy(z, np.array([[1.0, 0.0]]))
    assert (loss, slope.tolist()) == (0.0, [[0.0, 0.0]])
    loss, slope = softmax_cross_entropy(np.array([[800.0], [0.0]]), np.array([[1.0], [0.0]]))
    assert (loss, slope.ravel().tolist()) == (0.0, [0.0, 0.0])


@pytest.mark.parametrize(
    ("work", "what"),
    [
        (lambda: random_network([3], tanh, np.random.default_rng(0)), "sizes are the numbers of inputs, of units of each hidden layer and of outputs, not \\[3\\]"),
        (lambda: random_network([3, 1], tanh, np.random.default_rng(0), start="best"), "start is one of lecun, glorot, he, pytorch, or a number, not 'best'"),
        (lambda: random_network([3, 1], softmax, np.random.default_rng(0)), "mixes its entries"),
        (lambda: Network([np.ones((2, 3)), np.ones((1, 4))], [], tanh), "a layer of 2 units comes before one of 4 inputs"),
        (lambda: Network([np.ones((2, 3))], [np.ones((2, 1)), np.ones((1, 1))], tanh), "1 layers need as many biases or none, not 2"),
        (lambda: random_network([3, 1], tanh, np.random.default_rng(0))(np.ones((5, 3))), r"a column of 3 numbers; x has the shape \(5, 3\)"),
        (lambda: squared(np.ones((1, 4)), np.ones(4)), r"the outputs have the shape \(1, 4\), and y says \(4,\)"),
        (lambda: next(training(random_network([3, 1], tanh, np.random.default_rng(0)), *samples(1), squared, gradient_descent(1), batch=2)), "give rng"),
    ],
)  # fmt: skip
def test_bad_input_is_told(work: Any, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        work()


def test_it_needs_numpy_alone_and_fits_in_one_sitting() -> None:
    text = inspect.getsource(network)
    assert len(text.splitlines()) < 250
    code = "import sys, activation_functions.network as n; print(n.np.__name__)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="src").stdout == "numpy\n"
    imported = [line.split()[1] for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert {name.partition(".")[0] for name in imported} == {"__future__", "collections", "dataclasses", "itertools", "typing", "numpy"}


def test_its_example_runs() -> None:
    import doctest

    assert doctest.testmod(network).failed == 0
