"""The site is measured by kind, and refused past its bound."""

from pathlib import Path

import pytest

from measured import size


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, count in {"index.html": 100, "en/figures/a.svg": 50, "en/figures/a.png": 70, "data/x.json": 30, "assets/site.css": 20}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(count))
    return tmp_path


def test_every_file_counts_once(site: Path) -> None:
    assert size.measured(site) == {"pages": 100, "figures": 120, "data": 30, "the rest": 20}
    assert size.allowed(site)["figures"] == size.A_FIGURE
    assert size.report(site) == 0


def test_past_the_bound_it_is_refused_and_the_largest_are_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "en" / "figures" / "a.png").write_bytes(bytes(sum(size.allowed(site).values())))
    assert size.report(site) == 1
    assert "en/figures/a.png" in capsys.readouterr().out


def test_no_site(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no site"):
        size.report(tmp_path)
