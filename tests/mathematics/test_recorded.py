"""A record is as its script wrote it, or it is refused with the command that measures it again."""

import json
import re
from pathlib import Path

import pytest

from checks import works
from mathematics import recorded
from project.fault import Wrong
from project.paths import MEASURED, ROOT, SCRIPTS

RECORD = {"date": "2026-11-21", "gains": {"relu": 1.5, "tanh": 5 / 3}, "places": [0.1, 0.2, -3e-7]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for module in (recorded, works):
        monkeypatch.setattr(module, "MEASURED", tmp_path)
    recorded.write("gains", RECORD)
    return tmp_path


def test_what_is_written_is_read(folder: Path) -> None:
    assert recorded.read(folder / "gains.json") == RECORD
    assert '"places": [ 0.1, 0.2, -3e-07 ]' in (folder / "gains.json").read_text("utf-8")
    assert [file.name for file in folder.iterdir()] == ["gains.json"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("1.5", "1.6", 1, "its checksum is not that of what it says"),
        ("1.6666666666666667", "1.666666666666667", 1, "its checksum"),
        ("2026-11-21", "2026-11-22", 1, "its checksum"),
        ('"checksum"', '"check"', 1, "its checksum"),
        ('"date": "2026-11-21",', "<<<<<<< ours", 3, "this record is not JSON"),
    ],
)
def test_a_record_edited_by_hand_is_refused(folder: Path, old: str, new: str, line: int, what: str) -> None:
    file = folder / "gains.json"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    (fault,) = works.records()
    assert (fault.file, fault.line) == (file, line)
    assert fault.what.startswith(what)
    assert fault.remedy.startswith("measure again with `PYTHONPATH=src:scripts python scripts/measured/gains.py`")
    with pytest.raises(Wrong, match=f"^{re.escape(str(fault))}$"):
        recorded.recorded.__wrapped__("gains")


def test_one_record_in_the_place_of_another_is_refused(folder: Path) -> None:
    (folder / "gains.json").rename(folder / "peers.json")
    assert [fault.file.name for fault in works.records()] == ["peers.json"]
    (folder / "peers.json").rename(folder / "hills.json")
    assert ["no script is known to write" in fault.what for fault in works.records()] == [True]


def test_layout_of_a_record_is_free(folder: Path) -> None:
    file = folder / "gains.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8"))), "utf-8")
    assert works.records() == []


def test_every_record_of_the_project_has_a_script_that_writes_it() -> None:
    assert {file.stem for file in MEASURED.glob("*.json")} == recorded.AGAIN.keys()
    writers = [file.read_text("utf-8") for file in MEASURED.glob("*.py")]
    for name, command in recorded.AGAIN.items():
        assert sum(f'write("{name}", ' in text for text in writers) == 1
        assert (ROOT / re.findall(r"scripts/\S+\.py", command)[0]).exists()
    at_hand = re.compile(r'MEASURED / f?"[^"]*\.json')  # but for a script that goes on with its own record
    assert {file.name for file in SCRIPTS.rglob("*.py") if at_hand.search(file.read_text("utf-8"))} == {"recorded.py", "required.py", "snippets.py"}
