"""The wheel carries what it should and works where nothing else of this project is; the source archive can test itself."""

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from io import BytesIO
from pathlib import Path

import pytest

from activation_functions import ALL, __version__
from language import citation
from project.paths import ROOT
from publish import package


@pytest.fixture(scope="module")
def wheel() -> bytes:
    return package.wheel()


def metadata(wheel: bytes) -> tuple[dict[str, list[str]], str]:
    archive = zipfile.ZipFile(BytesIO(wheel))
    (file,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    said = Parser().parsestr(archive.read(file).decode())
    return {key: said.get_all(key, []) for key in said}, str(said.get_payload())


def test_it_carries_the_module_and_its_papers(wheel: bytes) -> None:
    inside = set(zipfile.ZipFile(BytesIO(wheel)).namelist())
    assert {f"activation_functions/functions/{name}.py" for name in ALL} | {"activation_functions/py.typed"} <= inside
    assert not any("__pycache__" in name or name.startswith(("scripts", "tests", "docs")) for name in inside)
    said, readme = metadata(wheel)
    assert (said["Name"], said["Version"], said["License-Expression"]) == (["activation-functions"], [__version__], ["MIT"])
    assert "Typing :: Typed" in said["Classifier"]
    assert {line.partition(">")[0] for line in said["Requires-Dist"]} == {"numpy", "scipy"}
    assert readme.strip() == (ROOT / "README.md").read_text("utf-8").strip()
    assert f"activation_functions-{__version__}.dist-info/licenses/LICENSE" in inside


def test_it_links_to_the_site_only_where_there_is_an_address(wheel: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Project-URL" not in metadata(wheel)[0]
    monkeypatch.setenv("SITE_URL", "https://example.org/1.0/")
    assert metadata(package.wheel())[0]["Project-URL"] == ["Documentation, https://example.org/1.0/en/"]


def test_its_bytes_repeat(wheel: bytes) -> None:
    assert package.wheel() == wheel


def test_it_runs_where_nothing_else_of_this_project_is(wheel: bytes, tmp_path: Path) -> None:
    file = tmp_path / citation.wheel_name()
    file.write_bytes(wheel)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(tmp_path / "there"), str(file)]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONPATH": str(tmp_path / "there")}
    line = [sys.executable, "-c", "import activation_functions as a; print(a.__file__, a.__version__, a.gelu(1.0), len(a.ALL))"]
    said = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert Path(said[0]).is_relative_to(tmp_path / "there")
    assert (said[1], float(said[2]), int(said[3])) == (__version__, float(ALL["gelu"](1.0)), len(ALL))
    shell = subprocess.run([sys.executable, "-m", "activation_functions", "relu", "-1", "2"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert shell.returncode == 0, shell.stderr


def test_the_source_archive_tests_the_module(tmp_path: Path) -> None:
    archive = package.sdist(tmp_path / "dist")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    (root,) = (path for path in tmp_path.iterdir() if path.name.startswith("activation_functions-"))
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTEST_XDIST_WORKER")}
    line = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        "tests/activation_functions",
        "-k",
        "silu and not test_meets or log_softmax and not test_meets or certificates",
    ]
    said = subprocess.run(line, cwd=root, env=environment, capture_output=True, text=True)
    assert said.returncode == 0, said.stdout[-3000:]
    assert " passed" in said.stdout
