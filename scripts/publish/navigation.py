"""The order of the pages: the language-free nav of mkdocs.yml, carried out in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from language.words import LANGUAGES, words
from project.paths import ROOT


@cache
def configured() -> dict[str, Any]:
    """mkdocs.yml as it stands."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        try:
            found: dict[str, Any] = yaml_load(file)
        except ConfigurationError as error:
            raise error.__context__ or error from None  # the reader's own error, which has the line
    return found


def configuration(nav: list[Any]) -> str:
    """A configuration for MkDocs with Material alone: the same Markdown, no hook, no plugin, no template of ours."""
    ours = configured()
    theme = {part: ours["theme"][part] for part in ("name", "font", "favicon", "features")} | {"language": "en"}
    kept = ("site_name", "site_url", "site_author", "extra_javascript", "markdown_extensions", "validation")
    said = {part: ours[part] for part in kept} | {"docs_dir": "docs", "theme": theme, "extra_css": ["assets/site.css"], "plugins": [], "nav": nav}
    return str(yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000))


def navigation(sections: Mapping[str, str]) -> list[Any]:
    """The nav of the staged site, as MkDocs takes it. `sections` gives the section that a page names, "" for none, by its staged path."""
    return [{language: list(_tree(configured()["nav"], language, sections))} for language in LANGUAGES]


def _tree(nav: list[Any], language: str, sections: Mapping[str, str], everything: list[Any] | None = None) -> Iterator[Any]:
    everything = nav if everything is None else everything
    for item in nav:
        if isinstance(item, dict):
            for title, children in item.items():
                own = f"{language}/{children}" if isinstance(children, str) else list(_tree(children, language, sections, everything))
                yield {words(title).into(language): own}
        elif item.endswith("/*"):
            named = {f"{language}/{page}" for page in _named(everything)}
            inside = {page: sections[page] for page in sorted(sections.keys() - named) if page.rpartition("/")[0] == f"{language}/{item[:-2]}"}
            yield from _by_section(inside)
        else:
            yield f"{language}/{item}"


def _by_section(pages: Mapping[str, str]) -> Iterator[Any]:
    """Pages that name a section (its place and its title), section by section; the others as they are."""
    grouped: dict[str, list[str]] = {}
    for page, section in pages.items():
        grouped.setdefault(section, []).append(page)
    for section, inside in sorted(grouped.items()):
        yield from [{section.partition(" ")[2]: inside}] if section else inside


def listed() -> list[str]:
    """Every page that the nav of mkdocs.yml names, without a language, and every folder with `/*`."""
    return list(_named(configured()["nav"]))


def _named(nav: list[Any]) -> Iterator[str]:
    for item in nav:
        if isinstance(item, dict):
            for children in item.values():
                yield from _named([children] if isinstance(children, str) else children)
        else:
            yield item
