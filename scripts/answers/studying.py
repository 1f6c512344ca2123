"""Runs a study, each arm with each seed, and writes its record; whoever is interrupted goes on where the work was left."""

from __future__ import annotations

import inspect
import platform
import time
from collections.abc import Callable
from concurrent.futures import as_completed
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from answers import cache as store
from mathematics.study import FEWEST, plain
from project import instructions
from project.computing import hash_of
from project.fault import Fault, Wrong, line_of, root
from project.paths import STUDIES
from project.sealed import seal

Task = tuple[str, int, int]
"""A study, the number of an arm, a seed."""


def files() -> list[Path]:
    """The studies: being in the folder is registration."""
    return sorted(path for path in STUDIES.glob("*.py") if path.stem != "__init__")


def run(name: str, progress: Callable[[int, int, str], None] | None = None) -> Path:
    """Run what has not been run with the code as it is, in parallel, and write the record."""
    file, module = STUDIES / f"{name}.py", import_module(f"studies.{name}")
    _sound(file, module)
    code = hash_of(file)  # as it is before the work: whoever edits it meanwhile is told to run it again
    tasks: list[Task] = [(name, arm, seed) for seed in module.seeds for arm in range(len(module.arms))]
    found: dict[Task, dict[str, Any]] = {}
    with instructions.workers() as pool:
        waiting = {pool.submit(once, task): task for task in tasks}
        for done, future in enumerate(as_completed(waiting), 1):
            task = waiting[future]
            try:
                found[task] = future.result()
            except Exception as error:
                pool.shutdown(cancel_futures=True)
                raise Wrong(root(error, file)) from error
            if progress:
                progress(done, len(tasks), f"{name}, seed {task[2]}: {_shown(module.arms[task[1]])}")
    arms = [_together(file, [found[name, arm, seed] for seed in module.seeds]) | {"settings": plain(module.arms[arm])} for arm in range(len(module.arms))]
    record = {
        "date": date.today().isoformat(),
        "versions": {"python": platform.python_version(), "numpy": version("numpy")},
        "code": code,
        "seeds": list(module.seeds),
        "usual": usual(module),
        "arms": arms,
    }
    seal(place := file.with_suffix(".json"), record)
    return place


def usual(module: Any) -> dict[str, Any]:
    """The settings of every arm that does not say otherwise: the defaults of `run`."""
    return {name: plain(each.default) for name, each in inspect.signature(module.run).parameters.items() if each.default is not each.empty}


def once(task: Task) -> dict[str, Any]:
    """One arm with one seed: what it found, and the seconds that it took. Kept, for each state of the code."""
    name, arm, seed = task
    file = STUDIES / f"{name}.py"
    kept: dict[str, Any] = store.remember(f"study-{name}-{arm}-{seed}", store.key(file, note=str(task)), lambda: again(task))
    return kept


def again(task: Task) -> dict[str, Any]:
    """The same, not kept."""
    name, arm, seed = task
    module = import_module(f"studies.{name}")
    start = time.process_time()
    found = module.run(seed, **module.arms[arm])
    return {"found": {what: plain(value) for what, value in found.items()}, "seconds": float(f"{time.process_time() - start:.2g}")}


def _together(file: Path, runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The runs of one arm, by what they found."""
    shapes = {tuple((what, np.shape(value)) for what, value in sorted(each["found"].items())) for each in runs}
    if len(shapes) > 1:
        raise Wrong(
            Fault(file, line_of(file, "def run"), "its seeds do not find the same things, or not as many numbers of them", "let `run` return equal shapes")
        )
    found = {what: [each["found"][what] for each in runs] for what in runs[0]["found"]}
    return {"found": found, "seconds": float(f"{np.mean([each['seconds'] for each in runs]):.2g}")}


def _sound(file: Path, module: Any) -> None:
    """A study has seeds enough, and no arm twice."""
    for part in ("seeds", "arms", "run"):
        if not hasattr(module, part):
            raise Wrong(Fault(file, 1, f"this study has no `{part}`", "a study has `seeds`, `arms`, a list of settings, and `run(seed, …)`"))
    if len(set(module.seeds)) < FEWEST:
        raise Wrong(Fault(file, line_of(file, "seeds"), f"{len(set(module.seeds))} seeds", f"take at least {FEWEST}: a spread needs them"))
    all_settings = [repr(plain(usual(module) | arm)) for arm in module.arms]
    for arm, settings in zip(module.arms, all_settings, strict=True):
        if all_settings.count(settings) > 1:
            raise Wrong(Fault(file, line_of(file, "arms"), f"an arm stands here twice: {_shown(arm)}", "take one away"))


def _shown(arm: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in plain(arm).items()) or "as usual"
