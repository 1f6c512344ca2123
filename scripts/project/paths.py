"""Where things stand in this project."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS, SCRIPTS, SOURCE, TESTS = ROOT / "docs", ROOT / "scripts", ROOT / "src", ROOT / "tests"
PACKAGE = SOURCE / "activation_functions"
FUNCTIONS = PACKAGE / "functions"
MEASURED = SCRIPTS / "measured"
STYLE = SCRIPTS / "drawing" / "house.mplstyle"
TYPEFACES = tuple(SCRIPTS / "drawing" / "typefaces" / f"house-{script}-{weight}.ttf" for script in ("tc", "sc") for weight in ("regular", "bold"))
THEME, ASSETS = SCRIPTS / "publish" / "theme", SCRIPTS / "publish" / "assets"
BUILD = ROOT / "build"
STAGE, STAGED = BUILD / "stage" / "docs", BUILD / "stage" / "mkdocs.yml"  # the pages as any engine can take them, and its configuration
STORE = BUILD / "cache"

REQUIRED = (
    *(ROOT / name for name in ("CITATION.cff", "LICENSE", "README.md", "mkdocs.yml", "pyproject.toml")),
    *(DOCS / name for name in ("glossary.tsv", "references.bib", "rows.tsv", "synced.tsv")),
    *(MEASURED / f"{name}.json" for name in ("gains", "peers", "speed")),
    STYLE,
    *TYPEFACES,
)
"""Files that no folder listing would miss: without one of them the site would be built wrongly, or not at all."""


def require() -> None:
    """Refuse to begin while a required file is missing, and name all that are."""
    if missing := [file.relative_to(ROOT).as_posix() for file in REQUIRED if not file.is_file()]:
        raise FileNotFoundError(
            f"{', '.join(missing)}: missing, and needed to build the site; `git checkout -- {' '.join(missing)}` brings back what was committed"
        )
