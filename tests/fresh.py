"""An environment in which there is nothing of this project but its wheel, installed as the first cell of a lab says, beside NumPy and matplotlib."""

import json
import os
import subprocess
import sys
import threading
import venv
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

from language import citation
from publish import handout

FROM_AN_INDEX = ("numpy", "scipy", "matplotlib")
"""What pip would bring; the installed ones are linked instead, with what they need."""

RUN = """
import contextlib, io, json, os, runpy, sys, warnings
import matplotlib
matplotlib.use("agg")
warnings.filterwarnings("ignore", message="FigureCanvasAgg is non-interactive")
import matplotlib.pyplot as plt
import activation_functions
assert activation_functions.__file__.startswith(sys.prefix), activation_functions.__file__
said = {}
for file in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        runpy.run_path(file)
    plt.close("all")
    said[os.path.splitext(os.path.basename(file))[0]] = out.getvalue()
print(json.dumps(said))
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def run(folder: Path, wheel: bytes, programs: dict[str, str]) -> dict[str, str]:
    """What each program prints."""
    venv.create(folder / "fresh", symlinks=os.name != "nt", with_pip=False)
    python = folder / "fresh" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    find = [str(python), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(find, check=True, capture_output=True, text=True).stdout.strip())
    for name in needed():
        for top in {file.parts[0] for file in distribution(name).files or ()} - {"..", "__pycache__"}:
            (packages / top).symlink_to(Path(str(distribution(name).locate_file(top))))
    install(folder, wheel, python)
    for name, program in programs.items():
        (folder / f"{name}.py").write_text(program, "utf-8")
    line = [str(python), "-I", "-c", RUN, *(str(folder / f"{name}.py") for name in programs)]
    done = subprocess.run(line, cwd=folder, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    said: dict[str, str] = json.loads(done.stdout)
    return said


def needed() -> set[str]:
    """These packages and all that they need."""
    found: set[str] = set()
    todo = [*FROM_AN_INDEX]
    while todo:
        if (name := todo.pop()) not in found:
            found.add(name)
            wanted = map(Requirement, distribution(name).requires or ())
            todo += [each.name for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    return found


def install(folder: Path, wheel: bytes, python: Path) -> None:
    """Serve the wheel as the site does, and do what the first cell says."""
    (folder / "site" / "packages").mkdir(parents=True)
    (folder / "site" / "packages" / citation.wheel_name()).write_bytes(wheel)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        said = handout.install()["source"].replace(citation.site(), f"http://127.0.0.1:{server.server_port}")
        words = [sys.executable, "-m", "pip", "--python", str(python), *said.removeprefix("%pip ").split()]
        environment = os.environ | {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True)
        server.shutdown()
    assert done.returncode == 0, done.stderr
