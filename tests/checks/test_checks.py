"""Each check passes a sound house and finds what was broken, with its address."""

import re
from pathlib import Path
from typing import Any

import pytest

from answers import names
from checks import counting, equations, naming
from checks.every import CHECKS
from house import House, forget
from language.words import WRITTEN
from mathematics import recorded
from project.fault import Wrong
from publish import search

FLAT = "docs/guide/flat.{}.md"
HILL, CHAIN, CLAIM = "scripts/figures/hill.py", "scripts/derivations/chain.py", "scripts/claims/hills.py"
HANT, EN, LAB = FLAT.format("zh-Hant"), FLAT.format("en"), "docs/labs/walk.py"
BOTH = (HANT, EN)


@pytest.mark.parametrize("check", sorted(CHECKS.keys() - {"picture", "imports", "styles", "code", "advice", "aliases", "exercises", "studies"}))
def test_a_sound_house_has_no_faults(house: House, check: str) -> None:
    assert house.faults(check) == []


# (check, files, what is there, what is put in its place, what the fault must say)
BREAKAGES = {
    # ---- names
    "an unknown number": (
        "names",
        BOTH,
        "sigmoid.steepest",
        "sigmoid.steapest",
        "^docs/guide/flat.en.md:12: nothing is called .*; near it: sigmoid.steepest",
    ),
    "an unknown block": ("names", BOTH, "[[hill]]", "[[hil]]", "^docs/guide/flat.en.md:6: .*'hil'; near it: .*hill"),
    "an unknown claim": ("names", BOTH, "claim.hill_is_high", "claim.hill_is_low", "^docs/guide/flat.en.md:8: .*; near it: hill_is_high"),
    "an unknown part": ("names", BOTH, "[[chain]]", "[[gelu.cardd]]", "^docs/guide/flat.zh-Hant.md:24: .*; near it: gelu.card"),
    "an unknown table": ("names", BOTH, "[[chain]]", "[[table.glosary]]", "^docs/guide/flat.en.md:24: .*; near it: table.glossary"),
    "an unknown function": ("names", BOTH, "silu.formula", "silo.formula", "^docs/guide/flat.en.md:20: .*; near it: .*silu"),
    "an unknown citation": (
        "names",
        BOTH,
        "@hendrycks2016",
        "@hendricks2016",
        "^docs/guide/flat.en.md:12: docs/references.bib has no hendricks2016; near it: hendrycks2016",
    ),
    "a number outside maths": (
        "names",
        BOTH,
        "$[[sigmoid.steepest]]$",
        "[[sigmoid.steepest]]",
        r"^docs/guide/flat.en.md:12: .* is a number or a formula; write it inside \$",
    ),
    "unsettled digits": ("names", BOTH, "[[sigmoid.steepest]]", "[[gelu.minimum.x:99]]", "^docs/guide/flat.en.md:12: .*does not settle 99 digits"),
    "an unknown name in a lab": ("names", (LAB,), "gelu.minimum.x", "gelu.minimum.z", "^docs/labs/walk.py:28: .*; near it: .*gelu.minimum.x"),
    # ---- typed numbers
    "a decimal": ("numbers", (EN,), "gets small", "falls to 0.17", r"^docs/guide/flat.en.md:3: the number '0.17' is typed: .*; quote it by name"),
    "a decimal beside Han": ("numbers", (HANT,), "就變小", "剩下0.17倍", r"^docs/guide/flat.zh-Hant.md:3: the number '0.17'"),
    "a negative decimal": ("numbers", (EN,), "gets small", "is $x=-0.5$", r"'0.5' is typed"),
    "a percentage": ("numbers", (EN,), "gets small", "loses 5%", r"'5%' is typed"),
    "a percentage beside Han": ("numbers", (HANT,), "就變小", "少了5%多", r"'5%' is typed"),
    "a percentage in TeX": ("numbers", (EN,), "gets small", r"loses $5\,\%$", r"is typed"),
    "a large integer": ("numbers", (EN,), "gets small", "takes 21 layers", r"'21' is typed"),
    "a large integer beside Han": ("numbers", (HANT,), "就變小", "超過100層", r"'100' is typed"),
    "thousands": ("numbers", (EN,), "gets small", "takes 1,000 steps", r"'000' is typed"),
    "a number in TeX": ("numbers", (EN,), "[[silu.formula]]", "0.3 x", r"'0.3' is typed"),
    "a number in the lede": ("numbers", (EN,), "Away from", "Away by 2.5 from", r"'2.5' is typed"),
    "a number in a lab's prose": ("numbers", (LAB,), "Take a few steps", "Take 300 steps", r"^docs/labs/walk.py:18: the number '300'"),
    "a number printed word for word": ("numbers", (LAB,), "{steps} steps of", "{steps} steps of 0.25, not", r"^docs/labs/walk.py:23: the number '0.25'"),
    "a year with a tail": ("numbers", (EN,), "gets small", "has 20000 units", r"'20000' is typed"),
    "a number behind a less-than sign": (
        "numbers",
        (EN,),
        "gets small.",
        "gets small: $x<c$ after 60 layers, and $d>x$.",
        r"^docs/guide/flat.en.md:3: the number '60'",
    ),
    # ---- numbers in words
    "another number in words": (
        "counts",
        (HANT,),
        "就變小",
        "在六十層後就變小",
        r"^docs/guide/flat.zh-Hant.md:3: guide/flat#top: other numbers in words: zh-Hant has 六十 ",
    ),
    "another number in a caption": ("counts", (HILL,), "A hill, $", "Five hills, $", "^scripts/figures/hill.py:4: figure:hill.caption: .* en Five"),
    "another ordinal": ("counts", (CHAIN,), "check", "the fourth check", "^scripts/derivations/chain.py:6: derivation:chain.reason.2: .* en fourth"),
    "another share": ("counts", (CLAIM,), "只有", "只有四分之一，", "^scripts/claims/hills.py:7: claim:hill_is_high.why: .* zh-Hant has 四分之"),
    # ---- headings and structure
    "a heading without an id": ("headings", (EN,), " { #how-flat }", "", "^docs/guide/flat.en.md:10: the heading 'How flat.' has no id"),
    "an id that is not ASCII": ("headings", (HANT,), "#how-flat", "#多平", "^docs/guide/flat.zh-Hant.md:10: .*no id"),
    "an id twice": ("headings", (EN,), "#derivation", "#how-flat", "^docs/guide/flat.en.md:22: the id #how-flat is taken by the heading of line 10; "),
    "no lede": ("headings", (EN,), "{ .lede }", "", "^docs/guide/flat.en.md:1: no sentence is marked"),
    "a lab's heading without an id": ("headings", (LAB,), "# ## The lowest point { #lowest }", "# ## The lowest point", "^docs/labs/walk.py:31: the heading"),
    "an id in one language": (
        "structure",
        (EN,),
        "#how-flat",
        "#how-flat-is-it",
        "^docs/guide/flat.en.md:10: headings differ: .*how-flat in zh-Hant, .*how-flat-is-it in en; ",
    ),
    "a section in one language": (
        "structure",
        (EN,),
        "## The derivation { #derivation }",
        "",
        "^docs/guide/flat.zh-Hant.md:22: headings differ: ## #derivation in zh-Hant, none in en",
    ),
    "another level": ("structure", (EN,), "## The derivation", "### The derivation", "^docs/guide/flat.en.md:22: headings differ"),
    "another name": (
        "structure",
        (EN,),
        "sigmoid.steepest",
        "tanh.steepest",
        "^docs/guide/flat.en.md:12: names of #how-flat differ: .*sigmoid.steepest.*tanh.steepest",
    ),
    "another form of a number": ("structure", (EN,), "sigmoid.steepest]]", "sigmoid.steepest:9]]", "^docs/guide/flat.en.md:12: names of #how-flat differ"),
    "another formula": ("structure", (EN,), "= [[silu.formula]]", "\\le [[silu.formula]]", "^docs/guide/flat.en.md:20: formulas of #how-flat differ"),
    "another citation": (
        "structure",
        (EN,),
        "see [@hendrycks2016]",
        "see there",
        "^docs/guide/flat.zh-Hant.md:12: citations of #how-flat differ: .*hendrycks2016",
    ),
    "another link": ("structure", ("docs/index.en.md",), "guide/flat.md", "guide/flat.md#how-flat", "^docs/index.en.md:5: links of #top differ"),
    "other code": ("structure", (EN,), "[[not.a.name]] 0.17", "0.18", "^docs/guide/flat.en.md:14: code of #how-flat differ"),
    "other code in a line": ("structure", (EN,), "`gelu(x)`", "`gelu(y)`", "^docs/guide/flat.en.md:12: code of #how-flat differ"),
    "another box": ("structure", (EN,), "!!! try", "!!! note", "^docs/guide/flat.en.md:18: boxes of #how-flat differ"),
    "a formula in one language of a lab": ("structure", (LAB,), "It is at $x", "It is at $y", "^docs/labs/walk.py:33: formulas of #lowest differ"),
    # ---- stale sides
    "one side edited": (
        "stale",
        (EN,),
        "Away from",
        "Far away from",
        r"^docs/guide/flat.en.md:1: guide/flat#top: en changed since .*; .*docs.py sync 'guide/flat#top'",
    ),
    "the other side edited": ("stale", (HANT,), "即可", "就好", r"^docs/guide/flat.zh-Hant.md:10: guide/flat#how-flat: zh-Hant changed since"),
    "a new section": ("stale", BOTH, "[[chain]]", "[[chain]]\n\n## More { #more }\n", r"guide/flat#more: zh-Hant and en changed"),
    "a section gone": ("stale", BOTH, " { #derivation }", " { #proof }", r"^docs/synced.tsv:\d+: guide/flat#derivation is said nowhere any more"),
    "a lab edited": ("stale", (LAB,), "Take a few", "Take three", r"^docs/labs/walk.py:16: labs/walk#top: en changed since"),
    "a caption edited": ("stale", (HILL,), "A hill, $", "Just a hill, $", "^scripts/figures/hill.py:4: figure:hill.caption: en changed since"),
    "a reason edited": ("stale", (CHAIN,), "加零", "減零", "^scripts/derivations/chain.py:5: derivation:chain.reason.1: zh-Hant changed"),
    "a claim edited": ("stale", (CLAIM,), "is only", "is not only", "^scripts/claims/hills.py:7: claim:hill_is_high.why: en changed since"),
    "a row edited": ("stale", ("docs/rows.tsv",), "is high", "is not high", "^docs/rows.tsv:2: row:A01: en changed since"),
    "a row of the glossary edited": ("stale", ("docs/glossary.tsv",), "斜率\t斜率", "斜率\t坡度", "^docs/glossary.tsv:3: glossary:斜率: zh-Hant changed since"),
    "a title of the navigation edited": ("stale", ("mkdocs.yml",), "Guide", "Guides", r"^mkdocs.yml:3: words:mkdocs.yml#2: en changed since"),
    # ---- Chinese
    "a half-width comma": ("punctuation", (HANT,), "中央，", "中央,", "^docs/guide/flat.zh-Hant.md:3: half-width punctuation"),
    "a half-width stop": ("punctuation", (HANT,), "變小。", "變小.", "^docs/guide/flat.zh-Hant.md:3: half-width punctuation"),
    "a space before Latin": ("punctuation", (HANT,), "呼叫`gelu(x)`", "呼叫 `gelu(x)`", "^docs/guide/flat.zh-Hant.md:12: a space between Han and Latin"),
    "a space after a number": ("punctuation", (HANT,), "離開中央", "離開3 個", "a space between Han and Latin"),
    "half-width brackets": ("punctuation", (HANT,), "離開中央", "離開(大致)中央", "half-width brackets"),
    "foreign quotation marks": ("punctuation", (HANT,), "離開中央", "離開“中央”", "quotation marks"),
    "a comma in a lab": ("punctuation", (LAB,), "走幾步看看", "走幾步,看看", "^docs/labs/walk.py:12: half-width"),
    "a word nobody settled": ("unsettled", (HANT,), "離開中央", "離開螢幕中央", "^docs/guide/flat.zh-Hant.md:3: .*螢幕.*屏幕"),
    "a glossary row twice": ("glossary", ("docs/glossary.tsv",), "網路\t网络", "斜率\t坡度", "^docs/glossary.tsv:4: 斜率 has two rows, the first on line 3; "),
    "a word in a script": ("unsettled", (HILL,), "Words('山'", "Words('螢幕'", r"^scripts/figures/hill.py:3: .*螢幕"),
    "Chinese in the English slot": ("foreign", (EN,), "gets small", "變小", "^docs/guide/flat.en.md:3: Chinese in the English slot: 變小; "),
    "Chinese in the English half of a caption": (
        "foreign",
        (HILL,),
        "A hill, $",
        "一座山，$",
        "^scripts/figures/hill.py:4: Chinese in the English slot: 一座山，; ",
    ),
    # ---- typed equations
    "an inverted logit": (
        "equations",
        (EN,),
        "gets small",
        r"is small: from $a=\sigma(x)$ follows $x=\ln\frac{1-a}{a}$",
        r"guide/flat.en.md:3: \$x=\\ln\\frac\{1-a\}\{a\}\$ is false: .*e.g. at x = [-\d.]+: left [-\d.]+, right [-\d.]+, with letters as this section defines them; correct it",
    ),
    "a sign in a derivative": ("equations", (EN,), "gets small", r"is $\sigma'=\sigma(1+\sigma)$", r"flat.en.md:3: .* is false"),
    "a factor in an identity": ("equations", (HANT,), "就變小", r"是$\tanh x=\sigma(2x)-1$", r"flat.zh-Hant.md:3: .* is false"),
    "a density for its integral": ("equations", (EN,), "gets small", r"is $\varphi'(x)=\Phi(x)$", r"flat.en.md:3: .* is false"),
    "the middle of a chain": (
        "equations",
        (EN,),
        "gets small",
        r"is $\sigma'(0)=\frac12(1+\frac12)=\frac34$",
        r": \\sigma ' \( 0 \) = .*left 0.25, right 0.75",
    ),
    "a quoted formula misquoted": ("equations", (EN,), "gets small", r"is $\tanh'(x)=[[sigmoid.derivative_formula]]$", r"flat.en.md:3: .* is false"),
    "a quoted number misquoted": ("equations", (EN,), "gets small", r"is $\frac12=[[sigmoid.steepest]]$", r"left 0.5, right 0.25"),
    "a constant that no value reaches": ("equations", (EN,), "gets small", r"is $\sigma(x)+\sigma(-x)=2$", r"flat.en.md:3: .* is false: .*right 2"),
    "a formula on lines of its own": ("equations", (EN,), "[[hill]]", "$$\n\\sigma(0)=0\n$$\n\n[[hill]]", r"flat.en.md:7: \$\\sigma\(0\)=0\$ is false"),
    "a value of a function that the text defines": ("equations", (EN,), "gets small", "is $f(x)=2x+3$, so $f(1+2)=10$", r"left 9, right 10"),
    "an equation in a lab": ("equations", (LAB,), "Take a few steps", r"Take $\Phi(0)=1$ steps", r"docs/labs/walk.py:\d+: \$\\Phi\(0\)=1\$ is false"),
    "an equation in a script": (
        "equations",
        ("scripts/figures/hill.py",),
        "A hill",
        r"A hill of $\\sigma(0)=1$",
        r"scripts/figures/hill.py:3: \$\\sigma\(0\)=1\$",
    ),
    # ---- the rest
    "the marks of a merge": (
        "conflicts",
        (HILL,),
        "alt =",
        "<<<<<<< ours\n=======\n>>>>>>> theirs\nalt =",
        "^scripts/figures/hill.py:5: a merge has left <<<<<<< here; ",
    ),
    "a mark of a merge": ("conflicts", ("docs/glossary.tsv",), "斜率", "=======\n斜率", "^docs/glossary.tsv:3: a merge has left ======= here; "),
    "a ragged table": (
        "tables",
        (EN,),
        "[[hill]]",
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n[[hill]]",
        "^docs/guide/flat.en.md:8: this row of a table has 3 cells, its head 2; ",
    ),
    "a page outside the navigation": (
        "navigation",
        ("mkdocs.yml",),
        "      - guide/flat.md\n",
        "      - index.md\n",
        "^docs/guide/flat.en.md:1: guide/flat.md is not in the navigation",
    ),
    "a figure no page uses": ("unused", BOTH, "[[hill]]", "", "^scripts/figures/hill.py:1: no page uses hill"),
    "a derivation no page uses": ("unused", BOTH, "[[chain]]", "", "^scripts/derivations/chain.py:1: no page uses chain"),
    "a work that is not in the bibliography": (
        "unused",
        BOTH,
        "@hendrycks2016",
        "@nobody1999",
        "^docs/guide/flat.en.md:12: docs/references.bib has no nobody1999",
    ),
    "a picture by hand": ("pictures", (EN,), "[[hill]]", "![a hill](hill.png)", "^docs/guide/flat.en.md:6: a picture is typed"),
}


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES)
def test_a_breakage_is_found(house: House, breakage: tuple[str, tuple[str, ...], str, str, str]) -> None:
    check, files, old, new, fault = breakage
    for file in files:
        house.edit(file, (old, new))
    found = house.faults(check)
    assert any(re.search(fault, each) for each in found), found


HARMLESS = {
    "small numbers, years, versions": "It took 20 steps in 2016, or 3 of them, in Python 3.11 with float32 (CC BY 4.0), $x^2$, $2^{-52}$.",
    "code and links": "Call `f(0.25)` at [this](https://example.org/0.25/100) <span data-x='0.5'>here</span>, guide-25, v1.25-x, A100.",
    "a quoted number": "It is $[[sigmoid.derivative(0.25):2%]]$ and $[[gelu.minimum.x:30]]$.",
    "fenced code": "```python\nx = 0.25 * 1000\n```",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_what_may_stand_in_prose(house: House, text: str) -> None:
    house.edit(EN, ("Away from the centre the slope gets small.", text))
    assert house.faults("numbers") == []


NOT_FALSE = {
    "an equation to be solved": r"Where $1-\tanh^2 x=\frac{1}{2}$ it is half.",
    "a condition": r"On the right $x>0$, $\sigma(x)>\frac{1}{2}$.",
    "any function": r"It is linear if $f(u+v)=f(u)+f(v)$.",
    "a definition": r"With $s=\sigma(2x)$ it is $s(1-s)$.",
    "a definition that comes later": r"It is $\sigma'(x)=s(1-s)$, where $s=\sigma(x)$.",
    "a condition in the formula": r"It is $|x|=x ,\quad x\ge 0$.",
    "matrices": r"Not $AB=BA$.",
    "code": r"Type `$\sigma(0)=1$`.",
}


@pytest.mark.parametrize("text", NOT_FALSE.values(), ids=NOT_FALSE)
def test_what_is_not_said_to_hold_everywhere(house: House, text: str) -> None:
    house.edit(EN, ("Away from the centre the slope gets small.", text))
    assert house.faults("equations") == []


def test_a_definition_holds_within_its_box(house: House) -> None:
    boxes = "".join(f'!!! note "{word}"\n\n    Here $s={tex}$ and $s=1-\\sigma(-x)$.\n\n' for word, tex in (("A", r"\sigma(x)"), ("B", r"\sigma(2x)")))
    house.edit(EN, ("[[hill]]", boxes + "[[hill]]"))
    (fault,) = house.faults("equations")
    assert "flat.en.md:12: $s=1-\\sigma(-x)$ is false" in fault


def test_every_change_of_typed_mathematics_is_in_the_ledgers_line(house: House) -> None:
    seen = set()
    for text in ("", r" $\sigma(0)=\frac12$.", r" $f(u)=g(u)$.", r" $f(u)=g(v)$.", r" $\ln\frac{p}{1-p}$.", r" $\ln\frac{1-p}{p}$."):
        before = house.read(EN)
        house.edit(EN, ("gets small.", "gets small." + text))
        assert house.faults("equations") == []
        (line,) = [line for line in equations.lines() if line.startswith("equations.docs/guide/flat\t")]
        seen.add(line)
        house.write(EN, before)
    assert len(seen) == 6


# ---- what scripts say ------------------------------------------------------------------------

SAID = {
    "title": ("'山'", "'高0.25'", 3),
    "caption": ("$[[sigmoid.steepest]]$ high", "0.25 high", 4),
    "alt": ("一座山。", "高100公尺", 5),
    "description": ("low at the ends", "5% lower at the ends", 6),
}


@pytest.mark.parametrize("part", SAID)
def test_words_of_a_figure_are_read(house: House, part: str) -> None:
    old, new, line = SAID[part]
    house.edit(HILL, (old, new))
    (fault,) = house.faults("numbers")
    assert fault.startswith(f"{HILL}:{line}: the number")


def test_words_of_derivations_and_claims_are_read(house: House) -> None:
    house.edit(CHAIN, ("加零 | add zero", "加零, | add 0.5"))
    house.edit(CLAIM, ("它的高度只有", "高 x"), ("Its height is", "It is 100 high"), ("換一座山。", "換 x"), ("Take another", "Take 30"))
    places = [f"{CHAIN}:5", f"{CLAIM}:7", f"{CLAIM}:8"]
    for check in ("numbers", "punctuation"):
        assert sorted(fault.partition(": ")[0] for fault in house.faults(check)) == sorted(places)


def test_a_wrong_name_in_a_caption_is_told_once_and_where_it_stands(house: House) -> None:
    house.hill["caption"] = ["山高$[[sigmoid.hight]]$。", "The hill is $[[sigmoid.hight]]$ high."]
    house.edit(HILL, ("$[[sigmoid.steepest]]$。", "$[[sigmoid.hight]]$。"))
    (fault,) = house.faults("names")
    assert re.match(r"scripts/figures/hill.py:4: nothing is called 'sigmoid.hight'; near it: ", fault)


# ---- told once, at its root ------------------------------------------------------------------

ROOTS = {
    "the bibliography": ("docs/references.bib", "@inproceedings{", "@inproceedings", r"^docs/references.bib:\d+: this is no BibTeX: "),
    "a work without its year": ("docs/references.bib", "year = {", "yeer = {", r"^docs/references.bib:\d+: \w+ has no year; say it in the entry$"),
    "the glossary": ("docs/glossary.tsv", "斜率\t斜率", "斜率\t", "^docs/glossary.tsv:3: expected zh-Hant, zh-Hans, en, other names; found"),
    "the sayings": ("docs/rows.tsv", "A02\t000", "A02", "^docs/rows.tsv:3: expected id, source, zh-Hant, en, and found .*; separate"),
    "a figure": (HILL, "title = Words(", "title = Words((", r"^scripts/figures/hill.py:\d+: this is no Python: .*; mend the syntax$"),
    "the navigation": ("mkdocs.yml", "nav:", "nav: [", r"^mkdocs.yml:\d+: this is no YAML: .*; mend the syntax$"),
}


@pytest.mark.parametrize("wrong", ROOTS)
def test_what_many_pages_stumble_over_is_told_once(house: House, wrong: str) -> None:
    file, old, new, said = ROOTS[wrong]
    house.edit(file, (old, new))
    told = {fault for check in sorted(CHECKS.keys() - {"picture", "imports", "ledger"}) for fault in house.faults(check)}
    roots = [fault for fault in told if re.search(said, fault)]
    assert len(roots) == 1, told
    assert not [fault for fault in told if "guide/flat" in fault], told


def test_what_a_record_lacks_is_told_of_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "MEASURED", tmp_path)
    recorded.recorded.cache_clear()
    recorded.write("peers", {"versions": {"jax": "1"}})
    with pytest.raises(Wrong, match=r"peers.json:1: nothing is recorded under 'torch' where there is jax; measure again with `.*scripts/measured/peers.py`"):
        recorded.recorded("peers")["versions"]["torch"]
    recorded.recorded.cache_clear()
    (tmp_path / "peers.json").write_text('{\n "versions": {\n', "utf-8")
    with pytest.raises(Wrong, match=r"peers.json:3: this record is not JSON: .*; measure again"):
        recorded.recorded("peers")
    recorded.recorded.cache_clear()


def test_a_false_step_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "chain.py"
    file.write_text('derive(None, """\n    x + y\n    = y + x  # 交換 | exchange\n    = y + 2 * x  # 錯 | wrong\n""")\n', "utf-8")
    with pytest.raises(ArithmeticError) as wrong:
        raise ArithmeticError("y + x  ≠  y + 2 * x   at {'x': '1'}: 1 against 2")
    fault = names._fault(names.Made("derivations", "chain", file), wrong.value)
    assert (fault.file, fault.line) == (file, 4)


# ---- pages, claims, observations -------------------------------------------------------------


def test_a_page_in_one_language(house: House) -> None:
    house.write("docs/guide/steep.en.md", "# Steep { #top }\n")
    assert house.faults("languages") == ["docs/guide/steep.en.md:1: this page is not there in zh-Hant; write docs/guide/steep.zh-Hant.md"]
    assert not any("flat" in fault for fault in house.faults("headings"))  # the other checks go on


def test_claims_answer_rows(house: House) -> None:
    house.claims["hill_is_low"] = house.claims["hill_is_high"] | {"rows": ["A01", "Z99"]}
    twice, nowhere = house.faults("rows")
    assert twice == "scripts/claims/hills.py:3: row A01 is answered twice, by hill_is_high and hill_is_low; leave it to one of them"
    assert nowhere.startswith("scripts/claims/hills.py:1: docs/rows.tsv has no row Z99; near it: ")


UNDECIDED = {
    "neither there nor judged": ("A02\t", "# A02\t", "^docs/rows.tsv:3: no claim judges row A02; judge it, or say in docs/undecided.tsv why nothing can$"),
    "judged all the same": ("A02", "A01", "^docs/undecided.tsv:2: row A01 stands here, and hill_is_high judges it; leave it to one of them$"),
    "nobody says it": ("A02", "Z99", "^docs/undecided.tsv:2: docs/rows.tsv has no row Z99; near it: "),
    "in one language": (
        "\tIt does not say low beside what.",
        "",
        "^docs/undecided.tsv:2: expected row, zh-Hant, en, and found .*; separate three cells by tabs$",
    ),
    "twice": ("beside what.\n", "beside what.\nA02\t再說。\tAgain.\n", "^docs/undecided.tsv:3: row A02 stands here twice; keep one$"),
}


@pytest.mark.parametrize("wrong", UNDECIDED)
def test_what_is_undecided_is_heard_and_not_judged(house: House, wrong: str) -> None:
    old, new, fault = UNDECIDED[wrong]
    house.edit("docs/undecided.tsv", (old, new))
    found = house.faults("rows")
    assert any(re.search(fault, each) for each in found), found


def test_a_judge_that_cannot_change_its_mind(house: House) -> None:
    house.claims["hill_is_high"]["control_verdict"] = "wrong"
    (fault,) = house.faults("controls")
    assert fault.startswith("scripts/claims/hills.py:1: claim hill_is_high has the same verdict for its control, wrong; ")


def test_a_claim_without_assumptions(house: House) -> None:
    house.claims["hill_is_high"] |= {"assumes": [], "unsettled": ["width", "batch"]}
    bare, unvaried = house.faults("assumptions")
    assert bare == "scripts/claims/hills.py:1: claim hill_is_high does not say what it assumes; give `assumes`"
    assert unvaried == "scripts/claims/hills.py:1: claim hill_is_high does not vary width, batch; vary it, or say in `immaterial` why it cannot matter"


def test_something_that_cannot_be_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Any) -> Any:
        raise ArithmeticError("x  ≠  y")

    monkeypatch.setattr(names, "answer", fails)
    assert any(re.match(r"scripts/derivations/chain.py:\d+: .*x ≠ y; ", fault) for fault in house.faults("made"))


def test_a_page_that_the_search_does_not_know(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = search.entries
    monkeypatch.setattr(search, "entries", lambda path, text, language: [] if path == "guide/flat" else entries(path, text, language))
    assert [fault.partition(";")[0] for fault in house.faults("search")] == [
        f"docs/guide/flat.{language}.md:1: {language}/guide/flat is not in the search index" for language in WRITTEN
    ]


def test_the_ledger_is_told_of_numbers_in_words(house: House) -> None:
    house.edit(HANT, ("就變小", "在五十層後就變小"))
    house.edit(EN, ("gets small", "gets small after fifty layers"))
    forget()
    assert list(counting.lines()) == ["typed.guide/flat#top\t50 | 50"]


def test_every_check_was_broken_here() -> None:
    broken = {check for check, *_ in BREAKAGES.values()} | {"languages", "rows", "controls", "assumptions", "made", "search"}
    elsewhere = {
        "ledger",
        "families",
        "comments",
        "code",
        "advice",
        "exercises",
        "aliases",
        "literature",
        "tutorials",
        "records",
        "styles",
        "picture",
        "imports",
        "graphs",
        "titles",
        "studies",
    }
    assert broken | elsewhere == CHECKS.keys()  # those have files of their own


def test_a_claim_judges_a_function_that_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    even = {"sigmoid_is_even": names.claims()["sigmoid_is_even"]}
    monkeypatch.setattr(naming, "claims", lambda: even)
    assert naming.controls() == []
    even["sigmoid_is_even"] = even["sigmoid_is_even"] | {"said": ["Tanh關於$x=0$對稱。", "Hard tanh is symmetric about $x=0$."]}
    (fault,) = naming.controls()
    assert "claim sigmoid_is_even speaks of hard_tanh, tanh and judges sigmoid; judge what the saying names" in str(fault)
