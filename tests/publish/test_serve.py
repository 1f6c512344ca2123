"""`mkdocs serve` shows fresh code: a function that is edited while the server runs is the function on the page."""

from __future__ import annotations

import shutil
from pathlib import Path

from measured import bench
from project.paths import ROOT


def test_an_edited_function_is_the_one_on_the_page(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(ROOT, copy, ignore=bench.LEFT_OUT)
    cache = ROOT / "build" / "cache"
    if cache.exists():  # what is known already need not be computed again
        shutil.copytree(cache, copy / "build" / "cache", ignore=shutil.ignore_patterns("exports", "bytecode"))
    function = copy / "src" / "activation_functions" / "functions" / "leaky_relu.py"
    with bench.served(copy) as address:
        page = f"{address}en/functions/leaky_relu/"
        bench.wait(page, "<mn>0.01</mn>", 300)
        function.write_text(function.read_text("utf-8").replace("default=0.01", "default=0.03125"), "utf-8")
        bench.wait(page, "<mn>0.03125</mn>", 300)
        # The facts follow: (1 + 0.03125²) / 2 is the second moment, proved anew.
        bench.wait(page, "<mn>0.500488</mn>", 10)
