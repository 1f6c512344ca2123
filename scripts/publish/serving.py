"""Under `mkdocs serve`: a page a second after it was saved, the last good site while an edit is wrong, and fresh code, the hook's own too."""

from __future__ import annotations

import hashlib
import html
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from mkdocs.config.config_options import Hooks
from mkdocs.livereload import LiveReloadServer

from language.words import Words
from project.paths import ROOT, SCRIPTS
from publish import fresh

HOOK = "scripts/hook.py"  # as mkdocs.yml calls it, and so MkDocs
DOORS = [SCRIPTS / name for name in ("docs.py", "hook.py", "publish/fresh.py")]

log = logging.getLogger("mkdocs.hooks.serving")
_stager: subprocess.Popen[str] | None = None
_waiting: fresh.Told | None = None  # what the last stage told, until MkDocs asks for it
_wrong: fresh.Told | None = None  # what the pages show at their top


def stage() -> fresh.Told:
    """Set the site out; what changed in it, or what went wrong."""
    global _stager, _waiting
    if _waiting is not None:
        said, _waiting = _waiting, None
        return said
    if not hasattr(os, "fork"):
        return _stage_alone()
    if _stager is None or _stager.poll() is not None:
        command = [sys.executable, str(SCRIPTS / "docs.py"), "stage", "--again"]
        _stager = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert _stager.stdin is not None
    assert _stager.stdout is not None
    try:
        _stager.stdin.write("stage\n")
        _stager.stdin.flush()
        said = json.loads(_stager.stdout.readline())
    except (OSError, ValueError):
        close()
        said = {"error": "docs.py stage has ended; the reason stands above", "where": "scripts/docs.py"}
    return said


def _stage_alone() -> fresh.Told:
    """Where a process cannot be forked: in a fresh interpreter."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, str(SCRIPTS / "docs.py"), "stage"], cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8")
    sys.stderr.write(done.stderr)
    return {"error": done.stderr.strip().rpartition("\n")[2], "where": ""} if done.returncode else {"changed": None}


def close() -> None:
    global _stager
    if _stager is not None:
        assert _stager.stdin is not None
        _stager.stdin.close()
        _stager.wait()
        _stager = None


# ---- the server ------------------------------------------------------------------------------


def attach(server: LiveReloadServer, builder: Callable[[], None], remake: Callable[[list[str] | None], bool]) -> None:
    """Let the server build with the parts below. `remake` makes the pages of these staged files anew, or says that it cannot."""
    loaded, real = held(), type(server)._inject_js_into_html

    def build() -> None:
        global _waiting, _wrong
        start = time.perf_counter()
        try:
            if held() != loaded:
                log.info("The hook, or a module that it uses, has changed and is loaded anew")
                _load_anew(server, builder)
                return
            said = stage()
            if "error" in said:
                _show(said)
                return
            staged = time.perf_counter()
            if remake(said["changed"]):
                log.info(f"Pages set out in {staged - start:.2f} s, made in {time.perf_counter() - staged:.2f} s")
            else:
                _waiting = said
                _keeping(Path(server.root), builder)
            _wrong = None
        except (Exception, SystemExit) as error:
            _show(_cause(error))
        finally:
            _waiting = None

    server.builder = build
    server._inject_js_into_html = lambda content, epoch: real(server, with_box(content), epoch)  # type: ignore[method-assign, no-untyped-call]


def _keeping(site: Path, builder: Callable[[], None]) -> None:
    """A whole build, which begins by emptying the folder of the site; if it fails, the last good site is put back."""
    with tempfile.TemporaryDirectory(prefix=site.name, dir=site.parent) as beside:
        good = Path(beside) / "good"
        shutil.copytree(site, good, copy_function=_linked)
        try:
            builder()
        except BaseException:
            shutil.rmtree(site)
            good.rename(site)
            raise


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


def held() -> str:
    """A hash of the project's files that this process has imported."""
    files = {Path(module.__file__) for module in list(sys.modules.values()) if fresh.own(module) and module.__file__} | set(DOORS)
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.as_posix().encode() + (file.read_bytes() if file.exists() else b"gone"))
    return digest.hexdigest()


def _load_anew(server: LiveReloadServer, builder: Callable[[], None]) -> None:
    """Import the hook and all that it uses again, and build with them; if that fails, the old ones stay."""
    close()
    old: dict[str, ModuleType] = {name: module for name, module in sys.modules.items() if fresh.own(module)}
    for name in old:
        del sys.modules[name]
    Hooks._load_hook.cache_clear()
    try:
        _keeping(Path(server.root), builder)
        sys.modules[HOOK].on_serve(server, None, builder)
    except BaseException:
        for name in [name for name, module in sys.modules.items() if fresh.own(module)]:
            del sys.modules[name]
        sys.modules.update(old)
        raise


# ---- what went wrong -------------------------------------------------------------------------


def _cause(error: BaseException) -> fresh.Told:
    """MkDocs ends a build that failed with an exception that says only that it failed; the reason stands behind it."""
    while isinstance(error, SystemExit) and error.__context__ is not None:
        error = error.__context__
    return fresh.told(error)


def _show(said: fresh.Told) -> None:
    global _wrong
    _wrong = said
    log.error(": ".join(filter(None, (said["where"], said["error"]))))


HEAD = Words("最近的修改有錯；以下是上一次正確的樣子。", "The last edit is wrong; below is the site as it last was right.")


def with_box(page: bytes) -> bytes:
    """The page with what is wrong at its top; as it is, while nothing is."""
    if _wrong is None:
        return page
    head = HEAD.into("en" if b'<html lang="en"' in page[:500] else "zh-Hant")
    where = f"<code>{html.escape(_wrong['where'])}</code>\n" if _wrong["where"] else ""
    style = "position:relative;z-index:9;margin:0;padding:1rem 1.5rem;background:#b00020;color:#fff;font:16px/1.5 sans-serif"
    box = f'<aside id="wrong" role="alert" style="{style}"><strong>{head}</strong><pre style="white-space:pre-wrap;margin:.5rem 0 0">{where}{html.escape(_wrong["error"])}</pre></aside>'
    return re.sub(rb"<body[^>]*>", lambda body: body[0] + box.encode(), page, count=1)
