"""Runs the cells of a lab as a notebook would, in a process of its own: fresh but for libraries, which all labs share and which take longer to import than most labs take to run."""

from __future__ import annotations

import os
import warnings
from multiprocessing import TimeoutError, get_all_start_methods, get_context
from pathlib import Path
from typing import Any

from project import instructions

LIBRARIES = ["numpy", "matplotlib.pyplot", "matplotlib.backends.backend_svg", "matplotlib_inline.backend_inline", "IPython.core.interactiveshell"]
"""What the process imports from which those of the labs are forked. One left out costs time, nothing else."""
PATIENCE = 120
"""Seconds that the cells of a lab may take together; the longest takes seven on a machine that does nothing else."""


def executed(sources: list[str], folder: Path, style: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each cell, as a notebook keeps them; a cell that raises raises here."""
    os.environ.update(instructions.plain())  # for what starts from here; what this process has loaded does not change any more
    fork = "forkserver" in get_all_start_methods()  # elsewhere an interpreter from nothing does the same
    context = get_context("forkserver" if fork else "spawn")
    if fork:
        context.set_forkserver_preload(LIBRARIES)
    with context.Pool(1) as process:  # which ends with it, whatever a cell still does
        try:
            return process.apply_async(_executed, (sources, folder, style)).get(PATIENCE)
        except TimeoutError:
            raise RuntimeError(f"its cells did not come to an end within {PATIENCE} seconds") from None


def _executed(sources: list[str], folder: Path, style: Path) -> list[list[dict[str, Any]]]:
    import matplotlib
    import matplotlib.pyplot as plt
    from IPython.core.interactiveshell import InteractiveShell
    from matplotlib_inline.backend_inline import configure_inline_support, set_matplotlib_formats

    os.chdir(folder)
    matplotlib.use("module://matplotlib_inline.backend_inline")
    shell: Any = InteractiveShell.instance(history_length=0)
    shell.history_manager.enabled = False
    configure_inline_support(shell, matplotlib.get_backend())
    set_matplotlib_formats("svg")
    plt.style.use(style)
    plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "house", "figure.facecolor": "none"})  # IPython asks the figure, not savefig.transparent
    warnings.simplefilter("error", RuntimeWarning)
    return [_run(shell, source) for source in sources]


def _run(shell: Any, source: str) -> list[dict[str, Any]]:
    """What a cell prints, then what it shows."""
    from IPython.utils.capture import capture_output

    with capture_output() as came:
        result = shell.run_cell(source)
    result.raise_error()
    if came.stderr:
        raise RuntimeError(f"a cell writes to the stream of errors: {came.stderr.strip()}")
    printed = [{"output_type": "stream", "name": "stdout", "text": came.stdout}] if came.stdout else []
    shown = [{"output_type": "display_data", "data": each.data, "metadata": each.metadata or {}} for each in came.outputs]
    return [*printed, *shown]
