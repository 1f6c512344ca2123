"""A page is set out anew when something that it quotes has changed, and not otherwise: the real pages, against edits that are only pretended."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from answers import cache, data, names, quoting
from pages.blocks import dispatch, overview
from pages.page import all_pages
from project.noting import Asked, noting
from project.paths import DOCS, FUNCTIONS, ROOT, SCRIPTS
from publish import depends, staging

PAGES = ("functions/gelu", "functions/relu", "reference/speed", "reference/compare", "claims/sigmoid-is-even", "about")


def asked(path: str) -> set[Asked]:
    page = next(page for page in all_pages("en") if page.path == path)
    with noting() as book:
        staging._page(page, "en", False)
    return book


@pytest.fixture(scope="module")
def quoted(made: None) -> dict[str, set[Asked]]:
    return {path: asked(path) for path in PAGES}


@pytest.fixture
def stale(quoted: dict[str, set[Asked]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., set[str]]]:
    """The pages that would be set out anew if these files changed."""
    true = cache._file_hash

    def forget() -> None:
        depends.state.cache_clear()
        names._key.cache_clear()

    def after(*files: Path) -> set[str]:
        assert all(file.exists() for file in files)
        forget()
        before = {path: depends.states(quoted[path]) for path in PAGES}, depends.common(False)
        with monkeypatch.context() as patch:
            patch.setattr(cache, "_file_hash", lambda path: b"edited" if path in files else true(path))
            forget()
            if depends.common(False) != before[1]:
                return set(PAGES)
            return {path for path in PAGES if depends.states(quoted[path]) != before[0][path]}

    yield after
    forget()


def test_a_function_concerns_the_pages_that_quote_it(stale: Callable[..., set[str]]) -> None:
    assert stale(FUNCTIONS / "gelu.py") == {"functions/gelu", "reference/speed", "reference/compare", "about"}
    assert stale(FUNCTIONS / "sigmoid.py") >= {"claims/sigmoid-is-even", "reference/compare"}
    assert "about" not in stale(FUNCTIONS / "sigmoid.py")


def test_a_module_of_blocks_concerns_the_pages_with_these_blocks(stale: Callable[..., set[str]]) -> None:
    blocks = SCRIPTS / "pages" / "blocks"
    assert stale(blocks / "speed.py") == {"reference/speed"}
    assert stale(blocks / "comparison.py") == {"reference/compare"}
    assert stale(blocks / "landmarks.py") == set()
    assert {"functions/gelu", "functions/relu"} <= stale(blocks / "numerics.py")


@pytest.mark.parametrize(
    "file", ["scripts/pages/scribe.py", "scripts/pages/blocks/dispatch.py", "scripts/pages/blocks/tables.py", "docs/glossary.tsv", "docs/references.bib"]
)
def test_what_every_page_rests_on_concerns_every_page(stale: Callable[..., set[str]], file: str) -> None:
    assert stale(ROOT / file) == set(PAGES)


def test_what_no_page_reads_concerns_none(stale: Callable[..., set[str]]) -> None:
    assert stale(DOCS / "synced.tsv", SCRIPTS / "hook.py", SCRIPTS / "measured" / "bench.py", SCRIPTS / "checks" / "prose.py") == set()


def test_sentences_of_blocks_are_called_from_tables_alone() -> None:
    """`common` looks into no other module of blocks."""
    text = (SCRIPTS / "pages" / "blocks" / "dispatch.py").read_text("utf-8")
    called = {shelf.__name__ for shelf in dispatch.SHELVES if f" {shelf.__name__.rpartition('.')[2]}." in text.replace("(", " ").replace("{", " ")}
    assert called == {"pages.blocks.tables"}


@pytest.mark.parametrize("path", PAGES)
def test_what_was_read_before_is_noted_again(quoted: dict[str, set[Asked]], path: str) -> None:
    """What a page asks for does not depend on the pages before it, from which much is remembered."""
    for kept in (names.answer, quoting.number, data.text, overview.frameworks):
        kept.cache_clear()
    assert asked(path) == quoted[path] == asked(path)


def test_a_claim_concerns_the_pages_that_read_it(made: None) -> None:
    known: Any = names.claims()
    first = next(iter(known))
    with noting() as book:
        assert first in known
        assert list(known)[0] == first
    assert not book
    with noting() as book:
        assert known[first]["verdict"]
    assert book == {("claim", first)}
