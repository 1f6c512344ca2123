"""Pages: what a section is, what it must share with the other language, and how names become what the code says."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from answers import data, names
from answers.names import claims, slug
from house import House, forget
from language.chapters import CHAPTERS
from language.words import LANGUAGES
from pages.blocks.dispatch import reference_list, scribe_for
from pages.blocks.tables import title_of
from pages.page import Page, Section, all_pages, read
from publish import depends, labs, package, staging


def page(text: str, path: str = "guide/flat", written: str = "en") -> Page:
    return Page(path, written, text)


def resolved(text: str, language: str = "en", path: str = "guide/flat") -> str:
    return scribe_for(page(text, path, LANGUAGES[language].written), language).resolve(text)


# ---- sections --------------------------------------------------------------------------------

LONG = """---
title: A
---
# One { #one }

Text.
{ .lede }

## Two things { #two .wide }

```python
# no heading
```

~~~
## nor this { #no }
~~~

### $x = 0$ { #three }
#### Without
"""


def test_sections() -> None:
    found = page(LONG).sections()
    assert [(s.level, s.id, s.title) for s in found] == [(1, "one", "One"), (2, "two", "Two things"), (3, "three", "$x = 0$"), (4, "", "Without")]
    assert "# no heading" in found[1].text
    assert "".join(s.text for s in found) == page(LONG).body
    assert page(LONG).title == "One"
    assert page(LONG).lede == "Text."
    assert page(LONG).meta == {"title": "A"}


def test_a_page_begins_with_its_title() -> None:
    for text in ("No heading.", "## Two { #two }", "Text first.\n\n# One { #one }"):
        with pytest.raises(ValueError, match=r"guide/flat.en.md:1: a page begins with a heading"):
            _ = page(text).title


def section(text: str) -> Section:
    return Section(2, "a", "A", text)


def test_a_hash_sees_words_not_line_breaks() -> None:
    assert section("One two\nthree").hash == section("One  two three\n\n").hash
    assert section("One two").hash != section("One, two").hash


def test_the_skeleton_is_what_languages_share() -> None:
    text = section(
        'At $x = [[gelu.minimum.x]]$ see [there](../index.md#a) and [@one; @two], call `f`.\n\n$$\n\\text{因為} y\n$$\n\n!!! note "詞"\n\n    ??? answer\n\n```python\n$no$ [[no]] [no](no.md)\n```\n'
    )
    assert text.skeleton() == {
        "names": ["[[gelu.minimum.x]]"],
        "formulas": ["$$\n\\text{} y\n$$", "$x = [[gelu.minimum.x]]$"],
        "links": ["../index.md#a"],
        "citations": ["[@one; @two]"],
        "code": ["```python\n$no$ [[no]] [no](no.md)\n```", "`f`"],
        "boxes": ["note", "answer"],
    }
    same = text.text.replace("因為", "because").replace("see", "look").replace('"詞"', '"word"')
    assert section(same).skeleton() == text.skeleton()


# ---- names -----------------------------------------------------------------------------------


def test_names_are_answered_in_mathematics() -> None:
    assert resolved("At $x = [[gelu.minimum.x]]$.") == "At $x = -0.7518$."
    assert resolved("$$\nf(x) = [[silu.formula]]\n$$") == "$$\nf(x) = x \\, \\sigma (x)\n$$"
    assert resolved("$[[sigmoid.derivative(0):2%]]$ or $[[sigmoid.steepest]]$") == r"$25\,\%$ or $0.25$"


@pytest.mark.parametrize(
    "code", ["`[[gelu.minimum.x]]`", "```\n[[gelu.minimum.x]]\n```", "~~~text\n$[[nothing]]$ [@nobody]\n~~~", "````\n```\n[[no]]\n```\n````"]
)
def test_code_is_left_alone(code: str) -> None:
    assert resolved(f"Before\n\n{code}\n\nafter $[[sigmoid.upper]]$.") == f"Before\n\n{code}\n\nafter $1$."


@pytest.mark.parametrize("name", ["gelu.minimum.x", "gelu(2)", "gelu.formula", "pi / 4", "0.25"])
def test_a_number_outside_mathematics_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^docs/guide/flat.en.md:1: \[\[.*write it inside \$"):
        resolved(f"It is [[{name}]].")


def test_a_block_inside_mathematics_is_refused() -> None:
    with pytest.raises(ValueError, match="guide/flat.en.md:1: "):
        resolved("$[[sigmoid_slope]]$")


def test_works_stand_under_a_section_of_the_page_where_it_has_one() -> None:
    assert reference_list(["rumelhart1986"], "en").startswith("## References { #references }\n\n- ")
    assert reference_list(["rumelhart1986"], "en", headed=False).startswith('**Full references**\n\n- <span id="ref-rumelhart1986">')


def test_the_scribe_remembers_what_it_was_asked(house: House) -> None:
    scribe = scribe_for(page(""), "en")
    scribe.resolve("$[[gelu.minimum.x:9]]$ [@hendrycks2016]\n\n[[hill]]\n\n[[hill]]")
    assert scribe.asked == {"hill"}
    assert scribe.quoted == {("gelu.minimum.x", "9"), ("sigmoid.steepest", "")}  # the last in the caption
    assert scribe.cited == ["hendrycks2016"]
    assert scribe.figures == 2


# ---- addresses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "figures", "other"),
    [
        ("index", "figures/", "guide/flat.md"),
        ("about", "../figures/", "guide/flat.md"),
        ("guide/steep", "../../figures/", "flat.md"),
        ("functions/index", "../figures/", "../guide/flat.md"),
    ],
)
def test_addresses_are_relative(here: str, figures: str, other: str) -> None:
    scribe = scribe_for(page("", here), "en")
    assert scribe.to("figures/") == figures  # in HTML a page is a folder
    assert scribe.to_page("guide/flat") == other  # in Markdown it is a file


# ---- whole pages -----------------------------------------------------------------------------


def split(text: str) -> tuple[dict[str, Any], str]:
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def flat(language: str) -> tuple[dict[str, Any], str]:
    forget()
    return split(staging.shown(read("guide/flat", LANGUAGES[language].written), language, exports=False)[0])


def test_front_matter(house: House) -> None:
    for language, title, lede in (
        ("en", "Flat", "Away from the centre the slope gets small."),
        ("zh-Hant", "平坦", "離開中央，斜率就變小。"),
        ("zh-Hans", "平坦", "离开中央，斜率就变小。"),
    ):
        front, _ = flat(language)
        assert {key: front[key] for key in ("title", "description", "lang", "page", "kind")} == {
            "title": title,
            "description": lede,
            "lang": language,
            "page": "guide/flat",
            "kind": "guide",
        }
        assert front["cite"]["url"].endswith(f"/{language}/guide/flat/")


def test_a_page_in_simplified_chinese_keeps_names_formulas_and_code(house: House) -> None:
    _, body = flat("zh-Hans")
    assert "最大斜率是$0.25$" in body
    assert "调用`gelu(x)`" in body
    assert "# 註解 [[not.a.name]] 0.17 { }" in body  # code
    assert r"$\text{甲} = x \, \sigma (x)$" in body
    assert "一座山，高" in body
    assert '"试试看"' in body


def test_blocks_stand_in_the_page(house: House) -> None:
    front, body = flat("en")
    assert '<figure id="hill" class="figure">' in body
    assert 'alt="A hill."' in body
    assert 'src="../../figures/hill.svg"' in body
    assert 'href="../../../figures/hill.csv"' in body  # the same file from every language
    assert r"A hill, \(0.25\) high." in body
    assert '<ol class="derivation" id="chain">' in body
    assert r"\[ = x &lt; y \]" in body
    assert "checked at two hundred rational points" in body
    assert '!!! said "Often said"' in body
    assert "[“The hill is high.”](../claims/hill-is-high.md)" in body
    assert "## References { #references }" in body
    assert "{ #cite }" in body
    assert "[[" not in body.replace("[[not.a.name]]", "")


def test_further_reading_and_the_works_cited_share_one_heading() -> None:
    works = ["auer1996", "guo2017"]
    alone, below = (reference_list(works, "en", headed) for headed in (True, False))
    assert alone.startswith("## References { #references }\n")
    assert "#references" not in below
    assert alone.partition("\n\n")[2] == below.partition("\n\n")[2]
    assert all(f'id="ref-{work}"' in below for work in works)


def test_templates_give_a_page_to_each(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pages.page.functions", lambda: ("gelu", "relu"))
    house.write("docs/functions/each.en.md", "# [[it.name]] { #top }\n\n[[it.line]]\n{ .lede }\n\n$[[it.formula]]$\n")
    house.write(
        "docs/claims/each.en.md",
        "# [[it.said]] { #top }\n\n[[it.judgement]]\n\n[[it.code]]\n\n[[it.rows]]\n\n[[it.control_verdict]] [[it.topic]] [[it.reads]]\n",
    )
    forget()
    made = {each.path: each for each in all_pages("en")}
    assert set(made) == {"index", "guide/flat", "functions/gelu", "functions/relu", "claims/hill-is-high"}
    front, body = split(staging.shown(made["functions/relu"], "en", exports=False)[0])
    assert (front["title"], front["kind"], front["description"]) == ("ReLU", "reference", "keeps what is positive and turns the rest into 0.")
    assert r"$\max(0, x)$" in body
    front, body = split(staging.shown(made["claims/hill-is-high"], "en", exports=False)[0])
    assert (front["title"], front["kind"]) == ("The hill is high.", "claim")
    assert r"Its height is only \(7\)." in body
    assert "def high(hill):" in body
    assert "- The hill is high. <small>(000, A01)</small>" in body
    assert "[Flat](../guide/flat.md)" in body
    with pytest.raises(ValueError, match="docs/claims/each.en.md:3: "):
        staging.shown(replace(made["claims/hill-is-high"], text="# A { #a }\n\n[[claim.hill_is_high.judgment]]"), "en", exports=False)


CONFIGURATION = (
    "site_name: A hill",
    "site_url: http://127.0.0.1:8000/",
    "site_author: Somebody",
    "nav: [{首頁 | Home: index.md}, {導讀 | Guide: [guide/flat.md]}, {實驗 | Labs: [labs/*]}]",
    "validation: {}",
    "theme: {name: material, font: false, favicon: assets/favicon.svg, features: []}",
    "extra_javascript: []",
    "markdown_extensions: []",
)


@pytest.fixture
def stage(house: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[str]]:
    """Set the small site out; the files that are new or were written again."""
    folder = house.root / "build/stage/docs"
    before: dict[Path, int] = {}
    monkeypatch.setattr(staging, "STORE", house.root / "build/cache")
    monkeypatch.setattr(labs, "outputs", lambda file: [[]])
    house.write("mkdocs.yml", "\n".join(CONFIGURATION))
    monkeypatch.setattr(package, "wheel", lambda: b"packed")
    monkeypatch.setattr(depends, "common", lambda exports: "the same code")
    monkeypatch.setattr(labs, "missing", list)
    monkeypatch.setattr(names, "make_all", lambda progress, besides: None)

    def now() -> set[str]:
        forget()
        told = staging.stage(exports=False)
        after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
        changed = {path.relative_to(folder).as_posix() for path in after if before.get(path) != after[path]}
        assert changed == {path for path in told if (folder / path).exists()}
        before.clear()
        before.update(after)
        return changed

    return now


def test_staging_sets_the_site_out_and_writes_only_what_changed(house: House, stage: Callable[[], set[str]]) -> None:
    folder: Path = house.root / "build/stage/docs"
    stage()
    for language in LANGUAGES:
        files = {path.relative_to(folder / language).as_posix() for path in (folder / language).rglob("*") if path.is_file()}
        pages = {"index.md", "guide/flat.md", "labs/walk.md", "labs/walk.ipynb", "labs/walk.py"}
        assert files == pages | {"figures/hill.svg", "figures/hill.narrow.svg"}
        assert {doc["location"] for doc in json.loads((folder / f"search/{language}.js").read_text("utf-8").partition(" = ")[2])["docs"]} >= {
            "",
            "guide/flat/",
            "guide/flat/#how-flat",
            "labs/walk/",
        }
    assert [path.name for path in (folder / "figures").iterdir()] == ["hill.csv"]  # one for all languages
    there = {path.relative_to(folder / "data").as_posix() for path in (folder / "data").rglob("*") if path.is_file()}
    on_demand = {path.replace(".json", ".js") for path in data.paths() if path.startswith("curves/")} | {
        "plotted.js",
        "compared.js",
        "identify.js",
    }
    assert {path for path in there if not path.startswith("parameters/")} == data.staged().keys() | on_demand
    assert "parameters/leaky_relu/alpha.js" in there  # what a slider asks for
    assert json.loads((folder / "data/vectors/gelu.json").read_text("utf-8"))["function"] == "gelu"
    (folder / "en/gone.md").write_text("left from before", "utf-8")
    house.edit("docs/guide/flat.en.md", ("gets small", "becomes small"))
    assert stage() == {"en/guide/flat.md", "search/en.js"}
    assert not (folder / "en/gone.md").exists()
    assert stage() == set()


def test_what_somebody_touched_is_set_out_again(house: House, stage: Callable[[], set[str]]) -> None:
    stage()
    page: Path = house.root / "build/stage/docs/en/guide/flat.md"
    right = page.read_bytes()
    page.write_text("something else", "utf-8")
    (house.root / "build/stage/docs/en/index.md").unlink()
    assert stage() == {"en/guide/flat.md", "en/index.md"}
    assert page.read_bytes() == right


def test_an_edited_claim_concerns_the_pages_that_show_it(house: House, stage: Callable[[], set[str]]) -> None:
    stage()
    house.claims["hill_is_high"]["verdict"] = "opinion"
    house.write("scripts/claims/hills.py", "# edited")
    changed = stage()
    assert {path for path in changed if path.endswith(".md")} == {f"{language}/guide/flat.md" for language in LANGUAGES}
    assert "data/claims.json" in changed


def test_a_page_that_fails_leaves_the_last_good_stage(house: House, stage: Callable[[], set[str]]) -> None:
    stage()
    page: Path = house.root / "build/stage/docs/en/guide/flat.md"
    right = page.read_bytes()
    house.edit("docs/guide/flat.en.md", ("gets small", "becomes small"), ("[[hill]]", "[[hell]]"))
    with pytest.raises(ValueError, match=r"docs/guide/flat.en.md:6: nothing is called 'hell'"):
        stage()
    assert page.read_bytes() == right
    house.edit("docs/guide/flat.en.md", ("[[hell]]", "[[hill]]"))
    assert stage() == {"en/guide/flat.md", "search/en.js"}


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_saying_stands_in_the_navigation_under_the_title_of_its_chapter(language: str) -> None:
    for name, said in claims().items():
        place, _, title = staging.section(Page(f"claims/{slug(name)}", LANGUAGES[language].written, "", it=name), language).partition(" ")
        assert title == title_of(said["topic"], language)
        if said["topic"].startswith("guide/"):
            assert f"guide/{CHAPTERS[int(place)].page}" == said["topic"]
