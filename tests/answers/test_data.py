"""The published data: it fits its schemas, says what the records say, and the programs on the page can read it."""

from __future__ import annotations

import copy
import functools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from activation_functions import ALL
from answers import data, quoting
from language.words import LANGUAGES
from mathematics import digits, typesetting
from pages.blocks import datasets
from project.paths import DOCS

EXAMPLES = DOCS / "examples"


@functools.cache
def published() -> dict[str, str]:
    return data.staged()


def read(path: str) -> Any:
    return json.loads(published()[path])


def schema_of(path: str) -> jsonschema.Draft202012Validator | None:
    """The schema that the file itself names."""
    if "$schema" not in read(path) or path.endswith(".schema.json"):
        return None
    name = read(path)["$schema"].removeprefix("../" * path.count("/"))
    return jsonschema.Draft202012Validator(read(name))


JSON = ["functions.json", "facts.json", *(f"vectors/{name}.json" for name in ALL)]


# ---- schemas ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["functions.schema.json", "facts.schema.json", "vectors.schema.json", "claims.schema.json"])
def test_the_schemas_are_schemas(path: str) -> None:
    assert read(path)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(read(path))


@pytest.mark.parametrize("path", JSON)
def test_every_file_fits_its_schema(path: str) -> None:
    schema = schema_of(path)
    assert schema is not None
    assert [f"{error.json_path}: {error.message[:200]}" for error in schema.iter_errors(read(path))] == []


def at(known: Any, path: str, change: Callable[[Any, Any], None]) -> Any:
    """The file with one thing changed: `change` gets what holds the last part of the path, and that part."""
    broken = copy.deepcopy(known)
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    change(functools.reduce(lambda inside, part: inside[part], way, broken), last)
    return broken


def put(value: Any) -> Callable[[Any, Any], None]:
    return lambda inside, part: inside.__setitem__(part, value)


def gone(inside: Any, part: Any) -> None:
    del inside[part]


BROKEN: list[tuple[str, str, Callable[[Any, Any], None]]] = [
    ("functions.json", "version", put("1")),
    ("functions.json", "functions", put([])),
    ("functions.json", "functions/0/name", gone),
    ("functions.json", "functions/0/nmae", put("Abs")),
    ("functions.json", "functions/0/formula/tex", put("")),
    ("functions.json", "functions/0/description/zh-Hans", gone),
    ("functions.json", "functions/0/kinks", put([{"at": "0", "left": "-1"}])),
    (
        "functions.json",
        "functions/0/sources",
        put([{"key": "a", "role": "stolen", "title": "t", "year": 1, "doi": None, "arxiv": None, "certainty": "confirmed"}]),
    ),
    ("functions.json", "functions/0/traits/parity", put("skew")),
    ("functions.json", "functions/0/code/jax", gone),
    ("functions.json", "functions/0/code/numpy", put("")),
    ("facts.json", "facts/gelu/lower/value", put("about -0.17")),
    ("facts.json", "facts/gelu/lower/value", put(-0.17)),
    ("facts.json", "facts/gelu/lower/proof/en", put("")),
    ("facts.json", "facts/gelu/lower/closed_form", gone),
    ("vectors/gelu.json", "vectors/3/value", put(0.5)),
    ("vectors/gelu.json", "vectors/3/value", put("0,5")),
    ("vectors/gelu.json", "vectors/3/x", put("1.5")),
    ("vectors/gelu.json", "vectors/3/derivative", gone),
    ("vectors/gelu.json", "vectors/3/case", put("because")),
    ("vectors/gelu.json", "vectors", put([])),
    ("vectors/softmax.json", "vectors/0/vjp", gone),
    ("vectors/softmax.json", "vectors/0/value", put("0.5")),
]


@pytest.mark.parametrize(("path", "where", "change"), BROKEN, ids=lambda part: part if isinstance(part, str) else "")
def test_the_schema_rejects_a_broken_file(path: str, where: str, change: Callable[[Any, Any], None]) -> None:
    schema = schema_of(path)
    assert schema is not None
    assert schema.is_valid(read(path))
    assert not schema.is_valid(at(read(path), where, change))


# ---- what the files say ----------------------------------------------------------------------


def test_every_function_is_there_with_its_vectors() -> None:
    said = read("functions.json")["functions"]
    assert [each["id"] for each in said] == sorted(ALL)
    for each in said:
        f = ALL[each["id"]]
        assert read(each["vectors"])["function"] == f.id
        assert each["formula"]["python"] == f.formula
        assert {source["key"]: source["role"] for source in each["sources"]} == dict(f.sources)
        assert (each["notes"] is None) == (not f.en_notes)
        assert each["url"].keys() == LANGUAGES.keys()
    assert sum(bool(each["frameworks"]) for each in said) > len(said) / 3


def test_a_fact_has_fifty_digits_and_its_closed_form() -> None:
    said = read("facts.json")["facts"]
    lowest = said["silu"]["minimum.y"]
    assert len(lowest["value"].removeprefix("-0.")) == 50
    assert lowest["value"].startswith(quoting.tex("silu.minimum.y", "20")[:-1])
    assert lowest["closed_form"] == {"python": ALL["silu"].closed["minimum.y"], "tex": typesetting.tex(ALL["silu"].closed["minimum.y"])}
    assert said["step"]["steepest"]["value"] == "Infinity"
    assert said["softmax"] == {}
    with pytest.raises(ArithmeticError):
        digits.digits(digits.unpack(["1", "0", "1", "-20"]), 50)


@pytest.mark.parametrize("name", ALL)
def test_the_table_says_what_the_json_says(name: str) -> None:
    head, *lines = published()[f"vectors/{name}.tsv"].splitlines()
    columns, rows = head.split("\t"), read(f"vectors/{name}.json")["vectors"]
    assert columns[:3] == ["x", "x_decimal", "value"]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        cells = dict(zip(columns, line.split("\t"), strict=True))
        assert cells == {column: value if isinstance(value, str) else " ".join(value) for column, value in row.items() if column in columns}
        assert row.keys() - cells.keys() <= {"by_parameter"}


def test_the_list_of_files_leaves_none_out() -> None:
    listed = datasets.files()
    assert sum(file.how_many for file in listed) == len(published())
    assert sum(file.size for file in listed) == sum(len(text.encode()) for text in published().values())
    fields = {file.name: file.fields for file in listed}
    assert {"id", "formula", "sources"} <= {*fields["functions.json"]}
    assert {*fields["facts.json"]} == {"value", "closed_form", "proof"}
    assert {"x", "x_decimal", "value", "case"} <= {*fields["vectors/{id}.json"]}
    with pytest.raises(ValueError, match=r"data/secret\.json: scripts/pages/blocks/datasets.py does not say what it is"):
        datasets.kind("secret.json")


# ---- the programs of the page ----------------------------------------------------------------


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for path in ("vectors/tanh.json", "vectors/tanh.tsv"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(published()[path], "utf-8")
    broken = read("vectors/tanh.json")
    row = next(row for row in broken["vectors"] if row["x_decimal"] == "0.5")
    (folder / "broken.json").write_text(published()["vectors/tanh.json"].replace(row["value"], "0.47"), "utf-8")
    (folder / "broken.tsv").write_text(published()["vectors/tanh.tsv"].replace(row["value"], "0.47"), "utf-8")
    return folder


def said(command: list[str | Path]) -> tuple[int, float, float]:
    """How many inputs it counted, how far off, and where."""
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.fullmatch(r"(\d+) inputs; at most (\S+) units in the last place off, at x = (\S+)\n", printed)
    assert found, printed
    return int(found[1]), float(found[2]), float(found[3])


def judged(command: list[str | Path], files: Path, form: str) -> None:
    """A good library is close to the vectors; a wrong vector is seen, where it is."""
    count, worst, _ = said([*command, files / f"vectors/tanh.{form}"])
    assert count == len(read("vectors/tanh.json")["vectors"])
    assert worst < 4
    _, worst, place = said([*command, files / f"broken.{form}"])
    assert worst > 1e12
    assert place in (0.5, -0.5)


def test_the_python_program(files: Path) -> None:
    judged([sys.executable, EXAMPLES / "read_vectors.py"], files, "json")


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_javascript_program(files: Path) -> None:
    judged(["node", EXAMPLES / "read_vectors.js"], files, "json")


@pytest.mark.skipif(shutil.which("gcc") is None, reason="gcc is not installed")
def test_the_c_program(files: Path, tmp_path: Path) -> None:
    subprocess.run(["gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", EXAMPLES / "read_vectors.c", "-o", tmp_path / "read", "-lm"], check=True)
    judged([tmp_path / "read"], files, "tsv")


def test_the_page_shows_the_very_programs() -> None:
    from pages import page
    from pages.blocks import dispatch

    for language, written in (("zh-Hant", "zh-Hant"), ("zh-Hans", "zh-Hant"), ("en", "en")):
        for path, shown in (("reference/data", EXAMPLES.glob("read_vectors.*")), ("contributing", (EXAMPLES / "adding").iterdir())):
            scribe = dispatch.scribe_for(page.read(path, written), language)
            text = scribe.resolve(page.read(path, written).body)
            files = [file for file in shown if file.is_file()]
            assert len(files) >= 3
            assert all(file.read_text("utf-8").strip() in text for file in files)


def test_a_claim_says_what_it_assumes_in_every_language() -> None:
    for claim in read("claims.json")["claims"]:
        for said in [*claim["assumptions"], *(each["change"] for each in claim["variations"]), *(each["why"] for each in claim["immaterial"])]:
            assert said.keys() == set(LANGUAGES)
            assert "[[" not in "".join(said.values()), claim["id"]
        settled = {each["of"] for each in claim["variations"]} | {what for each in claim["immaterial"] for what in each["what"]}
        assert {"bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch", "range"} <= settled
