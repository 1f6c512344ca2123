"""The thin tie to MkDocs: stage the pages, hand them over, and give each language its own site inside one build.

MkDocs calls the functions named on_… in the order in which they stand here, once a build or once a page.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler, get_relative_url

from language import citation
from language.words import LANGUAGES, Words, words
from project import collecting
from project.paths import DOCS, ROOT, SCRIPTS, STAGE, STAGED, STORE, THEME
from publish import formulas, lean, marks, policy, remember, rendering, serving, sheets
from publish.remember import Remembered
from publish.rendering import Site

MEMORY = STORE / "pages.json"
DEFAULT = next(iter(LANGUAGES))
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where PyYAML was built with it

# What the templates say beyond Material's own words.
INTERFACE = {
    "languages": Words("語言", "Languages"),
    "palette": Words("配色", "Colour scheme"),
    "licence": Words("文字與圖以CC BY 4.0授權", "Text and figures under CC BY 4.0"),
    "version": Words("版本", "Version"),
    "scroll": Words("可左右捲動", "Scrolls sideways"),
    "permalink": Words("本節的固定網址", "Permanent link to this section"),
    "footnote": Words("回到註腳所在處", "Back to where the note is cited"),
    "not_found": Words("沒有這一頁", "There is no such page"),
    "search": Words("搜尋", "Search"),
    "not_found_hint": Words(
        "網址可能打錯，或頁面已經搬走。請從首頁找起，或在下面搜尋。",
        "The address may be mistyped, or the page may have moved. Start from the home page, or search below.",
    ),
}


SERVING = "SERVING_THE_SITE"  # in the environment: it outlasts this module, which is loaded anew when it is edited
_memory: dict[str, Remembered] = {}  # finished pages, by source file
_unchanged: set[str] = set()
_made: set[str] = set()  # since the memory was saved
_keys: dict[str, str] = {}
_navs: dict[str, Navigation] = {}
_configs: dict[str, MkDocsConfig] = {}
_surroundings: dict[str, str] = {}
_formulas: dict[str, list[str]] = {}  # of the page that is being made
_warnings = CountHandler()
_nav = Navigation([], [])
_complete: Site | None = None  # all that MkDocs makes pages from
_site: Site | None = None  # the same, once the site stands and while single pages of it may be made again


def language_of(uri: str) -> str | None:
    head = uri.split("/", 1)[0]
    return head if head in LANGUAGES else None


def on_startup(command: str, **_: Any) -> None:
    collecting.seldom()
    os.environ[SERVING] = "1" if command == "serve" else ""
    _memory.clear()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    global _warnings, _site
    _warnings, _site = remember.count_warnings(), None
    if not _memory:
        _memory.update(remember.load(MEMORY))
    if os.environ.get("RELEASE") and not citation.public(config.site_url):
        raise BuildError("a release needs its own address: set SITE_URL, for example SITE_URL=https://example.org/1.0/")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The staged files in place of the authored ones."""
    stage()
    staged = [
        File(path.relative_to(STAGE).as_posix(), str(STAGE), config.site_dir, config.use_directory_urls) for path in sorted(STAGE.rglob("*")) if path.is_file()
    ]
    config.nav = yaml.safe_load(STAGED.read_text("utf-8"))["nav"]
    return Files([file for file in files if file.src_dir != config.docs_dir and lean.asked_for(file.src_uri)] + staged)


def stage() -> None:
    """Pages and all they ask for, computed by fresh code: this process may hold modules older than the files."""
    if os.environ.get(SERVING):
        if "error" in (said := serving.stage()):
            raise BuildError(": ".join(filter(None, (said["where"], said["error"]))))
        return
    command = [sys.executable, str(SCRIPTS / "docs.py"), "stage", *(["--exports"] if with_exports() else [])]
    # Bytecode written beside the scripts would look like an edit to the watcher of `mkdocs serve`.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    if subprocess.run(command, cwd=ROOT, env=environment).returncode:
        raise BuildError("The pages could not be staged; the reason stands above.")


def with_exports() -> bool:
    """Whether readers get all there is to download: PDF and slides of every figure, and the archive of the site."""
    return os.environ.get("EXPORTS") != "0"


def pack(site: Path) -> None:
    from publish import archive

    archive.make(site)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Three navigations: previous and next stay inside a language, and the language is no section."""
    global _nav
    _nav = nav
    for kept in (_navs, _configs, _keys, _unchanged, _surroundings):
        kept.clear()
    for tree in nav.items:
        if not isinstance(tree, Section) or tree.title not in LANGUAGES:
            continue
        for child in tree.children:
            child.parent = None
        pages = [page for page in nav.pages if language_of(page.file.src_uri) == tree.title]
        for before, after in pairwise([None, *pages, None]):
            if before:
                before.next_page = after
            if after:
                after.previous_page = before
        own = Navigation(list(tree.children), pages)
        own.homepage = next((page for page in pages if page.file.src_uri == f"{tree.title}/index.md"), None)
        _navs[tree.title] = own
        _configs[tree.title] = _config_in(config, tree.title)
    _surroundings.update(remember.surroundings(config, files, _makers()))
    _keys.update({file.src_uri: remember.key(_surroundings, file.src_uri, file.content_string) for file in files.documentation_pages()})
    _unchanged.update(uri for uri, key in _keys.items() if uri in _memory and _memory[uri].key == key)
    _make_together(config, files, nav)
    return nav


def _make_together(config: MkDocsConfig, files: Files, nav: Navigation) -> None:
    """Pages that changed, made in several processes; for the rest of the build they are as if remembered."""
    changed = [uri for uri in _keys if uri not in _unchanged]
    if len(changed) <= rendering.FEW or not rendering.can_fork():
        return
    for file in files.documentation_pages():  # a page names the one before it and the one after, whoever makes them
        page = file.page or Page(None, file, config)
        if page.title is None and (front := re.search(r"\A---\n(.*?)\n---\n", file.content_string, re.S)):
            page.title = yaml.load(front[1], LOADER).get("title")
    site = rendering.Site(config, files, nav, config.plugins.on_env(config.theme.get_env(), config=config, files=files))

    def work(uris: list[str]) -> dict[str, Remembered]:
        site.make(uris)
        return {uri: _memory[uri] for uri in uris}

    changed.sort(key=lambda uri: uri.partition("/")[2])  # the languages of a page, which are as long, to different processes or one, but near
    for made in rendering.in_processes(work, changed):
        _memory.update(made)
        _unchanged.update(made)
        _made.update(made)


def remake(changed: list[str] | None) -> bool:
    """Make the pages of these staged files anew in the site that is served; False where more than these must be made."""
    global _site
    if _site is None or changed is None:
        return False
    warnings = _warnings.get_counts()
    site, files = _site, _site.files
    before: dict[str, set[str]] = {}  # the anchors of the pages
    if remember.surroundings(site.config, files, _makers()) != _surroundings:
        return False  # a title, a section, the theme
    for path in changed:
        file = files.get_file_from_path(path)
        if file is None or not (STAGE / path).exists():
            return False  # a file came or went
        if file.is_documentation_page():
            page = site.page(path)
            before[path] = set(page.present_anchor_ids or ())
            _keys[path] = remember.key(_surroundings, path, file.content_string)
            _unchanged.discard(path)
        else:
            file.copy_file()
    _site = None  # should this fail, the next build is a whole one
    site.make(before)
    for path, anchors in before.items():
        page = site.page(path)
        if anchors - (page.present_anchor_ids or set()):
            return False  # what other pages may link to
        page.validate_anchor_links(files=files, log_level=site.config.validation.links.anchors)
    if _warnings.get_counts() != warnings:
        for path in before:  # what warned must warn again
            _memory.pop(path, None)
    _site = site
    return True


def _config_in(config: MkDocsConfig, language: str) -> MkDocsConfig:
    """A copy of the configuration that speaks one language, for the templates; the theme's options are never shared."""
    own, theme = copy.copy(config), copy.deepcopy(dict(config.theme))
    for scheme in theme["palette"]:
        scheme["toggle"]["name"] = words(scheme["toggle"]["name"]).into(language)
    own["theme"] = {**theme, "language": language}
    own["site_name"], own["site_description"] = LANGUAGES[language].site_name, LANGUAGES[language].description
    own["extra"] = {**config.extra, "alternate": True}  # the header shows the switch; base.html finds no list to print as links
    return own


def _makers() -> list[Path]:
    here = ["hook.py", "publish/remember.py", "publish/formulas.py", "publish/lean.py", "publish/marks.py", "language/words.py"]
    theme = sorted(path for path in THEME.rglob("*") if path.is_file())
    return [ROOT / "mkdocs.yml", DOCS / "glossary.tsv", lean.ICON, *(SCRIPTS / name for name in here), *theme]


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    if page.file.src_uri not in _unchanged:
        return page
    old = _memory[page.file.src_uri]

    def read_source(config: MkDocsConfig) -> None:
        page.markdown, page.meta = "", {"title": old.title, "template": "unchanged.html", "search": {"exclude": True}}

    def render(config: MkDocsConfig, files: Files) -> None:
        page.content, page.toc, page.title = "", TableOfContents([]), old.title
        page.present_anchor_ids = None if old.anchors is None else set(old.anchors)
        page.links_to_anchors = {file: links for uri, links in old.links.items() if (file := files.get_file_from_path(uri))}

    page.read_source, page.render = read_source, render  # type: ignore[method-assign]
    return page


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if page.file.src_uri in _unchanged:
        return markdown
    if page.file.src_uri == "index.md":
        page.meta["template"] = "choose.html"
    page.meta["search"] = {"exclude": True}  # Material's indexer would take half the build; our index is staged
    markdown, _formulas[page.file.src_uri] = formulas.hidden(markdown)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if page.file.src_uri in _unchanged:
        return html
    found = _formulas.pop(page.file.src_uri)
    html = formulas.shown(html, found)
    for entry in _entries(page.toc):
        entry.title = formulas.spelt(entry.title, found)
    language = language_of(page.file.src_uri) or DEFAULT
    html = html.replace('title="Permanent link"', f'title="{INTERFACE["permalink"].into(language)}"')
    html = re.sub(r'title="Jump back to footnote [^"]*"', f'title="{INTERFACE["footnote"].into(language)}"', html)
    html = re.sub(r'<(t[hd]) style="text-align: (\w+);">', r'<\1 class="to-\2">', html)
    return html.replace("<table>", '<table class="table">')  # Material's script wraps tables that have no class


def _entries(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for entry in toc:
        yield entry
        yield from _entries(entry.children)


def on_serve(server: LiveReloadServer, config: MkDocsConfig | None, builder: Callable[..., None]) -> LiveReloadServer:
    serving.attach(server, builder, remake)
    return server


def on_shutdown() -> None:
    serving.close()


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    global _complete
    _complete = Site(config, files, _nav, env)
    env.globals["languages"] = list(LANGUAGES.values())
    compiled = STORE / "templates"  # compiling Material's templates takes as long as filling them in
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    return env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """404.html and the sitemap: no page, so no language of its own."""
    context["say"] = {language: _say(language) for language in LANGUAGES}
    context["in_languages"], context["site_root"] = in_languages, _root(config)
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    language = language_of(page.file.src_uri) or DEFAULT
    context["say"] = _say(language)
    context["site_root"] = _root(config)
    context["alternates"] = in_languages(page)
    if language in _navs:
        context["config"], context["nav"] = _configs[language], _navs[language]
        context["language_root"] = get_relative_url(f"{language}/", page.url)
    return context


def _root(config: MkDocsConfig) -> str:
    return (config.site_url or "/").rstrip("/") + "/"


def _say(language: str) -> dict[str, str]:
    return {name: sentence.into(language) for name, sentence in INTERFACE.items()}


def in_languages(page: Page) -> list[dict[str, str]]:
    """The same page in every language: code, name and address from the root of the site."""
    if (own := language_of(page.file.src_uri)) is None:
        return []
    rest = page.url.removeprefix(f"{own}/")
    return [{"code": row.code, "name": row.name, "url": f"{row.code}/{rest}"} for row in LANGUAGES.values()]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    uri = page.file.src_uri
    if uri not in _unchanged:
        anchors = None if page.present_anchor_ids is None else sorted(page.present_anchor_ids)
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        _memory[uri] = Remembered(_keys[uri], str(page.title), anchors, links, lean.tight(marks.marked(output)))
        _made.add(uri)
    return _memory[uri].output


def on_post_build(config: MkDocsConfig) -> None:
    """The style sheet, cut to what the pages need; what servers should say with each file; and what is remembered for next time."""
    global _site
    _site = _complete
    if not os.environ.get(SERVING):
        sheets.cut_in(Path(config.site_dir))
    policy.write(Path(config.site_dir), config.site_url or "/")
    if with_exports() and not os.environ.get(SERVING):
        pack(Path(config.site_dir))
    if _warnings.get_counts():
        _memory.clear()
        MEMORY.unlink(missing_ok=True)
    elif _made or set(_memory) != set(_keys):
        remember.save(MEMORY, {uri: page for uri, page in _memory.items() if uri in _keys})
        _made.clear()
