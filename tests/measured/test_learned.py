"""What layers learn is read off the layers; a shape that serves nothing known is refused, and the page says what the record says."""

import pytest

from mathematics.recorded import recorded
from measured import learned


@pytest.mark.parametrize(
    ("shape", "package", "serves"),
    [((), "flax", "all"), ((1,), "torch", "all"), ((3,), "torch", "channel"), ((1, 1, 5), "keras", "channel"), ((3, 4, 5), "keras", "element")],
)
def test_a_shape_tells_what_one_number_serves(shape: tuple[int, ...], package: str, serves: str) -> None:
    assert learned.reach(shape, package) == serves


@pytest.mark.parametrize(("shape", "package"), [((4,), "torch"), ((5,), "torch"), ((3,), "keras"), ((2, 3, 4, 5), "keras")])
def test_a_shape_that_serves_nothing_is_refused(shape: tuple[int, ...], package: str) -> None:
    with pytest.raises(ValueError, match="serves neither"):
        learned.reach(shape, package)


def test_every_layer_of_the_list_is_recorded_and_each_kind_occurs() -> None:
    rows = recorded("learned")
    for name, packages in learned.LAYERS.items():
        assert [each["layer"] for each in rows["layers"][name]] == [line for lines in packages.values() for line in lines]
        for each in rows["layers"][name]:
            assert each["serves"] == learned.reach(tuple(each["shape"]), each["library"])
    assert {each["serves"] for each in rows["layers"]["prelu"]} == {"all", "channel", "element"}


def test_no_layer_that_learns_is_left_out() -> None:
    """Every activation layer that has something to learn is one of the list."""
    listed = {line.rpartition(".")[2].partition("(")[0] for packages in learned.LAYERS.values() for lines in packages.values() for line in lines}
    assert {word for words in recorded("learned")["learn"].values() for word in words} <= listed
