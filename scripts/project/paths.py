"""Where things stand in this project."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS, SCRIPTS, SOURCE, TESTS = ROOT / "docs", ROOT / "scripts", ROOT / "src", ROOT / "tests"
PACKAGE = SOURCE / "activation_functions"
FUNCTIONS = PACKAGE / "functions"
MEASURED = SCRIPTS / "measured"
STYLE, TYPEFACES = SCRIPTS / "drawing" / "house.mplstyle", SCRIPTS / "drawing" / "typefaces"
THEME = SCRIPTS / "publish" / "theme"
BUILD = ROOT / "build"
STAGE, STORE = BUILD / "stage", BUILD / "cache"
