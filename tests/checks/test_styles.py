"""A broken style sheet is told with its line, though a browser would silently skip it; the house's own is whole."""

import pytest

from checks import styles
from project.paths import ASSETS

SHEET = """:root { --ink: black }

p {
  color: var(--ink);
  margin: 0 1rem;
}

@media print {
  p { color: black; background: var(--md-default-bg-color) }
}
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (" }\n\np", "\n\np", 1),
        ("p {\n", "p\n", 4),
        ("black }\n\n", "black }}\n\n", 1),
        ("(--ink);\n", "(--ink)\n", 5),
        ("margin: 0 1rem", "margin 0 1rem", 5),
        ("margin: 0 1rem", "margin:", 5),
        ("var(--ink)", "var(--inc)", 4),
        ("rem;\n}", "rem;\n", 9),
        ("p {\n", "p:has(a) {\n", 3),
    ],
)
def test_a_broken_sheet_is_told_with_its_line(old: str, new: str, line: int) -> None:
    assert list(styles.of_a_sheet(ASSETS / "site.css", SHEET)) == []
    assert old in SHEET
    found = list(styles.of_a_sheet(ASSETS / "site.css", SHEET.replace(old, new, 1)))
    assert found, "not noticed"
    assert line - 1 <= found[0].line <= line + 1, [str(fault) for fault in found]


def test_the_house_has_whole_sheets() -> None:
    assert styles.styles() == []
