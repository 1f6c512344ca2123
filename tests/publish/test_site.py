"""A small site of three languages, built by the real hook, theme and mkdocs.yml; only the staged pages are made here."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

from language.words import LANGUAGES, Words
from project.paths import ASSETS, ROOT
from publish import formulas, mathml, navigation, notebook, rendering, staging

pytestmark = pytest.mark.filterwarnings("default")  # MkDocs and nbconvert bring their own

PAGES = {"index": "home", "guide/saturation": "guide", "guide/neuron": "guide"}
TITLES = {"index": Words("首頁", "Home"), "guide/saturation": Words("飽和", "Saturation"), "guide/neuron": Words("神經元", "The neuron")}
NAV: list[Any] = [{"首頁 | Home": "index.md"}, {"導讀 | Guide": ["guide/saturation.md", "guide/*"]}, {"實驗 | Labs": ["labs/*"]}]
CITE = {"title": "T", "authors": ["A and B"], "date": "2026-01-02", "version": "1.0", "url": "https://example.org/1.0/x/"}


CELL = notebook.code("print(1)", [{"output_type": "stream", "name": "stdout", "text": "1\n"}])


def front(path: str, title: str, language: str, kind: str) -> dict[str, Any]:
    return {"title": title, "description": "d", "lang": language, "page": path, "kind": kind, "cite": CITE}


def write_stage(stage: Path, extra: str = "") -> None:
    """Three pages, a lab and the language chooser, as scripts/docs.py would stage them."""
    for language in LANGUAGES:
        for path, kind in PAGES.items():
            title = TITLES[path].into(language)
            body = f"# {title} {{ #top }}\n\nFor $x<0$:\n\n$$\n\\frac{{1}}{{2}}\n$$\n\n## Soft {{ #soft }}\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n{extra}"
            target = stage / language / f"{path}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"---\n{json.dumps(front(path, title, language, kind))}\n---\n\n{mathml.staged(body)}", "utf-8")
        lab = f"# 之字 {{ #top }}\n\n見[頁](../guide/neuron.md#soft)，$a>0$。\n\n{notebook.rendered([CELL])[0]}\n\n## 一步 {{ #step }}\n"
        target = stage / language / "labs" / "zigzag.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\n{json.dumps(front('labs/zigzag', 'Lab', language, 'lab'))}\n---\n\n{mathml.staged(lab)}", "utf-8")
    for name in ("styles.css", "site.css", "frame.css", "plot.css", "live.css", "live_regions.css"):
        (stage / "assets" / name).parent.mkdir(exist_ok=True)
        (stage / "assets" / name).write_bytes((ASSETS / name).read_bytes())
    sections = {path.relative_to(stage).as_posix(): "" for path in stage.glob("*/**/*.md")}
    (stage / "assets").mkdir(exist_ok=True)
    (stage / "assets" / "math.woff2").write_bytes(b"wOF2" + bytes(2000))
    config = {"nav": [{language: list(navigation._tree(NAV, language, sections))} for language in LANGUAGES]}
    (stage.parent / "mkdocs.yml").write_text(json.dumps(config), "utf-8")
    (stage / "index.md").write_text("---\ntitle: choose\n---\n", "utf-8")


class Site:
    """mkdocs.yml and the hook as they are, with pages and output in a folder of the test."""

    def __init__(self, folder: Path, command: str = "build") -> None:
        self.stage, self.out, self.memory, self.command = folder / "stage", folder / "site", folder / "pages.json", command
        write_stage(self.stage)

    def build(self) -> None:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self.out), strict=True)
        hook: Any = sys.modules["scripts/hook.py"]  # as MkDocs names it
        kept = hook.STAGE, hook.STAGED, hook.stage, hook.pack, hook.MEMORY
        hook.STAGE, hook.STAGED, hook.MEMORY = self.stage, self.stage.parent / "mkdocs.yml", self.memory
        hook.stage, hook.pack = lambda: None, lambda site: None
        try:
            config.plugins.on_startup(command=self.command, dirty=False)  # type: ignore[arg-type]
            build(config, serve_url="http://127.0.0.1/" if self.command == "serve" else None)
        finally:
            hook.STAGE, hook.STAGED, hook.stage, hook.pack, hook.MEMORY = kept

    def page(self, path: str) -> str:
        return (self.out / path / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = Site(tmp_path_factory.mktemp("site"))
    made.build()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_its_language(site: Site, language: str) -> None:
    page = site.page(f"{language}/guide/saturation")
    assert f'<html lang="{language}"' in page
    assert f"<title>{TITLES['guide/saturation'].into(language)} – {LANGUAGES[language].site_name}</title>" in page
    assert Words("導讀", "Guide").into(language) in page
    others = {other.site_name for other in LANGUAGES.values()} - {LANGUAGES[language].site_name}
    assert not any(f">{other}<" in page for other in others)


def test_previous_and_next_stay_inside_a_language(site: Site) -> None:
    for language in LANGUAGES:
        pages = "".join(site.page(f"{language}/{p}") for p in ("", "guide/neuron", "labs/zigzag"))
        assert 'rel="next"' not in pages  # Firefox would fetch it beforehand
        links = re.findall(r'<a href="([^"]+)" class="md-footer__link', pages)
        assert links
        assert not [link for link in links if any(other in link for other in LANGUAGES)]


def test_the_other_languages_are_one_step_away(site: Site) -> None:
    page = site.page("en/guide/neuron")
    assert 'href="../../../zh-Hans/guide/neuron/"' in page
    assert '<link rel="alternate" hreflang="zh-Hant" href="http://127.0.0.1:8000/zh-Hant/guide/neuron/">' in page
    sitemap = (site.out / "sitemap.xml").read_text("utf-8")
    assert '<xhtml:link rel="alternate" hreflang="zh-Hans" href="http://127.0.0.1:8000/zh-Hans/guide/neuron/"/>' in sitemap


def test_punctuation_stays_with_its_formula() -> None:
    inline = mathml.staged("數$x$。再來")
    assert re.search(r'<span class="nowrap"><span class="arithmatex"><math.*</math></span>。</span>再', inline)
    assert "nowrap" not in mathml.staged("$x$ 再來\n\n$$\nx\n$$\n")


def test_formulas_become_mathml_and_the_font_draws_them(site: Site) -> None:
    page = site.page("zh-Hant/guide/neuron")
    assert "<math><mi>x</mi><mo>&lt;</mo><mn>0</mn></math>" in page
    assert "<mfrac>" in page
    assert "\\(" not in page
    assert 'href="../../../assets/math.woff2" as="font"' in page
    assert mathml.font({"x", "𝑥", "0"}, site.out.parent / "fonts").stat().st_size > 1000


def test_no_formula_and_no_table_brings_a_style_of_its_own(site: Site) -> None:
    """A strict policy of the server would not let it work."""
    sheet = (ASSETS / "site.css").read_text("utf-8")
    for name in {*mathml.CLASSES.values()}:
        assert f"math .{name} {{" in sheet
    tables = r"\begin{cases} x & x>0 \\ 0 & x \le 0\end{cases} \begin{aligned} x &= 0 \\ &= y\end{aligned} \begin{array}{rl} a & b\end{array} \!x"
    formula = mathml.mathml(tables, True)
    assert " style=" not in formula
    for cell in ("to-left flush-right", "to-left flush-right apart", "to-right flush-right", "to-left flush-left", "to-right", "to-left"):
        assert f'<mtd class="{cell}">' in formula
    with pytest.raises(mathml.FormulaError, match="color:#FF0000.*site.css"):
        mathml.mathml(r"\color{red}x", False)
    for path in site.out.rglob("*.html"):
        assert not re.search(r"<(math|m\w+|table|t[hd])\b[^>]*\sstyle=", path.read_text("utf-8")), path
    for place in ("right", "center"):
        assert f'<td class="to-{place}">' in site.page("en/guide/neuron")
        assert f".table .to-{place} {{" in sheet


def test_tables_scroll_in_a_frame(site: Site) -> None:
    assert re.search(r'<div class="scroll">\s*<table class="table">', site.page("en/guide/neuron"))


def test_a_lab_is_a_page_like_the_others(site: Site) -> None:
    page = site.page("zh-Hant/labs/zigzag")
    assert len(page) < 60_000
    assert "<style" not in page.partition("<article")[2]
    assert '<h2 id="step">一步' in page
    assert 'href="#step"' in page
    assert 'href="../../guide/neuron/#soft"' in page
    assert "<mi>a</mi><mo>&gt;</mo>" in page
    assert "<title>Lab – " in page


def test_citation_managers_find_a_book_section(site: Site) -> None:
    page = site.page("en/guide/neuron")
    for name in ("title", "author", "publication_date", "inbook_title", "publisher", "language", "public_url"):
        assert page.count(f'<meta name="citation_{name}"') == 1
    (record,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', page)
    assert json.loads(record)["@type"] == "LearningResource"


def test_the_root_offers_the_languages(site: Site) -> None:
    root = (site.out / "index.html").read_text("utf-8")
    assert [f'href="{language}/"' in root for language in LANGUAGES] == [True] * len(LANGUAGES)


def test_an_address_that_leads_nowhere_offers_home_and_search_in_each_language(site: Site) -> None:
    lost = (site.out / "404.html").read_text("utf-8")
    offers = dict(re.findall(r'<li lang="([^"]+)">(.*?)</li>', lost, re.S))
    assert offers.keys() == LANGUAGES.keys()
    for language, offer in offers.items():
        assert f'<a href="/{language}/"' in offer
        assert f'<form role="search" action="/{language}/">' in offer
        assert '<input type="search" name="q"' in offer
        assert f"<button>{Words('搜尋', 'Search').into(language)}</button>" in offer


def test_no_page_asks_another_host(site: Site) -> None:
    for path in site.out.rglob("*.html"):
        asked = re.findall(
            r'<(?:script|img|iframe|source)[^>]+src(?:set)?="(https?:[^"]+)|<link[^>]+rel="(?:stylesheet|preload|icon)"[^>]+href="(https?:[^"]+)',
            path.read_text("utf-8"),
        )
        assert not asked, path


def test_what_no_page_asks_for_is_not_there(site: Site) -> None:
    files = {path.relative_to(site.out).as_posix() for path in site.out.rglob("*") if path.is_file()}
    assert not [path for path in files if re.search(r"lunr|\.map$|/workers/|palette|favicon\.png", path)]
    assert not [path for path in files if path.startswith(("assets/javascripts/", "assets/stylesheets/"))]
    for path in site.out.rglob("*.html"):
        for link in re.findall(r'<(?:link|script)[^>]+(?:href|src)="([^":?]+)"', path.read_text("utf-8")):
            asked = (site.out / link.removeprefix("/") if path.name == "404.html" else path.parent / link).resolve()
            assert asked.exists() or (ASSETS / asked.name).exists() or asked.name == "everywhere.js", f"{path}: {link}"  # our own are staged with the site


def test_a_page_begins_its_lines_at_the_margin(site: Site) -> None:
    page = site.page("en/guide/saturation")
    assert not re.search(r"\n\s", re.sub(r"<(pre|script|style|textarea)\b.*?</\1>", "…", page, flags=re.S))


def test_no_script_and_no_style_stands_in_a_page(site: Site) -> None:
    for path in site.out.rglob("*.html"):
        page = path.read_text("utf-8")
        assert not re.search(r'<script(?![^>]*(?:src=|type="application/))|<style|<[^<>]* on[a-z]+="', page), path
        assert '<script src="' in page


def test_a_page_lists_the_pages_of_its_own_section_alone(site: Site) -> None:
    page = site.page("en/guide/saturation")
    sidebar = re.search(r'md-sidebar--primary".*?(?=md-sidebar--secondary")', page, re.S)
    assert sidebar
    assert 'href="../neuron/"' in sidebar[0]
    assert sidebar[0].count("md-nav__item--pruned") == 1  # the labs, a link to the first of them


def test_a_wrong_formula_is_named_with_its_page() -> None:
    with pytest.raises(ValueError, match=r"en/guide/neuron: this formula cannot be set: \\frac\{1"):
        staging.settled("en/guide/neuron", "and $\\frac{1$ is none")
    with pytest.raises(mathml.FormulaError, match="frac"):
        mathml.mathml(r"\frac{1", False)


def test_a_release_refuses_the_loopback_address(monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    hook: Any = sys.modules["scripts/hook.py"]
    monkeypatch.setenv("RELEASE", "1")
    with pytest.raises(BuildError, match="SITE_URL"):
        hook.on_config(config)
    config.site_url = "https://example.org/1.0/"
    assert hook.on_config(config) is config


def test_under_serve_only_what_changed_is_made_again(tmp_path: Path) -> None:
    serving = Site(tmp_path, "serve")
    serving.build()
    before = {path.relative_to(serving.out): path.read_bytes() for path in serving.out.rglob("*.html")}
    serving.build()
    assert before == {path.relative_to(serving.out): path.read_bytes() for path in serving.out.rglob("*.html")}
    page = serving.stage / "en" / "guide" / "neuron.md"
    page.write_text(page.read_text("utf-8").replace("## Soft", "## Softer"), "utf-8")
    hook: Any = sys.modules["scripts/hook.py"]
    serving.build()
    assert len(hook._memory) - len(hook._unchanged) == 1
    assert "Softer" in serving.page("en/guide/neuron")
    assert before[Path("en/guide/saturation/index.html")] == serving.page("en/guide/saturation").encode()


def test_a_remembered_page_still_warns_of_a_lost_anchor(tmp_path: Path) -> None:
    broken = Site(tmp_path)
    linking, linked = (broken.stage / "en" / "guide" / f"{name}.md" for name in ("neuron", "saturation"))
    linking.write_text(linking.read_text("utf-8") + "\nSee [this](saturation.md#soft).\n", "utf-8")
    broken.build()
    assert broken.memory.is_file()
    linked.write_text(linked.read_text("utf-8").replace("#soft", "#lost"), "utf-8")
    for _ in range(2):  # a build with a warning leaves nothing behind to hide it
        with pytest.raises(Abort):
            broken.build()
        assert not broken.memory.exists()


def test_a_warm_build_writes_the_same_bytes(tmp_path: Path) -> None:
    twice = Site(tmp_path)
    twice.build()
    cold = {path.relative_to(twice.out): path.read_bytes() for path in twice.out.rglob("*") if path.is_file() and path.suffix != ".gz"}
    twice.build()
    hook: Any = sys.modules["scripts/hook.py"]
    assert set(hook._memory) == hook._unchanged
    assert cold == {path.relative_to(twice.out): path.read_bytes() for path in twice.out.rglob("*") if path.is_file() and path.suffix != ".gz"}


def html(site: Site) -> dict[str, bytes]:
    return {path.relative_to(site.out).as_posix(): path.read_bytes() for path in site.out.rglob("*.html")}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_pages_made_in_several_processes_are_the_same(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = Site(tmp_path)
    monkeypatch.setattr(rendering, "FEW", 0)
    monkeypatch.setattr(rendering, "can_fork", lambda: True)
    together.build()
    hook: Any = sys.modules["scripts/hook.py"]
    assert hook._unchanged == set(hook._keys)
    assert html(together) == html(site)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_what_another_process_warns_of_is_a_warning_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Site(tmp_path)
    page = broken.stage / "en" / "guide" / "neuron.md"
    page.write_text(page.read_text("utf-8") + "\nSee [this](nowhere.md).\n", "utf-8")
    monkeypatch.setattr(rendering, "FEW", 0)
    monkeypatch.setattr(rendering, "can_fork", lambda: True)
    with pytest.raises(Abort, match="1 warning"):
        broken.build()
    assert not broken.memory.exists()


def test_a_page_made_again_is_the_page_of_a_whole_build(tmp_path: Path) -> None:
    served, whole = Site(tmp_path / "served", "serve"), Site(tmp_path / "whole", "serve")
    served.build()
    hook: Any = sys.modules["scripts/hook.py"]
    for each in (served, whole):
        page = each.stage / "en" / "guide" / "neuron.md"
        page.write_text(page.read_text("utf-8").replace("For ", "Now for "), "utf-8")
        (each.stage / "assets" / "math.woff2").write_bytes(b"wOF2" + bytes(3000))
    kept = hook.STAGE
    hook.STAGE = served.stage
    try:
        assert hook.remake(["en/guide/neuron.md", "assets/math.woff2"])
        again = html(served)
        assert (served.out / "assets" / "math.woff2").stat().st_size == 3004
        # More than these pages would change with a title, an anchor that is gone, a new file, or a file that went.
        page = served.stage / "en" / "guide" / "neuron.md"
        right = page.read_text("utf-8")
        for old, new in (('"title": "The neuron"', '"title": "A neuron"'), ("#soft", "#hard")):
            page.write_text(right.replace(old, new), "utf-8")
            assert not hook.remake(["en/guide/neuron.md"]), new
            page.write_text(right, "utf-8")
            served.build()
        assert not hook.remake(["en/guide/new.md"])
        (served.stage / "assets" / "math.woff2").unlink()
        assert not hook.remake(["assets/math.woff2"])
    finally:
        hook.STAGE = kept
    whole.build()
    assert again == html(whole)


def test_formulas_come_back_where_they_stood() -> None:
    line = '<span class="arithmatex"><math><mi>x</mi><mo>&lt;</mo><mn>0</mn></math></span>'
    text = f"# For {line} {{ #top }}\n\n<math><mn>1</mn></math>\n\n| {line} |\n|---|\n| {line} |\n"
    short, found = formulas.hidden(text)
    assert short.count("<math") == 1  # alone on its line it is a block to Markdown
    assert len(found) == 3
    assert formulas.shown(short, found) == text
    title = short.partition(" { #top")[0].removeprefix("# ").replace('<span class="arithmatex">', "").replace("</span>", "")
    assert formulas.spelt(title, found) == "For x&lt;0"
