"""How large the built site is, and how large it may be: so much a page, a figure and a function, whatever their number."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from answers.names import functions

A_PAGE = 69_000  # HTML, in bytes
A_FIGURE = 490_000  # its drawings and downloads in three languages, and its table
A_FUNCTION = 88_000  # its vectors, its curve, its part of the records
THE_REST = 1_000_000  # scripts, styles, fonts, search, the wheel


def measured(site: Path) -> Counter[str]:
    """Bytes by kind."""
    found: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            inside = path.relative_to(site).as_posix()
            kind = "pages" if path.suffix == ".html" else "figures" if "figures/" in inside else "data" if inside.startswith("data/") else "the rest"
            found[kind] += path.stat().st_size
    return found


def allowed(site: Path) -> dict[str, int]:
    """Bytes by kind that the number of pages, figures and functions allows."""
    pages = sum(1 for _ in site.rglob("*.html"))
    figures = len({path.name.partition(".")[0] for path in site.rglob("figures/*.svg")})
    return {"pages": pages * A_PAGE, "figures": figures * A_FIGURE, "data": len(functions()) * A_FUNCTION, "the rest": THE_REST}


def report(site: Path) -> int:
    """Print the size beside the bound; 1 if the whole is past it, with the largest files."""
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site} holds no site: run `mkdocs build` first")
    found, bound = measured(site), allowed(site)
    for kind, most in bound.items():
        print(f"{kind:10} {found[kind] / 1e6:6.1f} MB of {most / 1e6:6.1f}")
    whole, most = sum(found.values()), sum(bound.values())
    print(f"{'the site':10} {whole / 1e6:6.1f} MB of {most / 1e6:6.1f}")
    if whole <= most:
        return 0
    largest = sorted((path for path in site.rglob("*") if path.is_file()), key=lambda path: -path.stat().st_size)[:10]
    print("past the bound; the largest files:", *(f"  {path.stat().st_size / 1e3:7.0f} kB {path.relative_to(site).as_posix()}" for path in largest), sep="\n")
    return 1
