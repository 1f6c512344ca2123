"""Notes what a piece of work asks for while it is done, so that it is done again when one of these things changes, and only then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Asked = tuple[str, str]
"""The kind of a thing and its name, such as ("function", "gelu")."""

_books: list[set[Asked]] = []


def note(kind: str, name: str) -> None:
    """Somebody asks for this thing."""
    if _books:
        _books[-1].add((kind, name))


@contextmanager
def noting() -> Iterator[set[Asked]]:
    """What is asked for from here on; an outer book does not learn of it."""
    _books.append(set())
    try:
        yield _books[-1]
    finally:
        _books.pop()


@contextmanager
def noted_as(kind: str, name: str) -> Iterator[None]:
    """Whatever is asked for from here on counts as this one thing, whose state is what comes out of it."""
    note(kind, name)
    with noting():
        yield


class cache(Generic[P, R]):
    """As functools.cache; what the work asked for the first time is noted every time."""

    def __init__(self, work: Callable[P, R]) -> None:
        self.__qualname__ = work.__qualname__
        update_wrapper(self, work)
        self.work = work
        self.known: dict[object, tuple[R, set[Asked]]] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (args, *sorted(kwargs.items()))
        if key not in self.known:
            with noting() as asked:
                value = self.work(*args, **kwargs)
            self.known[key] = value, asked
        value, asked = self.known[key]
        for kind, name in asked:
            note(kind, name)
        return value

    def __reduce__(self) -> str:
        return self.__qualname__  # to another process it goes by name, as a function does

    def cache_clear(self) -> None:
        self.known.clear()
