"""The comparison of two builds names each file that differs and the first place where it does."""

import importlib.util
from pathlib import Path

from project.paths import ROOT

SPEC = importlib.util.spec_from_file_location("two_builds", ROOT / ".ci" / "bytes.py")
assert SPEC is not None
assert SPEC.loader is not None
two_builds = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(two_builds)


def test_differences_are_named_with_their_first_place(tmp_path: Path) -> None:
    for site, number in (("one", "0.25"), ("other", "0.26")):
        (tmp_path / site / "en").mkdir(parents=True)
        (tmp_path / site / "en" / "same.html").write_text("1\n", "utf-8")
        (tmp_path / site / "en" / "page.html").write_text(f"first\nx is {number}\n", "utf-8")
    (tmp_path / "one" / "alone.txt").write_text("", "utf-8")
    alone, page = two_builds.differences(tmp_path / "one", tmp_path / "other")
    assert alone == "alone.txt: only in one of the two builds"
    assert page == r"en/page.html:2: byte 14: 'first\nx is 0.25\n', and elsewhere 'first\nx is 0.26\n'"
    assert two_builds.differences(tmp_path / "one", tmp_path / "one") == []


def test_the_two_places_differ_in_everything_that_may_not_matter() -> None:
    here, elsewhere = two_builds.PLACES.values()
    assert all(here[name] != elsewhere[name] for name in here)
    assert {"NPY_DISABLE_CPU_FEATURES", "OPENBLAS_CORETYPE", "GLIBC_TUNABLES"} <= elsewhere.keys() - here.keys()
