"""What a server should say with each file of the site: one table, and the two files written from it that hosts read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""A page uses what comes from its own host and nothing else, and no script or style that stands in the page itself."""

DRAWINGS = "style-src 'unsafe-inline'; sandbox"
"""An SVG file carries its styles in itself: under the policy of pages it turns black. It runs no script, whoever wrote it."""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",  # a file is what its type says, and never read as a script by guessing
    "Referrer-Policy": "same-origin",  # no other host learns which page a reader comes from
}

FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
HASHED = r"\.[0-9a-f]{8}\.(min\.)?(css|js)$"
"""The name of such a file changes with what it holds, so a browser need never ask for it again."""

OPEN = {"Access-Control-Allow-Origin": "*"}
FOR_PROGRAMS = ("data", "packages")
NOTEBOOK = ".ipynb"
"""What a notebook service in a browser may read from another host: the data, the wheel, and the notebooks themselves."""

HEADERS, NGINX = "_headers", "headers.nginx.conf"
"""The files of the built site that tell all this: to Netlify, Cloudflare Pages and others of their kind, and to nginx."""

MOST_RULES, LONGEST_LINE = 100, 2000
"""What Cloudflare Pages reads of a `_headers` file: so many rules, and lines of so many characters."""


def headers(path: str) -> dict[str, str]:
    """What a server says with the file at this path from the root of the site."""
    said = EVERYWHERE | {"Content-Security-Policy": DRAWINGS if path.endswith(".svg") else PAGES}
    return said | (FOREVER if re.search(HASHED, path) else {}) | (OPEN if path.partition("/")[0] in FOR_PROGRAMS or path.endswith(NOTEBOOK) else {})


def write(site: Path, address: str) -> None:
    """Both files into a built site that will be read at this address."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    root = urlsplit(address).path.rstrip("/")
    (site / HEADERS).write_text(hosted(files, root), "utf-8")
    (site / NGINX).write_text(nginx(root), "utf-8")


# ---- Netlify, Cloudflare Pages ---------------------------------------------------------------


def hosted(files: Iterable[str], root: str = "") -> str:
    """The file `_headers` for a site of these files, whose addresses begin with this path (`/1.0`, or nothing).

    Where two rules fit one address, some hosts send both values of a header, and a browser then obeys both policies.
    So no address fits two rules with a policy: pages have theirs folder by folder, drawings theirs by their ending.
    """
    every = sorted(files)
    rules: list[tuple[str, dict[str, str]]] = [("/*", EVERYWHERE)]
    rules += [(path, {"Content-Security-Policy": PAGES}) for path in _places(every, "")]
    drawn = sorted({str(PurePosixPath(path).parent / "*.svg").removeprefix("./") for path in every if path.endswith(".svg")})
    rules += [(f"/{path}", {"Content-Security-Policy": DRAWINGS}) for path in drawn]
    rules += [(f"/{path}", FOREVER) for path in every if re.search(HASHED, path)]
    rules += [(f"/{folder}/*", OPEN) for folder in FOR_PROGRAMS if any(path.startswith(f"{folder}/") for path in every)]
    rules += [(f"/{folder}/*{NOTEBOOK}", OPEN) for folder in sorted({str(PurePosixPath(path).parent) for path in every if path.endswith(NOTEBOOK)})]
    first = [
        "# Headers for hosts that read this file (Netlify, Cloudflare Pages); it belongs at the root of what the host publishes.",
        "# Hosts that do not read it (GitHub Pages, plain storage) serve the same site without these headers.",
    ]
    return "\n".join([*first, *(line for path, said in rules for line in ("", root + path, *(f"  {name}: {value}" for name, value in said.items())))]) + "\n"


def _places(files: list[str], folder: str) -> Iterator[str]:
    """Addresses that cover the pages and scripts in a folder and no drawing: the whole folder, or what is in it one by one."""
    inside = [path for path in files if path.startswith(folder)]
    if not any(path.endswith((".html", ".js")) for path in inside):
        return
    if folder and not any(path.endswith(".svg") for path in inside):
        yield f"/{folder}*"
        return
    for path in inside:
        if "/" not in path.removeprefix(folder) and path.endswith((".html", ".js")):
            yield f"/{path}"
            if path.endswith("index.html"):
                yield f"/{folder}"
    for deeper in sorted({path.removeprefix(folder).partition("/")[0] for path in inside if "/" in path.removeprefix(folder)}):
        yield from _places(files, f"{folder}{deeper}/")


# ---- nginx -----------------------------------------------------------------------------------


def nginx(root: str = "") -> str:
    """The same for nginx, to be included in the `server` (or the `location`) that serves the site."""
    programs = "|".join(FOR_PROGRAMS)
    lines = [
        f"# In the server block that serves the site: include /path/to/the/site/{NGINX};",
        "# A location that has an add_header of its own forgets these: include the file there too.",
        f'set $site_policy "{PAGES}";',
        'set $site_cache "";',
        'set $site_open "";',
        f'if ($uri ~ "\\.svg$") {{ set $site_policy "{DRAWINGS}"; }}',
        f'if ($uri ~ "{HASHED}") {{ set $site_cache "{FOREVER["Cache-Control"]}"; }}',
        f'if ($uri ~ "^{re.escape(root)}/({programs})/|{re.escape(NOTEBOOK)}$") {{ set $site_open "{OPEN["Access-Control-Allow-Origin"]}"; }}',
        *(f'add_header {name} "{value}" always;' for name, value in EVERYWHERE.items()),
        "add_header Content-Security-Policy $site_policy always;",
        "add_header Cache-Control $site_cache;  # nothing where it is empty",
        "add_header Access-Control-Allow-Origin $site_open always;",
    ]
    return "\n".join(lines) + "\n"
