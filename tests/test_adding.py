"""Adding a function is one file, one derivation, one entry in the bibliography, code to copy and advice: the files that the contributing page shows, put in place in a copy."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from project.paths import ROOT

ADDING = ROOT / "docs" / "examples" / "adding"
NAME = "sqnl"
PLACES = {
    f"{NAME}.py": "src/activation_functions/functions",
    f"{NAME}_derivative.py": "scripts/derivations/functions",
    f"numpy/{NAME}.py": "docs/snippets/numpy",
    f"{NAME}.toml": "docs/use",
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, made: None) -> Iterator[Path]:
    """The project with these things added. What was made before is shared by links; nothing flows back."""
    root = tmp_path_factory.mktemp("copy")
    for part in ("src", "scripts", "docs", "tests"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "mkdocs.yml", "CITATION.cff"):
        shutil.copy(ROOT / file, root)
    (root / "build" / "cache").mkdir(parents=True)
    for kept in (ROOT / "build" / "cache").glob("*.json"):
        shutil.copy(kept, root / "build" / "cache")
    for file, folder in PLACES.items():
        assert not (root / folder / Path(file).name).exists()
        shutil.copy(ADDING / file, root / folder)
    with (root / "docs" / "references.bib").open("a", encoding="utf-8") as works:
        works.write((ADDING / f"{NAME}.bib").read_text("utf-8"))
    yield root
    shutil.rmtree(root)


def run(root: Path, *command: str) -> str:
    """In a fresh interpreter that sees the copy alone."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(str(root / part) for part in ("src", "scripts")), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_the_general_tests_try_it(copy: Path) -> None:
    """Formula, words and sources; the interface; accuracy in three formats; facts; vectors: every test takes it in by itself."""
    files = [f"activation_functions/test_{name}" for name in ("functions", "interface", "accuracy", "main")] + [
        f"mathematics/test_{name}" for name in ("facts", "vectors")
    ]
    said = run(copy, "-m", "pytest", "-q", "-n0", "-rA", "-k", NAME, *(f"tests/{name}.py" for name in files))
    for file in files:
        assert f"PASSED tests/{file}.py" in said, said
    assert "FAILED" not in said
    for test in ("test_meets_the_standard[float64-", "test_meets_the_standard_on_every_float16[", "test_the_module_meets_its_vectors["):
        assert f"{test}{NAME}]" in said


def test_its_code_to_copy_is_run_and_what_is_missing_is_named(copy: Path) -> None:
    assert f"PASSED tests/measured/test_snippets.py::test_the_numpy_snippet_is_the_function[{NAME}]" in run(
        copy, "-m", "pytest", "-q", "-n0", "-rA", "-k", f"{NAME} and numpy", "tests/measured/test_snippets.py"
    )
    told = run(copy, "-c", "from checks import copying; print(*copying.code(), sep='\\n')")
    assert f"{NAME} has no code to copy in JAX; write docs/snippets/jax/{NAME}.py" in told
    assert f"docs/snippets/numpy/{NAME}.py:1: this code was not measured as it stands" in told


def test_when_to_use_it_is_asked_for(copy: Path) -> None:
    told = "from checks import advising; print(*advising.advice(), sep='\\n')"
    assert run(copy, "-c", told).strip() == ""
    file = copy / "docs" / "use" / f"{NAME}.toml"
    text = file.read_text("utf-8")
    file.unlink()
    try:
        assert run(copy, "-c", told).startswith(
            f"src/activation_functions/functions/{NAME}.py:1: {NAME} does not say when to use it and when not; write docs/use/{NAME}.toml"
        )
    finally:
        file.write_text(text, "utf-8")


SITE = """
import json
from answers import data, names
from checks import naming
from language.words import LANGUAGES
from pages import page
from publish import staging

said = {"pages": {}, "data": {}}
for language, spoken in LANGUAGES.items():
    wanted = {f"functions/sqnl", "functions/index"}
    for each in page.all_pages(spoken.written):
        if each.path in wanted:
            said["pages"][f"{language}/{each.path}"] = staging.shown(each, language, exports=False)[0]
for path, known in data.files():
    if path in ("functions.json", "facts.json", "vectors/sqnl.json"):
        said["data"][path] = json.loads(known) if isinstance(known, str) else known
said["derivation"] = names.answer(names.catalogue()["sqnl_derivative"])
said["bibliography"] = [str(fault) for fault in naming._without_entry()]
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def site(copy: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(run(copy, "-c", SITE))
    return said


@pytest.mark.parametrize(("language", "line"), [("zh-Hant", "沿著兩段拋物線"), ("zh-Hans", "沿着两段抛物线"), ("en", "two arcs of a parabola")])
def test_its_page_and_its_row_of_the_index_are_there_in_every_language(site: dict[str, Any], language: str, line: str) -> None:
    own, index = (site["pages"][f"{language}/functions/{name}"] for name in (NAME, "index"))
    assert line in own
    assert "# SQNL" in own
    assert r"\begin{cases} 1, & x > 2" in own
    assert f'<ol class="derivation" id="{NAME}_derivative">' in own
    assert "np.clip(x, -2.0, 2.0)" in own
    assert '=== "NumPy"' in own
    assert "10.1109/IJCNN.2018.8489043" in own
    assert "{ #use }" in own
    assert re.search(rf"\b{NAME}(\.md|/)", index)
    assert "SQNL" in index


def test_it_is_in_the_data(site: dict[str, Any]) -> None:
    (record,) = (each for each in site["data"]["functions.json"]["functions"] if each["id"] == NAME)
    assert record["name"] == "SQNL"
    assert record["description"]["zh-Hans"] == "沿着两段抛物线从−1升到1，在−2与2之外是平的。"
    assert record["traits"]["parity"] == "odd"
    assert record["sources"][0]["doi"] == "10.1109/IJCNN.2018.8489043"
    facts = site["data"]["facts.json"]["facts"][NAME]
    assert {fact: facts[fact]["value"] for fact in ("lower", "upper", "steepest", "slope_mean")}.items() >= {
        "lower": "-1",
        "upper": "1",
        "steepest": "1",
    }.items()
    assert len(site["data"]["vectors/sqnl.json"]["vectors"]) > 80


def test_its_derivation_is_proved(site: dict[str, Any]) -> None:
    assert [step["how"] for step in site["derivation"]["steps"]] == ["", "algebra", "algebra"]


def test_nothing_is_missing_and_what_would_be_is_named(site: dict[str, Any], copy: Path) -> None:
    assert site["bibliography"] == []
    file = copy / "src" / "activation_functions" / "functions" / f"{NAME}.py"
    text = file.read_text("utf-8")
    line = text[: text.index("wuraola2018")].count("\n") + 1
    file.write_text(text.replace("wuraola2018", "wuraola2019"), "utf-8")
    try:
        assert run(copy, "-c", "from checks import naming; print(*naming._without_entry())").startswith(
            f"src/activation_functions/functions/{NAME}.py:{line}: docs/references.bib has no wuraola2019; near it: wuraola2018"
        )
    finally:
        file.write_text(text, "utf-8")


def test_its_family_and_its_work_agree_with_what_is_known(copy: Path) -> None:
    code = "from checks import families, works; print(families.decided('sqnl'), [str(fault) for fault in [*families.families(), *works.literature()]])"
    assert run(copy, "-c", code).strip() == "sigmoidal []"
