"""How readers cite a page, and how pages cite the literature."""

import json
import re
from html import unescape

import pytest
from pybtex.database import parse_string

from language import citation
from language.citation import Record
from language.words import LANGUAGES, words
from project.paths import DOCS

KEYS = citation.keys()
COLLECTIVE = "Contributors to Activation Functions Verified"
TITLES = {
    "plain": "Saturation",
    "special": r"100% of {x} & y_1 #2 costs $5 ~ a^b \ \o/",
    "unbalanced": "Ranges [0, 1} and {0, 1",
    "umlauts": "Über René Łoś: naïve façade",
    "Chinese": "飽和：「兩端都平」",
    "mathematics": r"Why $\sigma'(x) \le \tfrac{1}{4}$ & so on",
}


def record(title: str = "Saturation", language: str = "en", container: str = "Activation Functions Verified") -> Record:
    address = "https://example.org/1.0/en/guide/saturation/"
    terms = "https://creativecommons.org/licenses/by/4.0/"
    return Record("afv-guide-saturation-en", title, (COLLECTIVE,), container, "1.0", "2026-11-21", address, "CC BY 4.0", terms, language)


def test_record_comes_from_the_citation_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/1.0/")
    made = citation.record("functions/index", "函數", "zh-Hant")
    assert made.authors == (COLLECTIVE,)
    assert made.version == citation.version()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", made.date)
    assert made.url == "https://example.org/1.0/zh-Hant/functions/"
    assert made.container == LANGUAGES["zh-Hant"].site_name
    assert citation.record("index", "首頁", "en").url == "https://example.org/1.0/en/"
    assert citation.record("index", "首頁", "en").container == ""
    assert citation.record("labs/zigzag", "Zig-zag", "en").url.endswith("/en/labs/zigzag/")


def test_ids_are_safe_keys_and_differ() -> None:
    made = [citation.record(page, "x", language).id for page in ("index", "functions/index", "functions/leaky_relu") for language in LANGUAGES]
    assert len(set(made)) == len(made)
    assert all(re.fullmatch(r"[a-z][a-z0-9_-]+", key) for key in made)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("write", [citation.bibtex, citation.biblatex])
def test_bibtex_parses_back(write: object, title: str) -> None:
    assert callable(write)
    (key, entry), *more = parse_string(write(record(title)), "bibtex").entries.items()
    assert not more
    assert key == "afv-guide-saturation-en"
    (author,) = entry.persons["author"]
    assert str(author) == f"{{{COLLECTIVE}}}"
    assert author.first_names == []
    shown = re.sub(
        r"\\text(\w+)\{\}",
        lambda m: {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}[m[1]],
        entry.fields["title"][1:-1],
    )
    assert "".join(part if i % 2 else re.sub(r"\\([&%$#_])", r"\1", part) for i, part in enumerate(re.split(r"((?<!\\)\$[^$]+\$)", shown))) == title
    assert entry.fields["url"] == record().url


def test_bibtex_dates() -> None:
    plain, modern = (parse_string(write(record()), "bibtex").entries[record().id].fields for write in (citation.bibtex, citation.biblatex))
    assert (plain["year"], plain["month"], plain["note"]) == ("2026", "November", "Version 1.0, CC BY 4.0")
    assert (modern["date"], modern["version"], modern["langid"]) == ("2026-11-21", "1.0", "english")


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_ris_lines(title: str) -> None:
    lines = citation.ris(record(title)).split("\n")
    assert lines.pop() == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    tags = [line[:2] for line in lines]
    assert (tags[0], tags[-1]) == ("TY", "ER")
    assert f"AU  - {COLLECTIVE}" in lines
    assert f"TI  - {title}" in lines
    assert "DA  - 2026/11/21" in lines


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_csl_json(title: str) -> None:
    (item,) = json.loads(citation.csl_json(record(title)))
    assert item["title"] == title
    assert item["author"] == [{"literal": COLLECTIVE}]
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert (item["type"], item["container-title"]) == ("chapter", "Activation Functions Verified")
    (whole,) = json.loads(citation.csl_json(record(container="")))
    assert whole["type"] == "book"
    assert "container-title" not in whole


def test_references_in_each_language() -> None:
    def plain(html: str) -> str:
        return unescape(re.sub(r"<[^>]+>", "", html))

    address = record().url
    assert plain(citation.apa(record())) == f"{COLLECTIVE}. (2026, November 21). Saturation. In Activation Functions Verified (Version 1.0). {address}"
    hant = citation.apa(record("飽和", "zh-Hant", "激活函數，逐一驗證"))
    assert plain(hant) == f"{COLLECTIVE}（2026年11月21日）。飽和。載於《激活函數，逐一驗證》（1.0版）。{address}"
    hans = citation.gbt7714(record("饱和", "zh-Hans", "激活函数，逐一验证"))
    assert plain(hans) == f"{COLLECTIVE}. 饱和[M/OL]//激活函数，逐一验证. 1.0版. (2026-11-21)[引用日期]. {address}."
    assert "<cite>x &lt; y &amp; z</cite>" in citation.apa(record("x < y & z", container=""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_is_one_block_with_every_format(language: str) -> None:
    box = citation.box(record(TITLES["special"], language))
    heading, _, block = box.partition("\n\n")
    assert heading.startswith("## ")
    assert heading.endswith("{ #cite }")
    assert "\n\n" not in block
    assert (block.count("<details>"), block.count("download=")) == (len(citation.FORMATS), len(citation.FORMATS))
    for write, _, _ in citation.FORMATS.values():
        assert write(record(TITLES["special"], language)).rstrip("\n") in unescape(block)
    assert "CC BY 4.0" in block


def test_front_matter_is_plain_data() -> None:
    data = json.loads(json.dumps(citation.front_matter(record())))
    assert data["authors"] == [COLLECTIVE]
    assert data["publisher"] == COLLECTIVE
    assert {"id", "title", "container", "version", "date", "url", "license_url"} <= data.keys()


# ---- docs/references.bib


@pytest.mark.parametrize("key", KEYS)
def test_every_entry_is_complete(key: str) -> None:
    work = citation._work(key)
    year = work.fields["year"]
    assert re.fullmatch(rf"[a-z]+{year}[a-z]?", key)
    assert work.persons["author"]
    assert all(person.last_names for person in work.persons["author"])
    assert work.fields["certainty"] in citation.DOUBTS
    assert "others" not in {str(person) for person in work.persons["author"]}
    if "doi" in work.fields:
        assert re.fullmatch(r"10\.\d{4,}/\S+", work.fields["doi"])
    if "eprint" in work.fields:
        assert re.fullmatch(r"\d{4}\.\d{4,5}", work.fields["eprint"])
    if "note" in work.fields:
        assert words(work.fields["note"])
    for language in LANGUAGES:
        html = citation.reference(key, language)
        assert html.startswith(f'<span id="ref-{key}">')
        assert "\n" not in html
        assert not re.search(r"[{}]|\.\.|\s\.|None|--|  ", re.sub(r"<[^>]+>", "", html))
        assert f'href="#ref-{key}"' in citation.mark([key], language)


def test_marks() -> None:
    def plain(keys: list[str], language: str) -> str:
        return unescape(re.sub(r"<[^>]+>", "", citation.mark(keys, language)))

    assert plain(["hendrycks2016"], "en") == "(Hendrycks & Gimpel, 2016)"
    assert plain(["nair2010", "glorot2011"], "en") == "(Nair & Hinton, 2010; Glorot et al., 2011)"
    assert plain(["nair2010", "glorot2011"], "zh-Hans") == "（Nair & Hinton, 2010；Glorot et al., 2011）"
    assert plain(["bridle1990", "bridle1990b"], "en") == "(Bridle, 1990a; Bridle, 1990b)"


def test_doubts_are_said() -> None:
    assert "?" in citation.mark(["collobert2004"], "en")
    assert "?" not in citation.mark(["hendrycks2016"], "en")
    assert "Attribution uncertain." in citation.reference("collobert2004", "en")
    assert "出處存疑。" in citation.reference("collobert2004", "zh-Hant")
    assert "<small>" not in citation.reference("he2015", "en")


def test_reference_in_full() -> None:
    html = citation.reference("elfwing2018", "en")
    assert html.startswith('<span id="ref-elfwing2018">Elfwing, S., Uchibe, E., &amp; Doya, K. (2018). Sigmoid-weighted linear units')
    assert '<cite>Neural Networks</cite>, <cite>107</cite>, 3–11. <a href="https://doi.org/10.1016/j.neunet.2017.12.012">' in html
    assert '<a href="https://arxiv.org/abs/1702.03118">arXiv:1702.03118</a>' in html
    assert "Clevert, D.-A., " in citation.reference("clevert2016", "en")


def test_an_unknown_key_lists_the_nearest() -> None:
    with pytest.raises(ValueError, match="no hendricks2016; near it: hendrycks2016"):
        citation.mark(["hendricks2016"], "en")
    with pytest.raises(ValueError, match="references.bib has no"):
        citation.reference("", "en")


def test_the_bibliography_has_no_key_twice() -> None:
    text = (DOCS / "references.bib").read_text("utf-8")
    keys = re.findall(r"^@\w+\{([^,]+),", text, re.M)
    assert len(keys) == len(set(keys)) == len(KEYS)


def test_one_surname_year_pair_has_one_spelling() -> None:
    marks = [citation.mark([key], "en").split(">", 1)[1] for key in KEYS]
    assert len(set(marks)) == len(marks)
