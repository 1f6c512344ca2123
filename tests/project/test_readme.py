"""The lines of the README are those that CI runs: the same steps in both shells, and each step tried as it stands."""

import re

import pytest

from project.paths import ROOT

README, CI = (ROOT / "README.md").read_text("utf-8"), (ROOT / ".ci/run").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)\n```$", README, re.M | re.S)
LINES = {shell: [line for each, line in FENCES if each == shell] for shell in ("sh", "powershell")}
SAME = {
    "py -m venv .venv": "python3 -m venv .venv",
    r".venv\Scripts\Activate.ps1": ". .venv/bin/activate",
    "$env:NO_MKDOCS_2_WARNING = 1": "NO_MKDOCS_2_WARNING=1",
}
"""What the two shells call by another name."""


def steps(line: str) -> list[str]:
    """The commands of a line, as a POSIX shell calls them."""
    said = [SAME.get(step.strip(), step.strip()) for step in re.split(r"&&|;", line)]
    settings = [step for step in said if re.fullmatch(r"\w+=\w+", step)]  # PowerShell sets a variable by a command of its own
    return [" ".join([*settings, step]) if step.startswith("mkdocs") else step for step in said if step not in settings]


def test_both_shells_say_the_same_steps() -> None:
    serve, _ = LINES["sh"]
    (other,) = LINES["powershell"]
    assert steps(other) == steps(serve)
    assert steps(serve)[-1] == "NO_MKDOCS_2_WARNING=1 mkdocs serve"


def test_serving_and_testing_set_up_alike() -> None:
    """So what CI runs of the one holds for the other."""
    serve, test = LINES["sh"]
    assert steps(serve)[:-1] == steps(test)[:-1] == ["python3 -m venv .venv", ". .venv/bin/activate", "pip install -r requirements.txt"]
    assert steps(test)[-1] == "pytest"
    (setup,) = re.findall(r"^python3 -m venv .*$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    assert steps(setup) == steps(test)[:-1]


def test_ci_runs_the_line_as_it_stands() -> None:
    (pattern,) = re.findall(r"test_command=\$\(grep -m1 '([^']+)' README\.md\)", CI)
    found = next(line for line in README.splitlines() if re.search(pattern, line))
    assert found == LINES["sh"][1]
    assert 'bash -euo pipefail -c "$test_command"' in CI


def test_the_command_that_serves_is_served_by_a_test() -> None:
    """`mkdocs serve` itself is started by the tests of the server, which CI runs with all others."""
    served = (ROOT / "tests/publish/test_serve.py").read_text("utf-8")
    assert re.search(r"\bserved\(", served)
    assert '"-m", "mkdocs", "serve"' in (ROOT / "scripts/measured/bench.py").read_text("utf-8")


@pytest.mark.parametrize(("line", "said"), [("a && B=1 mkdocs serve", ["a", "B=1 mkdocs serve"]), ("a; B=1; mkdocs serve", ["a", "B=1 mkdocs serve"])])
def test_steps_are_told_alike(line: str, said: list[str]) -> None:
    assert steps(line) == said
