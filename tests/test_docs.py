"""The door for people: every verb does what its help says, and the site is true."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import docs
from answers import cache, names
from checks import every, ledger
from checks.every import AT_ONCE, CHECKS
from drawing.downloads import KINDS
from house import House, forget
from project.paths import ROOT
from publish import exports

VERBS = ("figures", "derivations", "check", "sync", "ledger", "bench", "stage", "size", "sabotage", "study", "archive")


@pytest.mark.parametrize("check", CHECKS)
def test_site_is_true(check: str, made: None) -> None:
    """What `docs.py check` says of the real tree; the message is the list of faults."""
    faults = every.faults(check)
    assert not faults, "\n".join(["", *faults])


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["docs.py", *arguments])
    forget()
    return docs.main()


@pytest.fixture
def at_the_door(house: House, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`docs.py …` in the small house; where it ends by itself, its message."""
    monkeypatch.setattr(names, "make_all", lambda progress=None: None)
    monkeypatch.delenv("CI", raising=False)

    def call(*arguments: str) -> int | str:
        try:
            return run(*arguments, monkeypatch=monkeypatch)
        except SystemExit as end:
            return str(end.code)

    return call


# ---- help ------------------------------------------------------------------------------------


def test_it_runs_from_anywhere(tmp_path: Path) -> None:
    said = subprocess.run([sys.executable, str(ROOT / "scripts/docs.py"), "--help"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert all(f"docs.py {verb}" in said.stdout or verb in said.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(verb, "--help", monkeypatch=monkeypatch)
    assert end.value.code == 0
    assert f"usage: docs.py {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["figures", "hil"], ["derivations", "chian"], ["check", "number"], ["sync", "guide/flat#top-left"]])
def test_an_unknown_name_lists_the_nearest(at_the_door: Any, arguments: list[str]) -> None:
    assert "near it: " in at_the_door(*arguments)


# ---- figures ---------------------------------------------------------------------------------


def test_figures_writes_files(at_the_door: Any, house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    picture = house.root / "hill.pdf"
    picture.write_bytes(b"%PDF")
    monkeypatch.setattr(exports, "exported", lambda figures, progress: [(f"en/figures/{name}.pdf", picture) for name in figures])
    out = house.root / "elsewhere"
    assert at_the_door("figures", "hill", "--out", str(out)) == 0
    assert {path.name for path in out.iterdir()} == {
        *(f"hill.{language}{width}.svg" for language in ("zh-Hant", "zh-Hans", "en") for width in ("", ".narrow")),
        "hill.csv",
        "hill.en.pdf",
    }
    assert "1 figures in" in capsys.readouterr().out


def test_exports_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "STORE", tmp_path)
    drawn: list[str] = []

    def export(made: names.Made) -> None:
        drawn.append(made.name)
        for language in ("zh-Hant", "zh-Hans", "en"):
            for kind in KINDS:
                cache.write(exports._folder(made) / language / f"{made.name}.{kind}", b"x")

    monkeypatch.setattr(exports, "export", export)
    for _ in range(2):
        files = dict(exports.exported(["sigmoid_slope"]))
        assert len(files) == 3 * len(KINDS)
        assert all(file.exists() for file in files.values())
    assert drawn == ["sigmoid_slope"]


# ---- derivations -----------------------------------------------------------------------------


def test_derivations_prints_steps(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("derivations", "silu_derivative", monkeypatch=monkeypatch) == 0
    said = capsys.readouterr().out
    assert "silu_derivative" in said
    assert "algebra  sigma(x) + x * D(sigma(x))    (the product rule)" in said


# ---- check -----------------------------------------------------------------------------------


def test_check_ends_with_one_on_a_fault(at_the_door: Any, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert at_the_door("check", "numbers", "structure") == 0
    assert capsys.readouterr().out == "numbers: good\nstructure: good\n"
    house.edit("docs/guide/flat.en.md", ("gets small", "falls to 0.17"))
    assert at_the_door("check", "numbers", "structure") == 1
    said = capsys.readouterr().out
    assert "numbers: 1 faults\n  docs/guide/flat.en.md:3: the number '0.17' is typed" in said
    assert "structure: good" in said


def test_a_fault_is_told_once_over_all_checks(at_the_door: Any, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("scripts/figures/hill.py", ("title = Words(", "title = Words(("))
    assert at_the_door("check", "counts", "foreign", "punctuation", "names") == 1
    said = capsys.readouterr().out
    assert len(re.findall(r"^  scripts/figures/hill.py:\d+: this is no Python: .*; mend the syntax$", said, re.M)) == said.count("hill.py") == 1
    assert "foreign: no other fault than those above\n" in said


def test_an_unknown_check_is_refused_before_any_work(at_the_door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "make_all", lambda progress=None: pytest.fail("something was made"))
    assert "nothing is called 'numbres'; near it: numbers" in at_the_door("check", "headings", "numbres")


def test_checks_that_answer_at_once_make_nothing(at_the_door: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "make_all", lambda progress=None: pytest.fail("something was made"))
    assert at_the_door("check", *sorted(AT_ONCE - {"imports", "studies", "aliases"})) == 0


def test_the_help_of_check_names_its_parts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("check", "--help", monkeypatch=monkeypatch)
    said = capsys.readouterr().out
    for name, check in CHECKS.items():
        assert re.search(rf"^  {name} +{re.escape((check.__doc__ or '').splitlines()[0])}( \*)?$", said, re.M), name


# ---- the door as CONTRIBUTING and README describe it ------------------------------------------


@pytest.mark.parametrize("file", ["CONTRIBUTING.md", "README.md"])
def test_every_path_and_command_that_is_named_exists(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    named = re.findall(r"`((?:docs|scripts|tests|src|\.ci)/[\w./-]*[\w/])`", text)
    assert len(named) > 5 or file == "README.md"
    for path in named:
        if not re.search(r"PAGE|NAME", path):
            assert (ROOT / path).exists(), path
    for line in re.findall(r"python scripts/docs\.py ([^\n`]+)", text):
        verb, *words = line.split()
        assert verb in ("--help", *VERBS)
        if verb == "check":
            assert {word for word in words if not word.startswith("-")} <= CHECKS.keys()
    for folder in re.findall(r"pytest (tests\S+)", text):
        assert (ROOT / folder).is_dir()


def test_hooks_call_checks_that_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    (pages,) = (hook["entry"] for hook in hooks if hook["id"] == "pages")
    assert set(pages.split()[3:]) == AT_ONCE
    assert all(hook["language"] == "system" for hook in hooks)  # nothing is fetched


# ---- sync ------------------------------------------------------------------------------------


def synced(house: House) -> dict[str, str]:
    rows = [line.split("\t", 1) for line in house.read("docs/synced.tsv").splitlines() if not line.startswith("#")]
    return dict(rows)


def test_sync_never_runs_in_ci(at_the_door: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = synced(house)
    monkeypatch.setenv("CI", "true")
    assert "a person has read both sides" in at_the_door("sync", "guide/flat#top")
    assert synced(house) == before


def test_sync_shows_both_sides_and_records_what_was_shown(at_the_door: Any, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    before = synced(house)
    house.edit("docs/guide/flat.en.md", ("gets small", "gets smaller"), ("Call `gelu(x)`.", "Just call `gelu(x)`."))
    assert at_the_door("sync", "guide/flat#top") == 1  # nobody sits at a terminal
    said = capsys.readouterr().out
    assert "guide/flat#top, zh-Hant, docs/guide/flat.zh-Hant.md:1" in said
    assert "離開中央，斜率就變小。" in said
    assert "the slope gets smaller." in said
    assert synced(house) == before
    (mark,) = re.findall(r"docs.py sync 'guide/flat#top' --read (\w+)", said)
    assert at_the_door("sync", "guide/flat#top", "--read", mark) == 0
    assert "recorded guide/flat#top" in capsys.readouterr().out
    after = synced(house)
    assert {where for where in after if after[where] != before[where]} == {"guide/flat#top"}
    (other,) = house.faults("stale")
    assert other.startswith("docs/guide/flat.en.md:10: guide/flat#how-flat: en changed since")


def test_sync_records_no_other_showing(at_the_door: Any, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("docs/guide/flat.en.md", ("gets small", "gets smaller"))
    at_the_door("sync", "guide/flat#top")
    (mark,) = re.findall(r"--read (\w+)", capsys.readouterr().out)
    house.edit("docs/guide/flat.en.md", ("gets smaller", "gets larger"))
    before = house.read("docs/synced.tsv")
    assert at_the_door("sync", "guide/flat#top", "--read", mark) == 1
    assert "another showing" in capsys.readouterr().err
    assert house.read("docs/synced.tsv") == before


def test_sync_takes_all_of_one_figure(at_the_door: Any, house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.edit("scripts/figures/hill.py", ("A hill, $", "One hill, $"), ("A hill.", "One hill."))
    assert [re.findall(r"figure:hill\.\w+", fault)[0] for fault in house.faults("stale")] == ["figure:hill.caption", "figure:hill.alt"]
    at_the_door("sync", "figure:hill.*")
    said = capsys.readouterr().out
    assert all(sentence in said for sentence in ("One hill, $", "一座山，高", "One hill.", "一座山。", "High in the middle"))
    (mark,) = re.findall(r"--read (\w+)", said)
    assert at_the_door("sync", "figure:hill.*", "--read", mark) == 0
    assert house.faults("stale") == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("all", "nothing"),
        ("guide/flat", "near it: guide/flat#top"),
        ("guide/flat#", "near it: guide/flat#top"),
        ("*", "several things"),
        ("*#top", "several things"),
        ("docs/*", "nothing"),
        ("guide/flat#nothing", "near it: "),
        ("", "nothing"),
    ],
)
def test_sync_takes_one_thing_and_no_all(at_the_door: Any, house: House, address: str, said: str) -> None:
    before = house.read("docs/synced.tsv")
    house.edit("docs/guide/flat.en.md", ("gets small", "gets smaller"))
    assert said in at_the_door("sync", address)
    assert house.read("docs/synced.tsv") == before


def test_sync_asks_before_it_records(at_the_door: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    before = house.read("docs/synced.tsv")
    house.edit("docs/guide/flat.en.md", ("gets small", "gets smaller"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert at_the_door("sync", "guide/flat#top") == 1
    assert house.read("docs/synced.tsv") == before
    monkeypatch.setattr("builtins.input", lambda question: "y")
    assert at_the_door("sync", "guide/flat#top") == 0
    assert house.read("docs/synced.tsv") != before


# ---- ledger ----------------------------------------------------------------------------------


def test_the_ledger_moves_only_when_asked(at_the_door: Any, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "PICTURE", house.root / "docs/picture.svg")
    monkeypatch.setattr(ledger, "picture", lambda: "<svg/>")
    for language in ("zh-Hant", "en"):
        house.edit(f"docs/guide/flat.{language}.md", ("sigmoid.steepest", "tanh.steepest"))
    before = house.read("tests/ledger.txt")
    assert house.faults("ledger")
    assert at_the_door("check", "ledger") == 1
    assert house.read("tests/ledger.txt") == before  # looking accepts nothing
    assert house.faults("ledger")
    assert at_the_door("ledger") == 0
    assert "tanh.steepest\t1" in house.read("tests/ledger.txt")
    assert house.faults("ledger") == []


def test_progress_is_a_line_each_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    docs.progress(1, 3, "figure hill")
    docs.progress(3, 3, "figure dale")
    assert capsys.readouterr().err == "1/3 figure hill\n3/3 figure dale\n"
