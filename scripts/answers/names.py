"""What a page may call by name, and what it becomes in a language.

[[gelu.minimum.x]]  [[gelu.minimum.x:12]]  [[sigmoid.derivative(2) / sigmoid.steepest:2%]]   numbers, inside $…$
[[gelu.formula]]  [[gelu.derivative_formula]]                                                TeX, inside $…$
[[sigmoid_slope]]  [[sigmoid_derivative]]  [[claim.sigmoid_is_even]]  [[table.glossary]]     blocks, on a line of their own
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from answers import cache as store
from language.words import hans
from project import instructions, noting
from project.computing import studies_read
from project.fault import Fault, Wrong, apart, line_of, named, root
from project.imports import closure
from project.paths import DOCS, FUNCTIONS, MEASURED, SCRIPTS, SOURCE, STUDIES, STYLE, TYPEFACES

NAME = re.compile(r"\[\[([^\[\]]+?)(?::(\d*%?))?\]\]")
CITATION = SCRIPTS / "language" / "citation.py"  # reads the bibliography
KINDS = ("figures", "derivations", "claims")
SHAPE = SCRIPTS / "drawing" / "shape.py"  # draws each function's own picture
IMPORTS = SCRIPTS / "project" / "imports.py"  # reads the imports of every file
RECORDED = SCRIPTS / "mathematics" / "recorded.py"  # reads what was measured: whoever knows it depends on all records
ENGINES = {"figures": SCRIPTS / "drawing" / "figure.py"} | {
    kind: SCRIPTS / "mathematics" / f"{engine}.py"
    for kind, engine in {"derivations": "derivation", "claims": "claim", "facts": "facts", "vectors": "vectors", "numerics": "thresholds"}.items()
}
"""What makes a thing of each kind out of its file."""
BITS = 128
"""Of balls, where the file says nothing else."""


class Made(NamedTuple):
    """Something a script makes: its kind, its name, the file that makes it."""

    kind: str
    name: str
    file: Path

    @property
    def label(self) -> str:
        return f"{self.kind}-{self.name}"

    @property
    def module(self) -> str:
        """The file as `import_module` calls it."""
        base = SOURCE if self.file.is_relative_to(SOURCE) else SCRIPTS
        return ".".join(self.file.relative_to(base).with_suffix("").parts)


@cache
def functions() -> tuple[str, ...]:
    return tuple(sorted(p.stem for p in FUNCTIONS.glob("*.py") if p.stem != "__init__"))


@cache
def catalogue() -> dict[str, Made]:
    """Every made thing by name: being in the folder is registration. A clash is an error."""
    found: dict[str, Made] = {}
    for kind in KINDS:
        for path in sorted(path for path in (SCRIPTS / kind).rglob("*.py") if path.stem != "__init__"):
            if path.stem in found or path.stem in functions():
                other = found[path.stem].file if path.stem in found else FUNCTIONS / f"{path.stem}.py"
                raise Wrong(Fault(path, 1, f"two things are called {path.stem}, this and {other}", "give one of them another name"))
            found[path.stem] = Made(kind, path.stem, path)
    for name in functions():
        found[f"{name}_shape"] = Made("figures", f"{name}_shape", SHAPE)
        found[f"facts_{name}"] = Made("facts", name, FUNCTIONS / f"{name}.py")
        found[f"vectors_{name}"] = Made("vectors", name, FUNCTIONS / f"{name}.py")
        found[f"numerics_{name}"] = Made("numerics", name, FUNCTIONS / f"{name}.py")
    return found


def unknown(name: str, among: Iterable[str]) -> ValueError:
    known = list(among)
    near = difflib.get_close_matches(name, known, 4, 0.4) or difflib.get_close_matches(name.partition(".")[0], known, 4, 0.4)
    return ValueError(f"nothing is called {name!r}" + (f"; near it: {', '.join(near)}" if near else ""))


# ---- making ----------------------------------------------------------------------------------


@cache
def _key(made: Made) -> str:
    extra = set(closure(ENGINES[made.kind])) | {SCRIPTS / "answers" / "making.py"}
    if made.kind == "figures":
        extra |= {STYLE, *TYPEFACES, SCRIPTS / "answers" / "figure.py"}
        if made.file == SHAPE:
            extra |= closure(FUNCTIONS / f"{made.name.removesuffix('_shape')}.py") | closure(ENGINES["facts"])
    if IMPORTS in closure(made.file):  # the drawing of the rooms shows every import
        extra |= {file for folder in (SCRIPTS, SOURCE) for file in folder.rglob("*.py")}
    if RECORDED in closure(made.file):
        extra |= set(MEASURED.glob("*.json"))
    if CITATION in closure(made.file):
        extra.add(DOCS / "references.bib")
    extra |= {place for name in studies_read(closure(made.file)) if (place := STUDIES / f"{name}.json").exists()}
    return store.key(made.file, extra, made.name)


@noting.cache
def answer(made: Made) -> Any:
    """What the thing says, as JSON: computed once for each state of the code it comes from. Read it, do not change it."""
    noting.note("made", made.label)
    with noting.noting():  # what the making asks for is in its key
        if made.kind == "figures" and not _settled(made):
            store.entry(made.label, _key(made)).unlink(missing_ok=True)
        return store.remember(made.label, _key(made), lambda: _make(made))


def _make(made: Made) -> Any:
    try:
        said = _worked(made) if instructions.kept() else _elsewhere().submit(_worked, made).result()
    except Exception as error:
        raise Wrong(_fault(made, error)) from error
    if made.kind == "figures":
        store.keep(_words(made), said.pop("converted"))
    return said


@cache
def _elsewhere() -> Any:
    """A process that computes with the instructions that every processor has, for one that does not, as that of the tests."""
    return instructions.workers(1)


def _worked(made: Made) -> dict[str, Any]:
    import flint

    from answers import figure, making

    with flint.ctx.workprec(BITS):  # whatever was made before in this process may have left another
        if made.kind == "figures":
            return figure.make(figure.module_of(made.name, made.module, shown_by(made)))
        return making.make(made.kind, made.module)


def _fault(made: Made, error: Exception) -> Fault:
    """Where a thing that cannot be made is wrong: what its engine refuses stands in its own file, at the longest piece that the engine quotes."""
    found = named(error) or root(error, made.file)
    if named(error) is not None or found.file == made.file or not isinstance(error, (ArithmeticError, ValueError, Warning)):
        return found
    quoted = re.search("`([^`]+)`", str(error))
    said = quoted[1] if quoted else str(error)
    lines = enumerate(made.file.read_text("utf-8").splitlines(), 1)
    pieces = [
        (piece, number) for number, line in lines for piece in [line.strip().removeprefix("= ").partition("#")[0].strip(), *re.findall('"([^"]+)"', line)]
    ]
    refused = max([(len(piece), number) for piece, number in pieces if len(piece) > 3 and piece in said], default=(0, 1))
    return Fault(made.file, refused[1], *apart(str(error)))


def _words(made: Made) -> Path:
    """Where it stands what words a figure had converted, and into what: the vocabulary may have changed since."""
    return store.entry(f"words-{made.name}", _key(made))


def _settled(made: Made) -> bool:
    """Whether the words of a figure are converted today as they were when it was drawn."""
    converted = store.recall(_words(made))
    return converted is not None and all(hans(hant) == said for hant, said in converted.items())


def drawn(made: Made) -> str:
    """A word for a figure as it was drawn last: the state of its code, and its words."""
    converted = store.recall(_words(made)) or {}
    return f"{_key(made)} {hashlib.sha256(repr(sorted(converted.items())).encode()).hexdigest()[:20]}"


def _known(made: Made) -> bool:
    return store.known(made.label, _key(made)) and (made.kind != "figures" or _settled(made))


def shown_by(made: Made) -> Any:
    """The facts that a function's own picture shows; None for what people drew."""
    return known(made.name.removesuffix("_shape")) if made.file == SHAPE else None


def known(function: str) -> dict[str, Any]:
    """The facts and traits of a function; both empty where it mixes entries."""
    said: dict[str, Any] = answer(catalogue()[f"facts_{function}"])
    return said


Task = tuple[Callable[[Any], Any], Any, str]
"""Work, what it is done on, and what it is called."""


def make_all(progress: Any = None, besides: Sequence[Task] = (), work: Callable[[Any], Any] = answer, more: Sequence[Made] = ()) -> None:
    """Compute whatever is missing, and other tasks besides, in parallel processes, with a progress line.

    `work` may make more of a thing than its answer; what is in `more` is worked on although its answer is there.
    """
    missing = [made for made in catalogue().values() if made in more or not _known(made)]
    # Facts first: figures and claims quote them. A file of claims holds many, so they start before the small work; labs, each a program, too.
    missing.sort(key=lambda made: ("facts", "claims", "figures", "derivations", "vectors", "numerics").index(made.kind))
    tasks: list[Task] = [(work, made, f"{made.kind[:-1]} {made.name}") for made in missing]
    facts = sum(made.kind in ("facts", "claims") for made in missing)
    tasks[facts:facts] = besides
    run(_do, [task[:2] for task in tasks], [label for *_, label in tasks], progress)


def _do(task: tuple[Callable[[Any], Any], Any]) -> None:
    work, item = task
    work(item)


def run(work: Any, items: list[Any], labels: list[str], progress: Any = None) -> None:
    """The work on every item, in two or more processes; the first failure stops the rest and names its item."""
    if len(items) <= 1:
        for item, label in zip(items, labels, strict=True):
            _named(work, item, label)
        return
    with instructions.workers() as pool:
        waiting = {pool.submit(work, item): label for item, label in zip(items, labels, strict=True)}
        for done, future in enumerate(as_completed(waiting), 1):
            try:
                future.result()
            except Exception as error:
                pool.shutdown(cancel_futures=True)
                raise RuntimeError(f"{waiting[future]}: {error}") from error
            if progress:
                progress(done, len(items), waiting[future])


def _named(work: Any, item: Any, label: str) -> None:
    try:
        work(item)
    except Exception as error:
        raise RuntimeError(f"{label}: {error}") from error


def _record(name: str) -> Any:
    import activation_functions

    noting.note("function", name)
    return activation_functions.ALL[name]


# ---- claims ----------------------------------------------------------------------------------


class Claims(Mapping[str, dict[str, Any]]):
    """Claims by id. A page depends on those that it reads, not on all that their files hold."""

    def __init__(self, said: dict[str, dict[str, Any]]) -> None:
        self.said = said

    def __getitem__(self, name: str) -> dict[str, Any]:
        noting.note("claim", name)
        return self.said[name]

    def __contains__(self, name: object) -> bool:
        return name in self.said

    def __iter__(self) -> Iterator[str]:
        return iter(self.said)

    def __len__(self) -> int:
        return len(self.said)


@cache
def claims() -> Mapping[str, dict[str, Any]]:
    """Every claim's answer by its id, in the order of topics and files."""
    found: dict[str, dict[str, Any]] = {}
    with noting.noting():
        for made in catalogue().values():
            if made.kind == "claims":
                for name, said in answer(made).items():
                    if name in found:
                        raise Wrong(Fault(made.file, line_of(made.file, f"{name} = "), f"two claims are called {name}", "give one of them another name"))
                    found[name] = said
    return Claims(found)


def claims_about(function: str) -> list[str]:
    """Claims that name this function, or whose code calls it."""
    with noting.noted_as("claims about", function):
        record = _record(function)
        # No letter and no blank before the name, so that ReLU is not heard in PReLU or Leaky ReLU.
        named, called = re.compile(rf"(?<![a-z ]){record.name}(?![a-z])", re.I), re.compile(rf"\b{record.id}[(.]")
        return [name for name, said in claims().items() if named.search(said["said"][0]) or called.search(said["code"])]


def slug(claim: str) -> str:
    """A claim's id as its address has it."""
    return claim.replace("_", "-")
