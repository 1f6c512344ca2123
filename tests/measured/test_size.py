"""The size of a built site: every file has a kind, a bound grows with what the site shows, and what is past it is named."""

from pathlib import Path

import pytest

from language.words import LANGUAGES
from measured import size

SHARES = size.KINDS


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two figures, one function, one saying and a home page in every language, each file of exactly the size that it may have."""
    files = {"index.html": SHARES["pages"].allowed["other page"], "assets/site.css": 1000, "data/models.json": 500, "sitemap.xml": 500}
    for language in LANGUAGES:
        files |= {
            f"{language}/index.html": SHARES["pages"].allowed["other page"],
            f"{language}/claims/hill-is-high/index.html": SHARES["pages"].allowed["other page"],
            f"{language}/functions/gelu/index.html": SHARES["pages"].allowed["page of a function"],
        }
        files |= {f"search/{language}.js": 3 * SHARES["search, sitemap"].allowed["page"]}
        for figure in ("hill", "gelu_shape"):
            for kind, name in (("drawings on pages", "svg"), ("outlines", "paths.svg"), ("PDF", "pdf")):
                files[f"{language}/figures/{figure}.{name}"] = SHARES[kind].allowed["figure in a language"]
            for name in ("png", "dark.png"):
                files[f"{language}/figures/{figure}.{name}"] = SHARES["slides"].allowed["figure in a language"] // 2
    files |= {f"figures/{figure}.csv": SHARES["plotted numbers"].allowed["figure"] for figure in ("hill", "gelu_shape")}
    files |= {f"data/vectors/gelu.{name}": SHARES["data of functions"].allowed["function"] // 4 for name in ("json", "tsv")}
    files |= {"data/curves/gelu.json": 500, "data/facts.json": 500}
    files["data/claims.json"] = SHARES["data of claims"].allowed["claim"]
    files["whole.zip"] = 10 * SHARES["archive"].allowed["page"]
    for path, length in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(bytes(length))
    return tmp_path


def test_every_file_is_weighed_once(site: Path) -> None:
    kinds = size.weighed(site)
    assert sum(kind.bytes for kind in kinds) == sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert {kind.name: len(kind.files) for kind in kinds} == {
        "labs": 0,
        "pages": 10,
        "search, sitemap": 4,
        "drawings on pages": 6,
        "outlines": 6,
        "PDF": 6,
        "slides": 12,
        "plotted numbers": 2,
        "data of functions": 4,
        "data of claims": 1,
        "archive": 1,
        "the rest": 2,
    }
    assert size.faults(kinds) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("en/functions/gelu/index.html", "pages"),
        ("en/index.html", "pages"),
        ("en/labs/walk/index.html", "labs"),
        ("zh-Hans/labs/walk.ipynb", "labs"),
        ("en/figures/hill.narrow.svg", "drawings on pages"),
        ("en/figures/hill.paths.svg", "outlines"),
        ("en/figures/hill.pdf", "PDF"),
        ("zh-Hans/figures/hill.dark.png", "slides"),
        ("figures/hill.csv", "plotted numbers"),
        ("data/vectors/gelu.tsv", "data of functions"),
        ("data/claims.json", "data of claims"),
        ("assets/lunr.js", "the rest"),
        ("en/figures/hill.csv", "the rest"),  # the numbers once more, in a language
    ],
)
def test_what_is_past_its_bound_is_named(site: Path, path: str, kind: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(bytes(2_000_000))
    (fault,) = size.faults(size.weighed(site))
    assert fault.startswith(f"{kind}: ")
    assert f"the largest: {path} (2000 kB)" in fault


def test_the_bound_grows_with_what_a_site_shows(site: Path) -> None:
    before = {kind.name: kind.allowed for kind in size.weighed(site)}
    (site / "figures/valley.csv").write_bytes(b"")
    (site / "en/about").mkdir()
    (site / "en/about/index.html").write_bytes(b"")
    (site / "en/labs/walk").mkdir(parents=True)
    (site / "en/labs/walk/index.html").write_bytes(b"")
    after = {kind.name: kind.allowed for kind in size.weighed(site)}
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    figure = {name: SHARES[name].allowed["figure in a language"] * len(LANGUAGES) for name in ("drawings on pages", "outlines", "PDF", "slides")}
    assert grown == figure | {
        "labs": SHARES["labs"].allowed["lab in a language"],
        "plotted numbers": SHARES["plotted numbers"].allowed["figure"],
        "pages": SHARES["pages"].allowed["other page"],
        "search, sitemap": 2 * SHARES["search, sitemap"].allowed["page"],
        "archive": 2 * SHARES["archive"].allowed["page"],
    }


def test_the_report_prints_a_table_and_refuses(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert size.report(site) == 0
    printed = capsys.readouterr().out
    assert "kB for each figure in a language" in printed
    assert printed.splitlines()[-1].startswith("all ")
    (site / "assets/bundle.js.map").write_bytes(bytes(2_000_000))
    assert size.report(site) == 1
    assert "assets/bundle.js.map (2000 kB)" in capsys.readouterr().out


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no built site.*mkdocs build"):
        size.weighed(tmp_path)
