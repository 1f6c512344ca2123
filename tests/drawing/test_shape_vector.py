"""The picture of a gate: along each line the output is the number that stands beside it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from activation_functions import ALL, Activation
from drawing import figure, shape_vector

GATES = [f for f in ALL.values() if f.width == 0.5]


@pytest.mark.parametrize("f", GATES, ids=lambda f: f.id)
def test_along_each_line_the_output_is_its_number(f: Activation) -> None:
    drawing, pen = figure.drawn(shape_vector.of(f), "en", narrow=True)
    levels = {name for name, _, _ in pen.rows if "level 0 " not in name}
    assert len(levels) >= 4
    exact = np.isclose(f([-3.0, 1.0])[0], -3.0 * f([1.0, 1.0])[0])  # a times a function of b
    for name in levels:
        pairs = np.array([(a, b) for named, b, a in pen.rows if named == name])
        near = 1e-9 if exact else 0.01  # a line that is searched for goes straight between the points of a grid
        assert np.allclose(f(pairs)[:, 0], float(name.split()[1]), rtol=near), name
    numbers = {note.get_text().replace("−", "-") for note in drawing.axes[0].texts}
    assert {f"{float(name.split()[1]):g}" for name in levels} == numbers


def test_a_gate_that_is_not_proportional_to_a_is_searched_on_a_grid() -> None:
    f = replace(ALL["glu"], id="shifted", value=lambda x: (x[..., :1] + 1.0) / (1.0 + np.exp(-x[..., 1:])))
    _, pen = figure.drawn(shape_vector.of(f), "en", narrow=True)
    levels = {name for name, _, _ in pen.rows}
    assert any(name.startswith("level 0 ") for name in levels)
    for name in levels:
        pairs = np.array([(a, b) for named, b, a in pen.rows if named == name])
        assert np.allclose(f(pairs)[:, 0], float(name.split()[1]), atol=1e-2), name
