"""Where a ReLU network bends: it cuts the plane into regions, in each of which the same units are on and the network is one affine map M x + c."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from activation_functions.network import Network

Floats = npt.NDArray[np.float64]

TOUCH = 1e-9
"""A corner as near to a line as that lies on it: what is left of it would be rounding."""


class Region(NamedTuple):
    """A convex piece of the plane: which hidden units are on, layer after layer, its corners, a row each, and its map."""

    pattern: tuple[bool, ...]
    corners: Floats
    M: Floats
    c: Floats


class Crease(NamedTuple):
    """A stretch along which one hidden unit, counted through all layers, changes sides; its two ends are rows."""

    unit: int
    ends: Floats


def square(reach: float, centre: float = 0.0) -> Floats:
    """The corners of a square around a point with equal coordinates."""
    return centre + reach * np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def gates(network: Network, x: npt.ArrayLike) -> tuple[bool, ...]:
    """The activation pattern of one input: for each hidden unit, layer after layer, whether its z is above 0."""
    z, _ = network.forward(np.reshape(np.asarray(x, dtype=float), (-1, 1)))
    return tuple(bool(on) for layer in z[:-1] for on in layer[:, 0] > 0)


def affine(network: Network, pattern: Sequence[bool]) -> tuple[Floats, Floats]:
    """M = W_L D_(L-1) W_(L-1) … D_1 W_1 and c of all inputs with this pattern; D_l has 1 on its diagonal where a unit is on, else 0."""
    M, c = np.eye(network.weights[0].shape[1]), np.zeros(network.weights[0].shape[1])
    left = list(pattern)
    for layer, W in enumerate(network.weights):
        M, c = W @ M, W @ c + _bias(network, layer)
        if layer < len(network.weights) - 1:
            on = np.array(left[: len(W)], dtype=float)
            left = left[len(W) :]
            M, c = on[:, None] * M, on * c
    return M, c


def _bias(network: Network, layer: int) -> Floats:
    return network.biases[layer][:, 0] if network.biases else np.zeros(len(network.weights[layer]))


def divided(network: Network, corners: Floats) -> tuple[list[Region], list[Crease]]:
    """The regions of a network of two inputs within a convex polygon, and the creases between them.

    Layer by layer, each region so far is cut by the units of the layer: within it their z are affine, so each cuts it along a straight line or not at all.
    """
    found, creases = [Region((), corners, np.eye(2), np.zeros(2))], []
    for layer, W in enumerate(network.weights[:-1]):
        cut = []
        for region in found:
            V, d = W @ region.M, W @ region.c + _bias(network, layer)
            pieces: list[tuple[tuple[bool, ...], Floats]] = [((), region.corners)]
            for w, b in zip(V, d, strict=True):
                parts = []
                for pattern, polygon in pieces:
                    on, off = halves(polygon, polygon @ w + b)
                    parts += [((*pattern, state), part) for state, part in ((True, on), (False, off)) if part is not None]
                    if on is not None and off is not None:
                        ends = on[np.abs(on @ w + b) <= TOUCH * 10]
                        creases.append(Crease(len(region.pattern) + len(pattern), ends))
                pieces = parts
            for pattern, polygon in pieces:
                kept = np.array(pattern, dtype=float)
                cut.append(Region(region.pattern + pattern, polygon, kept[:, None] * V, kept * d))
        found = cut
    W = network.weights[-1]
    return [Region(r.pattern, r.corners, W @ r.M, W @ r.c + _bias(network, len(network.weights) - 1)) for r in found], creases


def halves(corners: Floats, z: Floats) -> tuple[Floats | None, Floats | None]:
    """The parts of a convex polygon where an affine z is above 0 and where it is not; None for one that has no inside."""
    z = np.where(np.abs(z) <= TOUCH, 0.0, z)
    if z.max() <= 0:
        return None, corners
    if z.min() >= 0:
        return corners, None
    return _half(corners, z), _half(corners, -z)


def _half(corners: Floats, z: Floats) -> Floats:
    """Where z is not below 0: corners that stay, and the places where an edge crosses."""
    kept = []
    for k, here in enumerate(corners):
        next_ = (k + 1) % len(corners)
        if z[k] >= 0:
            kept.append(here)
        if z[k] * z[next_] < 0:
            kept.append(here + (corners[next_] - here) * (z[k] / (z[k] - z[next_])))
    return np.array(kept)


def most(layers: Sequence[int], inputs: int = 2) -> int:
    """No more activation patterns than this: the product over the layers of the number of regions into which so many lines, planes, … can cut the space.

    For one hidden layer of n units that is the sum of n over j for j up to the inputs, and it is reached (Montúfar, Pascanu, Cho and Bengio, "On the
    number of linear regions of deep neural networks", 2014); for more layers each region of the layers before is cut at most so often again.
    """
    from math import comb, prod

    return prod(sum(comb(n, j) for j in range(inputs + 1)) for n in layers)
