"""Regions of random ReLU networks fill the square without overlap, and in each the network is what its map says."""

import numpy as np
import pytest

from activation_functions import relu
from activation_functions.network import random_network
from mathematics.regions import affine, divided, gates, most, square


def area(corners: np.ndarray) -> float:
    (x, y), (u, v) = corners.T, np.roll(corners, -1, axis=0).T
    return float(np.sum(x * v - u * y) / 2)


@pytest.mark.parametrize("sizes", [(2, 4, 1), (2, 5, 4, 2), (2, 3, 3, 3, 1)])
@pytest.mark.parametrize("start", ["pytorch", "he"])
def test_regions_fill_the_square_and_have_their_maps(sizes: tuple[int, ...], start: str) -> None:
    network = random_network(sizes, relu, np.random.default_rng(7), start=start)
    regions, creases = divided(network, square(2.0, 0.5))
    areas = [area(region.corners) for region in regions]
    assert min(areas) > 0
    assert sum(areas) == pytest.approx(16)
    assert len({region.pattern for region in regions}) == len(regions) <= most(sizes[1:-1])
    for region in regions:
        inside = region.corners.mean(axis=0)
        assert gates(network, inside) == region.pattern
        for x in (inside, *region.corners):
            assert np.allclose(network(x[:, None])[:, 0], region.M @ x + region.c)
        M, c = affine(network, region.pattern)
        assert np.allclose(M, region.M)
        assert np.allclose(c, region.c)
    for crease in creases:
        z = np.concatenate(network.forward(crease.ends.mean(axis=0)[:, None])[0][:-1])
        assert abs(z[crease.unit, 0]) < 1e-9


def test_lines_in_general_position_reach_the_bound() -> None:
    turn = np.pi * np.arange(5) / 5
    network = random_network((2, 5, 1), relu, np.random.default_rng(0))
    network.weights[0][:] = np.column_stack([np.cos(turn), np.sin(turn)])
    network.biases[0][:, 0] = [0.1, -0.2, 0.3, 0.05, -0.15]
    assert len(divided(network, square(99.0))[0]) == most([5]) == 16
    network.biases[0][:] = 0
    assert len(divided(network, square(99.0))[0]) == 10
