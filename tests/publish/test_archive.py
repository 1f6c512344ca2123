"""The archive: the same bytes each time, and links that name files where no server would find a folder's page."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from drawing.downloads import KINDS
from language import citation
from measured import size
from publish import archive, policy

HEAD = '<!doctype html>\n<html lang="en"><head><link rel="canonical" href="https://example.org/1.0/en/guide/neuron/">'
FILES = {
    "index.html": "<a href='en/'>",
    "404.html": "lost",
    "assets/site.css": "a{}",
    "data/curves/gelu.js": "1",
    "en/index.html": "home",
    "en/guide/neuron/index.html": HEAD,
    "en/functions/gelu/index.html": "gelu",
    "en/figures/hill.svg": "<svg/>",
    "en/figures/hill.narrow.svg": "<svg/>",
    "figures/hill.csv": "x,y",
    "sitemap.xml": "<x/>",
    "search/en.js": "0",
    policy.HEADERS: "/*",
    policy.NGINX: "#",
} | {f"en/figures/hill.{kind}": kind for kind in KINDS}
LEFT_OUT = {"404.html", "sitemap.xml", policy.HEADERS, policy.NGINX, *(f"en/figures/hill.{kind}" for kind in KINDS)}


def rewritten(tag: str, name: str = "en/guide/neuron/index.html") -> str:
    found = archive.offline(name, f"{HEAD}\n<p>é\u2028</p>\n  {tag}", {*FILES} - LEFT_OUT, {*FILES})
    assert found.startswith(f"{HEAD}\n<p>é\u2028</p>\n  ")
    return found.removeprefix(f"{HEAD}\n<p>é\u2028</p>\n  ")


@pytest.mark.parametrize(
    ("tag", "there"),
    [
        ('<a href="../../">', '<a href="../../index.html">'),
        ('<a class="x" href="../../functions/gelu/#top">é</a>', '<a class="x" href="../../functions/gelu/index.html#top">é</a>'),
        ('<a href="../../../?choose">', '<a href="../../../index.html?choose">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        (
            "<a href='../../functions/gelu/' hidden title='a \"b\" &amp; c'>",
            '<a href="../../functions/gelu/index.html" hidden title="a &quot;b&quot; &amp; c">',
        ),
        (
            '<div data-chapter="../neuron/" data-curves="../../../data/curves/">',
            '<div data-chapter="../neuron/index.html" data-curves="../../../data/curves/">',
        ),
        ('<a href="../../figures/hill.pdf" download>', '<a href="https://example.org/1.0/en/figures/hill.pdf" download>'),
        (
            '<source srcset="../../figures/hill.narrow.svg 1x, ../../figures/hill.png 2x">',
            '<source srcset="../../figures/hill.narrow.svg 1x, https://example.org/1.0/en/figures/hill.png 2x">',
        ),
        ('<link rel="preload" href="../../../assets/math.woff2" as="font" crossorigin>', ""),
    ],
)
def test_an_address_becomes_that_of_a_file(tag: str, there: str) -> None:
    assert rewritten(tag) == there


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://example.org/1.0/en/">',
        '<a href="#top">',
        '<a href="?f=gelu">',
        '<a href="">',
        '<a href="../../figures/hill.svg" download>',
        '<img src="../../figures/hill.svg" alt="../../">',
        '<div data-page="../../functions/{id}/">',
        '<tr data-function="gelu" data-credit="a/ b: [c">',
        '<pre>&lt;a href="../../"&gt;</pre><!-- <a href="../../"> --><script>let a = "<a href=\'../../\'>"</script>',
        '<svg viewBox="0 0 1 1"><path d="../"/></svg>',
        '<meta name="citation_public_url" content="../../">',
    ],
)
def test_all_else_stays_byte_for_byte(tag: str) -> None:
    assert rewritten(tag) == tag


def test_without_its_own_address_a_page_cannot_lead_to_what_stays_out() -> None:
    with pytest.raises(ValueError, match=r"en/index\.html: figures/hill\.pdf is not packed"):
        archive.offline("en/index.html", '<a href="figures/hill.pdf">', {*FILES} - LEFT_OUT, {*FILES})


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(archive, "STORE", tmp_path / "store")
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "site"


def test_one_folder_with_all_that_is_read_and_the_same_bytes_each_time(site: Path, tmp_path: Path) -> None:
    first = archive.make(site)
    assert first == site / citation.archive_name()
    with zipfile.ZipFile(first) as packed:
        folder = first.stem
        assert {*packed.namelist()} == {f"{folder}/{name}" for name in {*FILES} - LEFT_OUT}
        assert packed.read(f"{folder}/index.html") == b'<a href="en/index.html">'
        assert packed.read(f"{folder}/figures/hill.csv") == b"x,y"
        assert len({entry.date_time for entry in packed.infolist()}) == 1
    once = first.read_bytes()
    for path in site.rglob("*"):
        path.touch()
    assert archive.make(site).read_bytes() == once  # from what is kept, with the archive itself in the site
    for kept in (tmp_path / "store").rglob("*.zip"):
        kept.unlink()
    assert archive.make(site).read_bytes() == once  # made anew
    (site / "en/index.html").write_text("another home", "utf-8")
    assert archive.make(site).read_bytes() != once
    assert len([*(tmp_path / "store").rglob("*.zip")]) == 1


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=re.escape(f"{tmp_path} holds no built site")):
        archive.make(tmp_path)


def test_the_archive_has_a_bound_of_its_own(site: Path) -> None:
    archive.make(site)
    (weighed,) = (kind for kind in size.weighed(site) if kind.name == "archive")
    assert {*weighed.files} == {citation.archive_name()}
