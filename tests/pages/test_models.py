"""The record of who uses which function: it fits its schema, names functions that exist, and the page and the figure say what it says."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from activation_functions import ALL
from answers import data
from figures import who_uses
from language.words import LANGUAGES
from mathematics.recorded import recorded
from pages.blocks import dispatch, models
from pages.page import read

PUBLISHED: dict[str, Any] = json.loads(data.text("models.json"))
SCHEMA = jsonschema.Draft202012Validator(json.loads(data.text("models.schema.json")))
WORDS: dict[str, dict[str, dict[str, Any]]] = recorded("models")["names"]


def scribe(language: str) -> Any:
    return dispatch.scribe_for(read("reference/models", LANGUAGES[language].written), language)


def test_the_record_fits_its_schema() -> None:
    SCHEMA.check_schema(SCHEMA.schema)
    assert [f"{error.json_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(PUBLISHED)] == []
    assert PUBLISHED["models"] == recorded("models")["models"]


BROKEN: list[Callable[[Any], Any]] = [
    lambda known: known["models"][0].update(function="No Such"),
    lambda known: known["models"][0].update(line=0),
    lambda known: known["models"][0].update(gated="yes"),
    lambda known: known["models"][0].update(file="/home/a.py"),
    lambda known: known["models"][0].pop("how"),
    lambda known: known["models"].clear(),
    lambda known: known.update(date="yesterday"),
    lambda known: known["names"]["timm"]["gelu"].update(function=None),
]


@pytest.mark.parametrize("change", BROKEN)
def test_the_schema_rejects_a_broken_record(change: Callable[[Any], Any]) -> None:
    broken = copy.deepcopy(PUBLISHED)
    change(broken)
    assert not SCHEMA.is_valid(broken)


def test_every_function_named_is_there_and_takes_its_numbers() -> None:
    for said in [*models.rows(), *(each for by in WORDS.values() for each in by.values())]:
        if said["function"] is not None:
            ALL[said["function"]](1.0, **said["parameters"])
    assert not any(ALL[row["function"]].mixes for row in models.rows() if row["function"])


def test_at_least_450_families_are_read_and_known_ones_are_right() -> None:
    assert len(models.families(models.rows())) >= 450
    said = {(row["model"], row["class"]): (row["function"], row["gated"]) for row in models.rows() if row["package"] == "transformers"}
    known = {
        ("llama", "LlamaConfig"): ("silu", True),
        ("bert", "BertConfig"): ("gelu", False),
        ("gpt2", "GPT2Config"): ("gelu_tanh", False),
        ("gemma", "GemmaConfig"): ("gelu_tanh", True),
        ("clip", "CLIPTextConfig"): ("quick_gelu", False),
        ("nemotron", "NemotronConfig"): ("relu2", False),
        ("mt5", "MT5Config"): ("gelu_tanh", True),
        ("gpt_oss", "GptOssExperts"): ("quick_gelu", True),
    }
    assert {key: said[key] for key in known} == known


def test_names_are_what_the_page_says_of_them() -> None:
    assert (
        {WORDS["transformers"][name]["function"] for name in ("gelu_new", "gelu_fast")} == {WORDS["diffusers"]["gelu-approximate"]["function"]} == {"gelu_tanh"}
    )
    assert WORDS["diffusers"]["geglu-approximate"] == {"function": "quick_gelu", "parameters": {}, "nearest": None, "gap": 0.0, "gated": False}
    assert WORDS["diffusers"]["geglu"]["gated"]
    assert WORDS["transformers"]["laplace"]["function"] == "laplace"
    assert len({row["function"] for row in models.rows()}) * 2 < len(ALL)


def test_a_clash_is_a_name_of_two_functions() -> None:
    found = models.clashes()
    assert {"gelu", "leakyrelu", "hardsigmoid"} <= found.keys()
    assert not {"swish", "swiglu", "relu"} & found.keys()
    for said in found.values():
        assert len({models._same(each) for *_, each in said}) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_a_record(language: str) -> None:
    table = models.table(scribe(language))
    assert table.count("<tr data-order=") == len(models.rows())
    orders = re.search(r'data-orders="([^"]+)"', table)
    assert orders
    assert all(len(json.loads(order)) == len(orders[1].split()) for order in re.findall(r'<tr data-order="(.*?)"', table))
    for facet in ("function", "package", "gated", "how"):
        offered = re.search(rf'<select name="{facet}">(.*?)</select>', table)
        assert offered
        assert set(re.findall(rf"data-{facet}=(\w+)", table)) <= set(re.findall(r'value="(\w+)"', offered[1]))
    assert "style=" not in table
    assert "<script" not in table


def test_a_gate_is_listed_with_its_unit_too_and_what_nobody_uses_has_no_block() -> None:
    assert {row["model"] for row in models.using("swiglu")} < {row["model"] for row in models.using("silu")}
    assert "llama" in models.who(ALL["swiglu"], scribe("en"))
    assert "function=silu&amp;gated=yes" in models.who(ALL["swiglu"], scribe("en"))
    assert models.who(ALL["sine"], scribe("en")) == ""


def test_shares_are_those_of_the_record() -> None:
    numbers: dict[str, Any] = who_uses.numbers()  # type: ignore[no-untyped-call]
    for name in ("gelu", "silu"):
        assert numbers[name] * numbers["families"] == len(models.families(models.using(name)))
    assert numbers["families"] == len(models.families(models.rows()))
