"""The built site behind the headers that it asks its host for: what a drawing looks like when it is opened by itself."""

from __future__ import annotations

import functools
import http.server
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser

sys.path.append(str(Path(__file__).parent.parent / "scripts"))
from publish import policy

DRAWINGS = ("figures/inside_a_neuron.svg", "figures/zigzag.svg", "figures/boundaries.narrow.svg")
POLICY = "Content-Security-Policy"


class Policed(http.server.SimpleHTTPRequestHandler):
    """Serves files with the headers of the table; `?policy=pages` sends the policy of pages with any file, `?policy=none` no policy."""

    def end_headers(self) -> None:
        path, _, query = self.path.partition("?")
        said = policy.headers(path.lstrip("/"))
        for name, value in (said | {POLICY: {"policy=pages": policy.PAGES, "policy=none": ""}.get(query, said[POLICY])}).items():
            if value:
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # the browser has moved on
            super().copyfile(source, outputfile)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site behind its headers, at this address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Policed, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def drawings(browser: Browser, site: Path) -> Iterator[str]:
    """A drawing opened by itself looks as it does without any policy; under the policy of pages it would not, so this can tell."""
    with served(site) as base:
        page = browser.new_context(viewport={"width": 800, "height": 600}).new_page()
        page.set_default_timeout(120_000)  # a busy machine is no fault of a drawing
        faults: list[str] = []
        page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)

        def seen(address: str) -> Image.Image:
            page.goto(base + address)
            return Image.open(io.BytesIO(page.screenshot())).convert("L")

        for path in ["assets/favicon.svg", *(f"{language}/{path}" for language in ("zh-Hant", "zh-Hans", "en") for path in DRAWINGS)]:
            own = seen(path)
            yield from (f"{path}: {fault}" for fault in faults)
            plain, strict = seen(f"{path}?policy=none"), seen(f"{path}?policy=pages")
            faults.clear()
            if own.tobytes() != plain.tobytes():
                yield f"{path}: opened by itself it does not look as it should"
            if path.startswith("assets"):
                continue
            dark = sum(own.histogram()[:32]) / (own.width * own.height)
            if dark > 0.1:
                yield f"{path}: {dark:.0%} of it is black"
            if strict.tobytes() == own.tobytes():
                yield f"{path}: it looks the same under the policy of pages, so it needs none of its own"
        page.context.close()
    told = (site / policy.HEADERS).read_text("utf-8").splitlines() if (site / policy.HEADERS).is_file() else []
    rules, longest = sum(line.startswith("/") for line in told), max(map(len, told), default=0)
    if not 0 < rules <= policy.MOST_RULES or longest > policy.LONGEST_LINE:
        yield f"{policy.HEADERS} has {rules} rules and lines of up to {longest} characters; at most {policy.MOST_RULES} and {policy.LONGEST_LINE} are read"
