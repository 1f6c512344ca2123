"""The map of chapters agrees with the navigation, and is told where it does not."""

import pytest

from checks.guiding import mapped
from language.chapters import CHAPTERS, Chapter
from language.words import Words
from project.paths import DOCS
from publish.navigation import listed

KNOWN = (Chapter("neuron", Words("甲", "a")), Chapter("output", Words("乙", "b"), ("neuron",)))
NAV = ["index.md", "guide/index.md", "guide/neuron.md", "guide/output.md", "reference/data.md"]


def test_the_map_agrees() -> None:
    assert list(mapped(listed())) == []
    assert all((DOCS / "guide" / f"{chapter.page}.en.md").is_file() for chapter in CHAPTERS)
    assert list(mapped(NAV, KNOWN)) == []


def test_without_a_landing_page_there_is_no_map() -> None:
    assert list(mapped(["guide/flat.md"], KNOWN)) == []


@pytest.mark.parametrize(
    ("nav", "known", "what"),
    [
        ([*NAV, "guide/vanishing.md"], KNOWN, "the map of chapters has no vanishing"),
        (NAV[:3], KNOWN, "output is not in the navigation"),
        ([*NAV[:2], *NAV[3:1:-1]], KNOWN, "neuron stands where the navigation has output"),
        ([NAV[0], NAV[2], NAV[1], NAV[3]], KNOWN, "guide/index.md comes after guide/neuron.md"),
        ([*NAV[:2], *NAV[3:1:-1]], KNOWN[::-1], "output builds on neuron, which does not come before it"),
    ],
)
def test_where_they_disagree(nav: list[str], known: tuple[Chapter, ...], what: str) -> None:
    (fault,) = mapped(nav, known)
    assert fault.what == what
    assert fault.file.is_file()
