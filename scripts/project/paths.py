"""Where things stand in this project."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS, SCRIPTS, SOURCE, TESTS = ROOT / "docs", ROOT / "scripts", ROOT / "src", ROOT / "tests"
PACKAGE = SOURCE / "activation_functions"
FUNCTIONS = PACKAGE / "functions"
MEASURED, STUDIES = SCRIPTS / "measured", SCRIPTS / "studies"
STYLE = SCRIPTS / "drawing" / "house.mplstyle"
TYPEFACES = tuple(SCRIPTS / "drawing" / "typefaces" / f"house-{script}-{weight}.ttf" for script in ("tc", "sc") for weight in ("regular", "bold"))
THEME, ASSETS = SCRIPTS / "publish" / "theme", SCRIPTS / "publish" / "assets"
BUILD = ROOT / "build"
STAGE, STAGED = BUILD / "stage" / "docs", BUILD / "stage" / "mkdocs.yml"  # the pages as any engine can take them, and its configuration
STORE = BUILD / "cache"
