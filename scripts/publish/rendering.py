"""Has MkDocs make pages in several processes at once, or single pages again, with the same functions and events as in its own build."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from jinja2 import Environment
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

FEW = 12  # so many pages are made sooner here than in new processes
CHUNK = 6


@dataclass
class Site:
    """What MkDocs needs to make a page, after it has found all pages and their order."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def make(self, uris: Iterable[str]) -> None:
        """Make these pages and write them into the site."""
        pages = [self.page(uri) for uri in uris]
        for page in pages:
            page.__dict__.pop("read_source", None)  # what stands in for the method while a page is unchanged
            page.__dict__.pop("render", None)
            build._populate_page(page, self.config, self.files)
        documents = self.files.documentation_pages()
        for page in pages:
            build._build_page(page, self.config, documents, self.nav, self.env)

    def page(self, uri: str) -> Page:
        file = self.files.get_file_from_path(uri)
        assert file is not None
        return file.page or Page(None, file, self.config)


_work: Callable[[list[str]], Any] | None = None  # set before the processes are forked, which inherit it


def can_fork() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


def in_processes(work: Callable[[list[str]], Any], uris: list[str]) -> Iterator[Any]:
    """The work on these pages, a few at a time; MkDocs' messages come out here as if it had been done here."""
    global _work
    _work = work
    try:
        with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
            for result, records in pool.map(_do, [uris[start : start + CHUNK] for start in range(0, len(uris), CHUNK)]):
                for record in records:
                    logging.getLogger(record.name).handle(record)
                yield result
    finally:
        _work = None


def _do(uris: list[str]) -> tuple[Any, list[logging.LogRecord]]:
    assert _work is not None
    with _heard() as records:
        return _work(uris), records


@contextmanager
def _heard() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs says, kept to be said by another process."""
    records: list[logging.LogRecord] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            record.msg, record.args, record.exc_info = record.getMessage(), None, None
            records.append(record)

    logger = logging.getLogger("mkdocs")
    before, logger.handlers = logger.handlers, [Keep()]
    try:
        yield records
    finally:
        logger.handlers = before
