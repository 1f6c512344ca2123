"""Widths and calls of the sigmoid are read off code that is not run: own numbers before inherited ones, and every way of calling."""

from pathlib import Path

import pytest

from measured import widths

CONFIGURATION = """
class BaseConfig:
    d_model: int = 512
    d_ff: int | None = 2048

class NarrowConfig(BaseConfig):
    d_ff: int = 1024

class OtherConfig:
    hidden_size: int = 768
    intermediate_size: int | None = None
"""
MODELING = """
def gate(x):
    return x.sigmoid() * torch.sigmoid(x) + nn.Sigmoid()(x) + F.silu(x) + not_sigmoid(x)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "configuration_small.py").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "small" / "modeling_small.py").write_text(MODELING, "utf-8")
    (tmp_path / "alias").mkdir()
    return tmp_path


def test_own_numbers_come_before_inherited_ones(folder: Path) -> None:
    found = {row["class"]: (row["hidden"], row["intermediate"]) for row in widths.widths(folder)}
    assert found == {"BaseConfig": (512, 2048), "NarrowConfig": (512, 1024)}


def test_calls_of_the_sigmoid_are_counted_where_there_is_code(folder: Path) -> None:
    assert widths.sigmoids(folder) == {"small": 3}
