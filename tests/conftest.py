"""What all tests share. `pyproject.toml` puts src and scripts on the import path."""

from collections.abc import Iterator

import flint
import pytest


@pytest.fixture(autouse=True)
def _precision() -> Iterator[None]:
    """Arb's working precision is one global number: whoever changes it, it is back afterwards."""
    before = flint.ctx.prec, flint.ctx.cap
    yield
    flint.ctx.prec, flint.ctx.cap = before
