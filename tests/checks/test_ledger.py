"""The ledger holds all that is printed: whatever moves is told once, with its place, what it was, what it is, and who is to read it."""

import ast
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from answers import data
from checks import comments, families, ledger, printed, syntax, works
from house import House
from pages.blocks import dispatch

LEDGER = "tests/ledger.txt"
HANT, EN, LAB, HILLS = "docs/guide/flat.zh-Hant.md", "docs/guide/flat.en.md", "docs/labs/walk.py", "scripts/claims/hills.py"
BOTH = (HANT, EN)


def shows(house: House, block: str) -> None:
    """One more block on the page, accepted."""
    for file in BOTH:
        house.edit(file, ("[[chain]]", f"[[chain]]\n\n{block}"))
    house.settle()


def line_of(house: House, file: str, text: str) -> int:
    return next(number for number, line in enumerate(house.read(file).splitlines(), 1) if text in line)


# (files, what is there, what is put in its place, what the one fault says; {n} is the line of the ledger that holds the text before it)
BREAKAGES = {
    # ---- numbers
    "a number that moved": ((LEDGER,), "sigmoid.steepest\t0.25", "sigmoid.steepest\t0.26", r"^tests/ledger.txt:\d+: sigmoid.steepest: 0.26 → 0.25; read .*guide/flat"),
    "a number in a lab that moved": ((LEDGER,), "gelu.minimum.x\t-0.75", "gelu.minimum.x\t-0.76", r"gelu.minimum.x: -0.76\d* → -0.75\d*; read .*index, labs/walk"),
    "a number no longer said": (BOTH, "[[silu.formula]]", "1", r"silu.formula is no longer said, it was .*; read functions/silu, then"),
    # ---- claims
    "a verdict that moved": ((LEDGER,), "hill_is_high\twrong", "hill_is_high\tholds", r"claim.hill_is_high: holds → wrong; read guide/flat, then `python"),
    "another judge": ((HILLS,), "> TALL", ">= TALL", r"^tests/ledger.txt:\d+: claim.hill_is_high: judge \w{8} → judge \w{8}; read guide/flat"),
    "another threshold": ((HILLS,), "TALL = 9000", "TALL = 8000", r"claim.hill_is_high: judge \w+ → judge \w+; "),
    "what the judge calls": ((HILLS,), 'hill["height"]', 'hill["height"] + 1', r"claim.hill_is_high: judge \w+ → judge \w+; "),
    "another subject": ((HILLS,), '{"height": 7}', '{"height": 8}', r"claim.hill_is_high: subject \w+ → subject \w+, control code"),
    "the subject for the control": ((HILLS,), "about=HILL,\n    instead=MOUNTAIN", "about=MOUNTAIN,\n    instead=HILL", r"subject \w+ → subject \w+, control code \w+ → "),
    "a row negated": (("docs/rows.tsv",), "The hill is high.", "The hill is not high.", r"claim.hill_is_high: rows \w+ → rows \w+; "),
    # ---- labs
    "another seed in a lab": ((LAB,), "steps = 3", "steps = 4", r"^tests/ledger.txt:\d+: lab.walk#top.1: code \w+ → code \w+; read labs/walk, then"),
    "a comment in a lab": ((LAB,), "steps = 3", "steps = 3  # two", r"lab.walk#top.1: code \w+ → code \w+; read labs/walk"),
    # ---- works, words, edition
    "a digit of a DOI": (("docs/references.bib",), "10.1007/BF02478220", "10.1007/BF02478221", r"^docs/references.bib:\d+: work.householder1941: doi .*220 → doi .*221; read "),
    "a year": (("docs/references.bib",), "year = {1941}", "year = {1942}", r"work.householder1941: year 1941 → year 1942"),
    "a title": (("docs/references.bib",), "A theory of steady", "The theory of steady", r"work.householder1941: title \w+ → title \w+"),
    "a page number": (("docs/references.bib",), "63--69", "63--96", r"work.householder1941: rest \w+ → rest \w+"),
    "a term in zh-Hans": (("docs/glossary.tsv",), "斜率\t斜率", "斜率\t斜度", r"^docs/glossary.tsv:3: word.斜率: 斜率 → 斜度; read guide/flat, then"),
    "a term in English": (("docs/glossary.tsv",), "\tslope", "\tgradient", r"^docs/glossary.tsv:3: word.斜率: slope → gradient; read guide/flat"),
    "a term gone": (("docs/glossary.tsv",), "呼叫\t调用\tcall\t\n", "", r"^tests/ledger.txt:\d+: word.呼叫 is no longer said, it was 调用  call"),
    "the date": (("CITATION.cff",), "2026-11-21", "2026-11-12", r"^CITATION.cff:\d+: edition: 2026-11-21 → 2026-11-12"),
    "the version": (("CITATION.cff",), "version: 0.1.0", "version: 0.2.0", r"edition: 0.1.0 → 0.2.0"),
}  # fmt: skip


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES)
def test_whatever_moves_is_told_once(house: House, breakage: tuple[tuple[str, ...], str, str, str]) -> None:
    files, old, new, fault = breakage
    for file in files:
        house.edit(file, (old, new))
    (found,) = (found for found in house.faults("ledger") if ": equations." not in found)  # a page with one formula less has another count
    assert re.search(fault, found), found
    assert found.endswith("then `python scripts/docs.py ledger`")
    house.settle()
    assert house.faults("ledger") == []


def test_another_number_asked(house: House) -> None:
    for file in BOTH:
        house.edit(file, ("sigmoid.steepest", "tanh.steepest"))
    new = [fault for fault in house.faults("ledger") if "tanh.steepest is new: 1; read functions/tanh, guide/flat, then" in fault]
    assert len(new) == 1


def test_a_fault_names_the_line_of_the_ledger(house: House) -> None:
    at = line_of(house, LEDGER, "sigmoid.steepest\t")
    house.edit(LEDGER, ("sigmoid.steepest\t0.25", "sigmoid.steepest\t0.26"))
    (fault,) = house.faults("ledger")
    assert fault.startswith(f"tests/ledger.txt:{at}: ")


def test_a_further_module_is_one_entry(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["word of ours.hill\t7"]
    monkeypatch.setattr(ledger, "PARTS", (*ledger.PARTS, SimpleNamespace(lines=lambda: iter(said))))
    house.settle()
    said[0] = "word of ours.hill\t8"
    (fault,) = house.faults("ledger")
    assert ": word of ours.hill: 7 → 8; read " in fault
    said.append("word of ours.hill\t9")
    with pytest.raises(ValueError, match="two lines of the ledger are about word of ours.hill"):
        ledger.ledger()


# ---- blocks ----------------------------------------------------------------------------------

TABLE = '| 甲 | 乙 |\n|---|---|\n| <span class="x">[ReLU](../a.md)</span> | $0.25$ |\n| 是 | $3 \\times 10^{-4}$ |'


@pytest.mark.parametrize(
    ("old", "new", "moves"),
    [
        ("0.25", "0.26", True),
        ("10^{-4}", "10^{-5}", True),
        ("是", "否", True),
        ("ReLU", "SiLU", True),
        ("| 是 | $3 \\times 10^{-4}$ |", "", True),
        ("../a.md", "../../b.md#c", False),
        ('class="x"', 'class="y" id="z"', False),
        ("| 甲 |", "|   甲   |", False),
        ("|---|---|", "|:--|--:|", False),
    ],
)
def test_a_block_moves_with_what_a_reader_reads(old: str, new: str, moves: bool) -> None:
    assert (printed.content(TABLE) != printed.content(TABLE.replace(old, new))) == moves


def test_a_changed_cell_moves_the_line_of_its_block_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = {"height": "$7$"}
    monkeypatch.setitem(dispatch.TABLES, "heights", lambda scribe: f"| 山 | {cells['height']} |")
    monkeypatch.setitem(dispatch.SHELF, "table.heights", "pages.blocks.tables")
    shows(house, "[[table.heights]]")
    at = line_of(house, LEDGER, "[[table.heights]]")
    assert "[[table.heights]]\tguide/flat\t1 numbers\t" in house.read(LEDGER)
    cells["height"] = "$8$"
    (fault,) = house.faults("ledger")
    assert re.match(rf"tests/ledger.txt:{at}: \[\[table.heights\]\]: \w{{8}} → \w{{8}}; read guide/flat, then `python scripts/docs.py ledger`", fault)


def test_parts_of_a_function_s_page_are_blocks(house: House) -> None:
    shows(house, "[[gelu.card]]\n\n[[gelu.numerics]]\n\n[[gelu.sources]]\n\n[[gelu.code]]")
    said = house.read(LEDGER)
    for part in ("card", "numerics", "sources", "code"):
        assert re.search(rf"^\[\[gelu.{part}\]\]\tguide/flat\t\d+ numbers\t\w{{8}}", said, re.M), part


def test_what_is_said_of_a_tag_to_those_who_do_not_see_counts() -> None:
    assert printed.content('<span role="img" aria-label="yes" class="a"></span>') == "yes"
    assert printed.content("$a<b$ and $c>d$, <b>bold</b>") == "$a<b$ and $c>d$, bold"


@pytest.mark.parametrize(
    ("code", "moves"), [("x = 1  # one", False), ("x  =  1   # one", False), ("x = 2  # one", True), ("x = 1  # two", True), ("x = 1", True)]
)
def test_code_moves_with_its_tree_and_its_comments(code: str, moves: bool) -> None:
    assert (printed.content(f"```python\n{code}\n```") != printed.content("```python\nx = 1  # one\n```")) == moves


@pytest.mark.parametrize(("now", "moves"), [("5.158", False), ("5.419", False), ("4.1", True), ("5.158 \\times 10^{1}", True)])
def test_loose_numbers_may_move_a_little(house: House, monkeypatch: pytest.MonkeyPatch, now: str, moves: bool) -> None:
    said = {"end": "5.158"}
    monkeypatch.setitem(dispatch.FUNCTION_PARTS, "numerics", lambda record, scribe: f"| 溢位 | $x \\le {said['end']}$ | $x \\ge 3 \\times 10^{{-7}}$ |")
    shows(house, "[[gelu.numerics]]")
    assert "5.158 3e-7\tloose" in house.read(LEDGER)
    said["end"] = now
    assert bool(house.faults("ledger")) == moves


def test_data_to_take_away_move_their_lines(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A digit behind the six that pages show."""
    text = data.text
    digits = json.loads(text("facts.json"))["facts"]["gelu"]["minimum.x"]["value"]
    monkeypatch.setattr(data, "text", lambda path: text(path).replace(digits, digits[:-1] + "0"))
    assert not digits.endswith("0")
    (fact,) = house.faults("ledger")
    assert re.match(r"tests/ledger.txt:\d+: data.facts.json#gelu: \w{8} → \w{8}; read functions/gelu, then", fact)


# ---- what was measured -----------------------------------------------------------------------


@pytest.mark.parametrize(("mean", "spread", "moves"), [(0.5, 0.02, False), (0.53, 0.02, False), (0.47, 0.03, False), (0.56, 0.02, True), (0.3, 0.001, True)])
def test_an_observation_moves_when_it_leaves_its_spread(house: House, mean: float, spread: float, moves: bool) -> None:
    for file in BOTH:
        house.edit(file, ("[[sigmoid.steepest]]", "[[hill.share]], [[hill.share:%]]"))
    house.settle()
    assert "hill.share:%\t50\\,\\% \\pm 2\\,\\%\tobserved" in house.read(LEDGER)
    house.hill["numbers"] = house.hill["numbers"] | {"share": {"observed": {"mean": mean, "spread": spread, "runs": 9}}}
    faults = house.faults("ledger")
    assert [fault.split()[1] for fault in faults] == (["hill.share:", "hill.share:%:"] if moves else [])


def test_a_measured_number_in_a_block_has_a_line_of_its_own(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dispatch.TABLES, "shares", lambda scribe: scribe.resolve("| 山 | $[[hill.share]]$ |"))
    monkeypatch.setitem(dispatch.SHELF, "table.shares", "pages.blocks.tables")
    shows(house, "[[table.shares]]")
    house.hill["numbers"] = house.hill["numbers"] | {"share": {"observed": {"mean": 0.51, "spread": 0.02, "runs": 9}}}
    assert house.faults("ledger") == []


def test_a_fact_that_moves_by_one_digit(house: House) -> None:
    house.hill["numbers"] = house.hill["numbers"] | {"count": {"ball": ["8", "0", "0", "0"]}}
    for file in BOTH:
        house.edit(file, ("[[sigmoid.steepest]]", "[[hill.count]]"))
    house.settle()
    house.hill["numbers"]["count"] = {"ball": ["9", "0", "0", "0"]}
    (fault,) = house.faults("ledger")
    assert ": hill.count: 8 → 9; read guide/flat, then" in fault


# ---- claims, derivations, labs ---------------------------------------------------------------

WORDS: dict[str, tuple[str, Any]] = {
    "said": ("said", ["山不高。", "The hill is not high."]),
    "why": ("why", ["它的高度是$[[hill.count]]$。", "Its height is $[[hill.count]]$."]),
    "control": ("control", ["換兩座山。", "Take two hills."]),
    "assumes": ("assumes", [["一座山。", "One hill."]]),
    "holds_when": ("holds_when", ["在火星上。", "On Mars."]),
    "variations": ("varied", [{"of": "range", "change": ["從海面量起", "Measured from the sea"], "verdict": "holds"}]),
    "immaterial": ("immaterial", []),
}


@pytest.mark.parametrize("part", WORDS)
def test_words_of_a_claim_move_its_line(house: House, part: str) -> None:
    column, said = WORDS[part]
    house.claims["hill_is_high"] = house.claims["hill_is_high"] | {part: said}
    (fault,) = house.faults("ledger")
    assert re.search(rf": claim.hill_is_high: {column} \w{{8}} → {column} \w{{8}}; read guide/flat, then", fault)


def test_comments_and_layout_of_a_judge_move_nothing(house: House) -> None:
    house.edit(HILLS, ("def metres(hill):", "# how high\n\n\ndef metres(\n    hill,\n):"), ("  # metres", ""), ("TALL = ", "import math\n\nTALL = "))
    assert house.faults("ledger") == []


def test_comments_that_a_claim_s_page_shows_move_its_line(house: House) -> None:
    house.claims["hill_is_high"] = house.claims["hill_is_high"] | {"code": "def high(hill):  # in feet\n    return hill > 9000\n"}
    (fault,) = house.faults("ledger")
    assert re.search(r"claim.hill_is_high: comments \w+ → comments \w+;", fault)


@pytest.mark.parametrize("change", ["fewer", "another", "order", "how"])
def test_steps_of_a_derivation_move_its_line(house: House, change: str) -> None:
    start, middle, end = house.chain["steps"]
    house.chain["steps"] = {
        "fewer": [start, end],
        "another": [start, middle | {"tex": "x - 0"}, end],
        "order": [start, end, middle],
        "how": [start, middle | {"how": "digits"}, end],
    }[change]
    (fault,) = house.faults("ledger")
    assert re.search(rf": derivation.chain: {'3 steps → 2 steps, ' if change == 'fewer' else ''}(\w{{6}} ?)+ → (\w{{6}} ?)+; read guide/flat, then", fault), (
        fault
    )


OUTPUT = {
    "a number": ({"text": "3 steps of 0.26\n"}, True),
    "a word": ({"text": "3 paces of 0.25\n"}, True),
    "a time": ({"text": "3 steps of 0.25\n1.5 ms"}, True),
    "a drawing": ({"data": {"image/svg+xml": ['<path d="M 1.25 2"/>']}}, True),
}


@pytest.mark.parametrize("output", OUTPUT.values(), ids=OUTPUT)
def test_outputs_of_a_lab_move_its_line(house: House, output: tuple[dict[str, Any], bool]) -> None:
    house.outputs[0] = [output[0]]
    (fault,) = house.faults("ledger")
    assert re.search(r": lab.walk#top.1: .*→.*; read labs/walk, then", fault)


def test_times_paths_and_addresses_in_a_lab_move_nothing() -> None:
    one, other = ({"text": f"took {time}, <Hill at {at}>, {path}"} for time, at, path in [("1.5 ms", "0x7f1", "/tmp/a/b.py"), ("20 s", "0x8e2", "/home/c.py")])
    assert printed._put(one) == printed._put(other) == "took …, <Hill at …>, …"
    drawn = [{"data": {"image/svg+xml": f'<metadata>{day}</metadata><path id="{day}" d="M {x} -0.0"/>'}} for day, x in (("monday", 1.24), ("friday", 1.21))]
    assert printed._put(drawn[0]) == printed._put(drawn[1]) == '<path  d="M 1.2 0.0"/>'


# ---- syntax ----------------------------------------------------------------------------------


def test_comments_over_several_lines_are_one() -> None:
    code = "# one\n# two\n\n# three\nx = 1  # four\n# five\ny = 2\n"
    assert list(syntax.comments(code)) == [(1, "one two"), (4, "three"), (5, "four"), (6, "five")]


def test_trees_are_the_same_in_every_python() -> None:
    """3.12 puts an empty text behind a nested width, and has parameters of types that 3.11 does not know."""
    width = ast.FormattedValue(ast.Name("width", ast.Load()), -1, None)
    assert syntax.tree(ast.JoinedStr([width, ast.Constant("")])) == syntax.tree(ast.JoinedStr([width]))
    assert syntax.tree(ast.parse("f('')")) != syntax.tree(ast.parse("f()"))
    assert syntax.tree(ast.parse("def f(): pass")) == "Module(body=[FunctionDef(name='f', args=arguments(), body=[Pass()])])"


def test_a_claim_that_is_not_written_plainly_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hills.py"
    file.write_text("made = make()\n")
    with pytest.raises(ValueError, match=r"hills.py: hill_is_high is to be written as `hill_is_high = Claim"):
        syntax.call(file, "hill_is_high")


# ---- formulas in comments --------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "sigmoid.derivative(x) = sigma(x) * sigma(-x)",
        "tanh(x) = 2 * sigma(2 * x) - 1 = sech(x) * sqrt(1 / sech(x)**2 - 1) for x > 0",
        "gelu(x) = x + gelu(-x)",
        "softplus(x, ) = log(1 + exp(beta * x)) / beta",
        "gelu.second(x) = phi(x) * (2 - x**2)",
    ],
)
def test_a_true_equation_in_a_comment_passes(said: str) -> None:
    assert comments.wrong(said) == ""


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("sigmoid.derivative(x) = sigma(x) * sigma(x)", "at x = .* one side is .*, the other"),
        ("gelu(x) = x - gelu(-x)", "at x = "),
        ("gelu.second(x) = phi(x) * (2 - x**2) = 0", "one side is"),
        ("x = 1 for x > 1000", "true of none of the points"),
    ],
)
def test_a_false_equation_in_a_comment_is_told(said: str, why: str) -> None:
    assert re.search(why, comments.wrong(said))


def test_comments_of_shown_files_are_read(house: House) -> None:
    house.edit(HILLS, ("# What people", "# Here `sigma(-x) = 1 - sigma(x)`, and `x` = 1 is none.\n# What people"), ("# metres", "# `sigma(x) = sigma(-x)`"))
    (fault,) = house.faults("comments")
    assert re.match(
        rf"scripts/claims/hills.py:{line_of(house, HILLS, 'sigma(x) = sigma(-x)')}: the comment says `sigma\(x\) = sigma\(-x\)`: at x = .*; correct it", fault
    )
    house.edit(HILLS, ("`sigma(x) = sigma(-x)`", "`hight(x) = 1`"))
    (fault,) = house.faults("comments")
    assert "it cannot be read as formulas" in fault
    house.edit(HILLS, ("`hight(x) = 1`", "hight(x) = 1"))
    assert house.faults("comments") == []
    house.edit(EN, ("# 註解", "# `gelu(x) = x * Phi(-x)`"))
    (fault,) = house.faults("comments")
    assert fault.startswith(f"{EN}:{line_of(house, EN, 'Phi(-x)')}: the comment says `gelu(x) = x * Phi(-x)`: at x = ")


def test_the_project_s_own_equations_would_be_found_false() -> None:
    """Each holds, and by one part in 10^30 it would not."""
    found = [said for _, _, code in comments.shown() for _, said in comments.marked(code)]
    assert len(found) > 5
    for said in found:
        equation, sign, condition = said.partition(" for ")
        left, right = equation.split(" = ")
        assert comments.wrong(said) == ""
        assert comments.wrong(f"{left} = ({right}) * (1 + 1 / 10**30){sign}{condition}")


# ---- families --------------------------------------------------------------------------------


def test_every_family_is_decided_by_facts_for_its_members() -> None:
    from activation_functions import ALL

    assert {name: families.decided(name) for name in ALL} == {name: f.family for name, f in ALL.items()}
    assert set(families.RULES) == {f.family for f in ALL.values()}


def test_another_family_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = families.RULES["wave"]
    monkeypatch.setitem(families.RULES, "wave", lambda f: rule(f) and f.record.id != "gaussian")
    (fault,) = map(str, families.families())
    assert re.match(
        r"src/activation_functions/functions/gaussian.py:\d+: gaussian is listed in the family wave; by what is proved it belongs to self_gated; give one of",
        fault,
    )


# ---- literature, tutorials -------------------------------------------------------------------

GOOD = {"year": "2016", "eprint": "1606.08415", "doi": "10.48550/arXiv.1606.08415"}


@pytest.mark.parametrize(
    ("kind", "changed", "fault"),
    [
        ("misc", {}, ""),
        ("misc", {"eprint": "1506.08415", "doi": "10.1000/1"}, "arXiv 1506.08415 is of the year 2015, the entry says 2016"),
        ("article", {"eprint": "1706.08415", "doi": "10.1000/1"}, "is of the year 2017, and the entry says it appeared in 2016"),
        ("article", {"eprint": "1501.08415", "doi": "10.1000/1"}, ""),
        ("misc", {"eprint": "1613.08415", "doi": "10.1000/1"}, "is not an arXiv id"),
        ("misc", {"eprint": "1606.0841", "doi": "10.1000/1"}, "is not an arXiv id"),
        ("misc", {"doi": "10.48550/arXiv.1606.08416"}, "the DOI is that of arXiv 1606.08416, the entry's id is 1606.08415"),
        ("misc", {"doi": "doi:10.1/x"}, "is not of the form of a DOI"),
        ("misc", {"doi": "10.1007/978-3-031-31407-0_35"}, ""),
        ("misc", {"doi": "10.1007/978-3-031-31408-0_35"}, "the last digit of 978-3-031-31408-0 does not follow"),
        ("misc", {"isbn": "0-306-40615-2", "issn": "0893-6080"}, ""),
        ("misc", {"isbn": "0-306-40615-3"}, "is not an ISBN"),
        ("misc", {"issn": "0893-6081"}, "the last digit of 0893-6081"),
    ],
)
def test_ids_of_works(kind: str, changed: dict[str, str], fault: str) -> None:
    found = [what for _, what, _ in works._wrong(kind, GOOD | changed)]
    assert bool(found) == bool(fault)
    assert fault in " ".join(found)


def test_a_wrong_id_is_told_with_its_line(house: House) -> None:
    house.edit("docs/references.bib", ("eprint = {1606.08415}", "eprint = {1506.08415}"))
    (fault,) = house.faults("literature")
    at = line_of(house, "docs/references.bib", "1506.08415")
    assert fault.startswith(f"docs/references.bib:{at}: hendrycks2016: arXiv 1506.08415 is of the year 2015, the entry says 2016; correct")


def test_rows_come_from_sources(house: House) -> None:
    house.edit("docs/rows.tsv", ("A02\t000", "A02\t009"))
    assert house.faults("tutorials") == ["docs/rows.tsv:3: row A02 is of source 009, which docs/sources.tsv does not have; correct its code"]
    house.edit("docs/sources.tsv", ("000\t", "009\t"))
    assert [fault.partition(": ")[0] for fault in house.faults("tutorials")] == ["docs/rows.tsv:2"]
    house.edit("docs/rows.tsv", ("A01\t000", "A01\t001"), ("A02\t009", "A02\t001"))
    assert "docs/sources.tsv:2: no row of docs/rows.tsv comes from source 009; take it away, or add what it says" in house.faults("tutorials")
