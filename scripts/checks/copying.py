"""The code to copy is whole: every function has it in every language, and what stands there is what was measured."""

from __future__ import annotations

from answers import snippets
from answers.names import functions
from mathematics.recorded import AGAIN, recorded
from project.fault import Fault
from project.paths import FUNCTIONS, ROOT


def code() -> list[Fault]:
    """Code to copy that is missing, that was not measured as it stands, or that belongs to no function or language."""
    known = recorded("snippets")["measured"]
    faults, files = [], {snippets.file(name, language): (name, language) for name in functions() for language in snippets.LANGUAGES}
    for file, (name, language) in files.items():
        own = file.relative_to(ROOT).as_posix()
        if not file.is_file():
            faults.append(Fault(FUNCTIONS / f"{name}.py", 1, f"{name} has no code to copy in {snippets.LANGUAGES[language].name}", f"write {own}"))
        elif known.get(name, {}).get(language, {}).get("text") != snippets.fingerprint(name, language):
            faults.append(Fault(file, 1, "this code was not measured as it stands", f"measure it with `{AGAIN['snippets']} {name}`"))
    there = {file for file in snippets.FOLDER.rglob("*") if file.is_file() and file.suffix != ".draft"}
    return [*faults, *(Fault(file, 1, "no function or no language is called so", "rename it, or take it away") for file in sorted(there - files.keys()))]
