"""The files without which nothing begins: named when they are missing, whatever is remembered of them."""

from __future__ import annotations

from project.paths import ASSETS, DOCS, MEASURED, ROOT, SCRIPTS, STYLE, THEME, TYPEFACES

REQUIRED = (
    *(ROOT / name for name in ("CITATION.cff", "LICENSE", "README.md", "mkdocs.yml", "pyproject.toml")),
    *(DOCS / name for name in ("glossary.tsv", "references.bib", "rows.tsv", "synced.tsv", "undecided.tsv")),
    *(MEASURED / f"{name}.json" for name in ("gains", "peers", "snippets", "speed")),
    STYLE,
    *TYPEFACES,
    *(THEME / name for name in ("404.html", "bare.html", "choose.html", "main.html", "sitemap.xml", "unchanged.html")),  # Material has some of its own
    *(
        THEME / "partials" / f"{name}.html"
        for name in (
            "alternate",
            "cite-tags",
            "copyright",
            "logo",
            "palette",
            "search",
            "javascripts/base",
            "javascripts/content",
            "javascripts/palette",
            "languages/zh-Hans",
            "languages/zh-Hant",
        )
    ),
    *(
        ASSETS / name
        for name in (
            "choose.js",
            "compare.js",
            "favicon.svg",
            "formula.js",
            "frame.css",
            "identify.js",
            "live_regions.css",
            "live/regions.js",
            "live.css",
            "live.js",
            "nearest.js",
            "overview.js",
            "plot.css",
            "search-worker.js",
            "site.css",
            "styles.css",
            "theme.js",
            "today.js",
        )
    ),
    *(
        ASSETS / "everywhere" / f"{name}.js"
        for name in (
            "contents",
            "copy",
            "folded",
            "keys",
            "language",
            "marks",
            "near",
            "regions",
            "search",
            "sidebar",
            "table",
            "theme",
            "title",
            "top",
            "unfold",
        )
    ),
    *(ASSETS / "plot" / f"{name}.js" for name in ("point", "second", "shape")),
    *(SCRIPTS / "answers" / "schemas" / f"{name}.schema.json" for name in ("claims", "exercises", "facts", "functions", "models", "vectors")),
)
"""Files that no folder listing would miss: without one of them the site would be built wrongly, or not at all."""


def require() -> None:
    """Refuse to begin while a required file is missing, and name all that are."""
    if missing := [file.relative_to(ROOT).as_posix() for file in REQUIRED if not file.is_file()]:
        raise FileNotFoundError(
            f"{', '.join(missing)}: missing, and needed to build the site; `git checkout -- {' '.join(missing)}` brings back what was committed"
        )
