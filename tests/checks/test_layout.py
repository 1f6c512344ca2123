"""The check of imports finds what stands in the wrong room; the table of rooms knows every file."""

from pathlib import Path

import pytest

from checks import layout
from language.words import words
from project import fault, imports, rooms
from project.paths import SCRIPTS
from project.rooms import FLOORS, room_of

FILES = {
    "scripts/mathematics/__init__.py": '"""What is true."""\n',
    "scripts/mathematics/facts.py": "from mathematics.formula import ball\n",
    "scripts/mathematics/formula.py": "import ast\n",
    "scripts/answers/names.py": "from mathematics.facts import digits\n",
    "scripts/pages/page.py": "from answers.names import number\n",
    "scripts/pages/blocks/card.py": "from pages.page import Page\n",
    "scripts/figures/hill.py": "from mathematics.facts import digits\n",
    "scripts/docs.py": "from answers import names\n",
    "src/activation_functions/__init__.py": "",
    "src/activation_functions/functions/gelu.py": "import numpy as np\nfrom scipy.special import erf\n",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    package = tmp_path / "src" / "activation_functions"
    places = {"ROOT": tmp_path, "SCRIPTS": tmp_path / "scripts", "SOURCE": tmp_path / "src", "PACKAGE": package, "FUNCTIONS": package / "functions"}
    for module in (layout, imports, rooms, fault):
        for name, place in places.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, place)
    return tmp_path


def test_a_sound_tree(tree: Path) -> None:
    assert layout.layout() == []


BROKEN = {
    "upwards": (
        "scripts/mathematics/facts.py",
        "from answers import names\n",
        "mathematics/facts.py:1: mathematics imports scripts/answers/names.py, and the room answers",
    ),
    "upwards, hidden": (
        "scripts/mathematics/formula.py",
        "def f():\n    from pages.page import Page\n",
        "formula.py:2: mathematics imports scripts/pages/page.py",
    ),
    "upwards, by name": ("scripts/mathematics/facts.py", 'x = import_module(f"figures.{name}")\n', "facts.py:1: mathematics imports figures by name"),
    "a figure that reads pages": ("scripts/figures/hill.py", "from pages.page import Page\n", "hill.py:1: figures imports scripts/pages/page.py"),
    "into a room above, in its folder": ("scripts/pages/page.py", "from pages.blocks import card\n", "page.py:1: pages imports scripts/pages/blocks/card.py"),
    "a circle": ("scripts/mathematics/formula.py", "from mathematics.facts import digits\n", "formula.py:1: a circle of imports: "),
    "tests": ("scripts/mathematics/facts.py", "from tests.house import x\n", "facts.py:1: imports tests"),
    "scripts, from src": ("src/activation_functions/functions/gelu.py", "from mathematics.formula import tex\n", "gelu.py:1: src imports mathematics.formula"),
    "more than NumPy": ("src/activation_functions/functions/gelu.py", "import torch\n", "gelu.py:1: src imports torch"),
    "relative": ("scripts/mathematics/facts.py", "from .formula import ball\n", "facts.py:1: a relative import hides"),
    "nothing": ("scripts/mathematics/facts.py", "from mathematics.formulas import ball\n", "facts.py:1: no file of this project answers"),
    "a busy door": ("scripts/mathematics/__init__.py", "from mathematics.facts import digits\n", "__init__.py:1: the door of a room"),
    "no room": ("scripts/attic/old.py", "import ast\n", "scripts/attic/old.py stands in no room"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_tree(tree: Path, name: str) -> None:
    path, text, said = BROKEN[name]
    file = tree / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text + (file.read_text("utf-8") if file.exists() and file.stem != "__init__" else ""), "utf-8")
    assert said in "\n".join(map(str, layout.layout()))


def test_a_computed_name_counts_as_all_content(tree: Path) -> None:
    (tree / "scripts/mathematics/formula.py").write_text("import_module(name)\n", "utf-8")
    assert len(layout.layout()) == 5  # studies, derivations, figures, claims, exercises


def test_every_room_is_there_and_says_what_it_is_for() -> None:
    for floor in FLOORS:
        for room, sentence in floor.items():
            assert all(part.endswith(("。", ".")) for part in words(sentence))
            door = SCRIPTS / room.replace(".", "/")
            assert room == "activation_functions" or door.with_suffix(".py").is_file() or (door / "__init__.py").read_text("utf-8").startswith('"""')
    assert {room_of(file) for file in SCRIPTS.rglob("*.py")} | {"activation_functions"} == {room for floor in FLOORS for room in floor}
