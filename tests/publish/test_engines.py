"""The staged site needs nothing of ours to be built: MkDocs with Material alone does it, and Zensical but for what is listed here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from language.words import LANGUAGES
from pages.blocks import dispatch
from pages.page import all_pages
from project.paths import BUILD
from publish import labs, mathml, navigation, staging

SAMPLE = ("index", "functions/gelu", "guide/neuron")
LAB = labs.LABS / "zigzag.py"
ZENSICAL = BUILD / "zensical"  # an environment of its own: it has no place among the site's packages

# What Zensical does not show as MkDocs does. A line that is no longer true fails the test, and can go.
CANNOT_SHOW = {
    "pictures": "It takes the address of a picture in HTML for one beside the Markdown file, and moves it a folder up: figures are missing.",
    "language": "One configuration has one language: `lang` is en on every page, and so are the words of the interface.",
}


@pytest.fixture(scope="module")
def stage(made: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of each kind in every language, staged by the code that stages the site."""
    root = tmp_path_factory.mktemp("stage")
    texts: dict[str, str] = {}
    figures: set[str] = set()
    for language, spoken in LANGUAGES.items():
        told = [staging._page(page, language, False) for page in all_pages(spoken.written) if page.path in SAMPLE]
        for each in [*told, staging._lab(LAB, language)]:
            texts |= each["texts"]
            figures |= set(each.get("figures", ()))
    for name in figures:
        texts |= staging._figure(name)["texts"]
    for path, text in texts.items():
        if path.endswith(".md"):
            # Links lead to pages that this sample leaves out; what they look like is not what is tried here.
            text = re.sub(r"\[([^\[\]]+)\]\((?!https?:)[^()\s]*\.(?:md|json|csv|tsv)(?:#[^()\s]*)?\)", r"\1", text)
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    nav = [{language: [path for path in texts if path.startswith(f"{language}/") and path.endswith(".md")]} for language in LANGUAGES]
    (root / "docs" / "index.md").write_text(dispatch.chooser(), "utf-8")
    (root / "mkdocs.yml").write_text(navigation.configuration(nav), "utf-8")
    return root


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix().removesuffix("/index.html"): path.read_text("utf-8") for path in site.rglob("index.html")}


def as_it_should_be(built: dict[str, str]) -> None:
    """Formulas, a table, a lab: in every language."""
    for language in LANGUAGES:
        function, chapter, lab = (built[f"{language}/{path}"] for path in ("functions/gelu", "guide/neuron", "labs/zigzag"))
        assert re.search(r'<div class="arithmatex">\s*<math display="block">', function)
        assert re.search(r'<div class="scroll">\s*<table', function)
        for page in (function, chapter, lab):
            text = re.sub(r"<(pre|code|script|style)\b.*?</\1>", "", page, flags=re.S)
            assert '<span class="arithmatex"><math' in text
            assert not re.search(r"\$[^$<>]*\\|\\\(|\\\[|\[\[|\{ #|markdown=", text)
        assert re.search(r'<h2 id="[a-z-]+"', lab)
        shown = [cell for cell in labs.cells(LAB) if cell["kind"] == "code" and cell["part"] not in labs.UNSEEN]
        assert lab.count('<div class="jp-InputArea">') == 1 + len(shown)  # the first is the one that installs
        assert lab.count('<div class="jp-OutputArea-output">') >= 4
        assert re.search(r'<img (?=[^>]*alt="[^"]+")[^>]*src="data:image/svg', lab)


def figures_found(site: Path) -> list[bool]:
    """Whether each picture of the function page is where its address says."""
    found = []
    for language in LANGUAGES:
        page = site / language / "functions" / "gelu" / "index.html"
        for address in re.findall(r'<img[^>]* src="([^":]+\.svg)"', page.read_text("utf-8")):
            found.append((page.parent / address).resolve().is_file())
    assert found
    return found


def test_material_alone_builds_it(stage: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(stage / "mkdocs.yml"), "-d", str(stage / "site")]
    subprocess.run(command, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    as_it_should_be(pages(stage / "site"))
    assert all(figures_found(stage / "site"))
    assert all((stage / "site" / "en" / "labs" / f"zigzag{ending}").is_file() for ending in (".ipynb", ".py"))


def test_zensical_builds_it_but_for_what_is_listed(stage: Path, tmp_path: Path) -> None:
    binary = ZENSICAL / ("Scripts" if os.name == "nt" else "bin") / "zensical"
    if not binary.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ZENSICAL)], check=True)
        installed = subprocess.run([str(binary.parent / "python"), "-m", "pip", "install", "--quiet", "zensical"], capture_output=True, text=True)
        if installed.returncode:
            shutil.rmtree(ZENSICAL)
            pytest.skip(f"Zensical cannot be installed here: {installed.stderr.strip().splitlines()[-1]}")
    copy = tmp_path / "stage"
    shutil.copytree(stage, copy, ignore=shutil.ignore_patterns("site"))
    config = yaml.safe_load((copy / "mkdocs.yml").read_text("utf-8"))
    subprocess.run([str(binary), "build", "-f", str(copy / "mkdocs.yml")], check=True, capture_output=True, cwd=copy)
    site = copy / config.get("site_dir", "site")
    built = pages(site)
    as_it_should_be(built)
    shown = {
        "pictures": all(figures_found(site)),
        "language": '<html lang="zh-Hant"' in built["zh-Hant/guide/neuron"],
    }
    for what, why in CANNOT_SHOW.items():
        print(f"Zensical: {what}: {why}")
    assert {what for what, works in shown.items() if not works} == CANNOT_SHOW.keys()


def test_formulas_that_look_like_markdown() -> None:
    """What Markdown would read as its own marks is written as entities; code keeps its dollars."""
    text = mathml.staged("令$x_1^*=\\{a|b\\}$。`$code$`\n\n```sh\necho $HOME $PATH\n```\n")
    assert not re.search(r"[*_|{}](?=[^<>]*</m)", text)
    assert "`$code$`" in text
    assert "echo $HOME $PATH" in text


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_display_formula_and_a_table_in_a_box(indent: str) -> None:
    text = mathml.staged(f"{indent}$$\n{indent}\\frac{{1}}{{2}}\n{indent}$$\n\n{indent}| $x$ | b |\n{indent}|---|--:|\n{indent}| 1 | $|x|$ |\n")
    assert (f'{indent}<div class="arithmatex">' if not indent else f'{indent}<span class="arithmatex display">') in text
    assert f'{indent}<div class="scroll"{"" if indent else " markdown=" + chr(34) + "1" + chr(34)}>' in text
    assert '<span class="visually-hidden">x</span>' in text
    assert text.count("|") == 9  # the table's own: those of the formula are entities
