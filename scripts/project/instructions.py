"""Which of a processor's instructions compute the site: only those that every processor of its kind has, so that all of them give the same bits.

NumPy, OpenBLAS and the C library choose, when they are loaded, the fastest of several codes that the processor can run. These
differ in the last bits of exponentials and sums, and a long training makes much of a last bit. What they may choose can be said
only beforehand: in the environment in which an interpreter starts.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from project import collecting

CORES = {"x86_64": "Nehalem", "amd64": "Nehalem", "aarch64": "ARMV8", "arm64": "ARMV8"}
"""OpenBLAS's name for the oldest processors that NumPy's packages run on."""
TUNABLES = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4"
"""The C library then rounds after each product, as it does where a processor cannot multiply and add at once."""

BORN = dict(os.environ)
"""The environment as it was when this interpreter started."""


@cache
def plain() -> dict[str, str]:
    """The environment of an interpreter that computes with these instructions alone."""
    import numpy as np

    extensions = np.show_config(mode="dicts").get("SIMD Extensions", {})
    newer = sorted({*extensions.get("found", ()), *extensions.get("not found", ())})
    settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(newer), "OPENBLAS_NUM_THREADS": "1", "GLIBC_TUNABLES": TUNABLES}
    core = CORES.get(platform.machine().lower())
    return settings | ({"OPENBLAS_CORETYPE": core} if core else {})


def kept() -> bool:
    """Whether this interpreter started in such an environment."""
    return all(BORN.get(name) == value for name, value in plain().items())


def keep() -> None:
    """Start this program again in such an environment, unless it is in one."""
    if kept():
        return
    command, environment = [sys.executable, *sys.orig_argv[1:]], os.environ | plain()
    if os.name == "nt":  # where a program cannot be replaced by another
        sys.exit(subprocess.run(command, env=environment).returncode)
    os.execve(sys.executable, command, environment)


def workers(count: int | None = None) -> ProcessPoolExecutor:
    """Processes that compute so: forks of this one if it does so itself, otherwise fresh interpreters."""
    if kept():
        return ProcessPoolExecutor(count, initializer=collecting.seldom)
    os.environ.update(plain())  # what this process has loaded does not change any more
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=collecting.seldom)


def note() -> str:
    """All that computed numbers may depend on beside the code: what is left of the machine, and what was switched off."""
    library, edition = platform.libc_ver()
    return " ".join([sys.version, sys.platform, platform.machine(), library, edition, *(f"{name}={value}" for name, value in sorted(plain().items()))])
