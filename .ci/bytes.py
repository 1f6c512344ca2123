"""Two builds without exports, as far apart as two machines, one of them from nothing: every file has to be the same, byte by byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "build", "site", "__pycache__", ".*_cache")
PLACES = {
    "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    "elsewhere/with blanks and 漢字": {
        "TZ": "Asia/Taipei",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "2",
        "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4",
        "OPENBLAS_CORETYPE": "Sandybridge",
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA",
    },
}
"""The folder of each build and what it finds in its environment: time zone, locale, the order of sets, instructions of the processor."""


def built(folder: Path, settings: dict[str, str]) -> Path:
    """The site built in this folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, env=os.environ | {"EXPORTS": "0", "NO_MKDOCS_2_WARNING": "1"} | settings, check=True, stdout=subprocess.DEVNULL)
    return folder / "site"


def differences(one: Path, other: Path) -> list[str]:
    """Files that only one folder has, and those that differ, with the first place where they do."""
    files = [{path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in (one, other)]
    found = [f"{path}: only in one of the two builds" for path in sorted(files[0] ^ files[1])]
    for path in sorted(files[0] & files[1]):
        a, b = ((site / path).read_bytes() for site in (one, other))
        if a != b:
            at = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
            line = a[:at].count(b"\n") + 1
            said = (text[max(0, at - 30) : at + 30].decode(errors="replace") for text in (a, b))
            found.append(f"{path}:{line}: byte {at}: {next(said)!r}, and elsewhere {next(said)!r}")
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for place in PLACES:
            shutil.copytree(ROOT, Path(folder) / place, ignore=LEFT_OUT)
        if (kept := ROOT / "build" / "cache").exists():  # what was made here goes into one of the two sites; the other makes everything anew
            shutil.copytree(kept, Path(folder) / next(iter(PLACES)) / "build" / "cache", ignore=shutil.ignore_patterns("exports"))
        with ThreadPoolExecutor() as pool:  # side by side: much of a build is the work of one processor
            one, other = pool.map(built, [Path(folder) / place for place in PLACES], PLACES.values())
        found, count = differences(one, other), sum(path.is_file() for path in one.rglob("*"))
    print("\n".join(found) if found else f"Two builds give the same {count} files.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
