"""Work is done once for each state of what it depends on: near and far, no less and not much more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from answers import cache, names
from language.words import hans
from project.imports import UnreadableImport, closure
from project.paths import FUNCTIONS, ROOT, SCRIPTS, STYLE, TYPEFACES

Edited = Callable[..., set[str]]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], set[str]]:
    """The names of the files that a script of these lines depends on."""

    def brings(lines: str) -> set[str]:
        file = tmp_path / f"script{hash(lines)}.py"
        file.write_text(lines, "utf-8")
        return {path.stem for path in closure(file)} - {file.stem}

    return brings


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> Edited:
    """The made things that would be made anew if these files changed."""
    key = names._key.__wrapped__  # without its memory

    def stale(*files: Path) -> set[str]:
        assert all(file.exists() for file in files)
        before = {name: key(made) for name, made in names.catalogue().items()}
        true = cache._file_hash
        with monkeypatch.context() as patch:
            patch.setattr(cache, "_file_hash", lambda path: b"edited" if path in files else true(path))
            return {name for name, made in names.catalogue().items() if key(made) != before[name]}

    return stale


def kind(which: str) -> set[str]:
    return {name for name, made in names.catalogue().items() if made.kind == which}


# ---- closures --------------------------------------------------------------------------------


def test_one_function_brings_its_own_file_alone(script: Callable[[str], set[str]]) -> None:
    found = script("from activation_functions import gelu")
    assert {"gelu", "activation", "__init__", "rounding"} <= found
    assert not {"relu", "silu", "softmax"} & found


@pytest.mark.parametrize(
    "line",
    ["from activation_functions import ALL", "import activation_functions", "from activation_functions import gelu, ALL", "import activation_functions as a"],
)
def test_all_functions_bring_all_files(script: Callable[[str], set[str]], line: str) -> None:
    assert set(names.functions()) <= script(line)


def test_records_bring_no_function(script: Callable[[str], set[str]]) -> None:
    assert not set(names.functions()) & script("from activation_functions import Activation, Kink\nfrom activation_functions.activation import Floats")


@pytest.mark.parametrize(
    "line",
    [
        "from activation_functions.functions.gelu import value",
        "import activation_functions.functions.gelu",
        "from activation_functions.functions import gelu",
        "def f():\n    from activation_functions import gelu",
    ],
)
def test_every_way_to_import(script: Callable[[str], set[str]], line: str) -> None:
    assert "gelu" in script(line)


def test_imports_are_followed_far(script: Callable[[str], set[str]]) -> None:
    assert {"facts", "formula", "words"} <= script("from mathematics.facts import digits")
    assert "figure" not in script("from mathematics.facts import digits")
    assert "numpy" not in script("import numpy as np")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("from .facts import digits", r":1: a relative import hides"),
        ("import numpy\nfrom mathematics.fakts import digits", r":2: no file of this project answers `from mathematics.fakts import digits`"),
        ("from mathematics import facts, fakts", r":1: no file of this project answers"),
        ("from activation_functions.functions.jelu import jelu", r":1: no file of this project answers"),
    ],
)
def test_an_import_that_cannot_be_followed_is_an_error(script: Callable[[str], set[str]], line: str, said: str) -> None:
    with pytest.raises(UnreadableImport, match=said):
        script(line)


def test_a_room_brings_only_what_is_named(script: Callable[[str], set[str]]) -> None:
    """The closure stays as fine as files: a room's door brings nothing."""
    assert "facts" not in script("from mathematics.formula import ball")
    assert {"facts", "formula"} <= script("from mathematics import facts")


# ---- what an edit makes anew -----------------------------------------------------------------


def test_a_function_concerns_what_imports_it(edited: Edited) -> None:
    stale = edited(FUNCTIONS / "gelu.py")
    assert {"facts_gelu", "gelu_shape", "gelu_derivative"} <= stale
    assert not {"facts_relu", "relu_shape", "facts_sigmoid", "sigmoid_shape", "sigmoid_derivative", "silu_derivative"} & stale


def test_the_style_redraws_every_figure_and_nothing_else(edited: Edited) -> None:
    assert edited(STYLE) == kind("figures")


def test_the_typefaces_redraw_figures(edited: Edited) -> None:
    assert kind("figures") <= edited(TYPEFACES[0])


def test_a_row_of_the_glossary_redraws_the_figures_that_show_its_word(made: None, edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the words that each had converted, not by the file."""
    assert edited(ROOT / "docs" / "glossary.tsv") == set()
    figures = [made for made in names.catalogue().values() if made.kind == "figures"]
    assert all(names._known(figure) for figure in figures)
    before = {figure.name: names.drawn(figure) for figure in figures}
    monkeypatch.setattr(names, "hans", lambda hant: hans(hant).replace("梯度", "斜度"))
    stale = {figure.name for figure in figures if not names._known(figure)}
    shown = {figure.name for figure in figures if any("梯度" in text for _, text, _ in _spoken(figure))}
    assert stale == shown
    assert 0 < len(stale) < len(figures) / 10
    assert {figure.name: names.drawn(figure) for figure in figures} == before


def _spoken(figure: names.Made) -> list[list[str]]:
    return [words for which, said in names.answer(figure)["words"].items() if which.startswith("zh-Hant") for words in said]


def test_a_figure_whose_words_are_converted_otherwise_today_is_drawn_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figure, calls = names.catalogue()["zigzag"], []

    def made(module: object) -> dict[str, object]:
        calls.append(1)
        return {"drawn": len(calls), "converted": {"網路": ("网络", "網絡")[len(calls) - 1]}}

    monkeypatch.setattr("answers.figure.make", made)
    monkeypatch.setattr("project.instructions.kept", lambda: True)  # so that it is made here
    answer = names.answer.work  # without its memory
    assert [answer(figure)["drawn"], answer(figure)["drawn"]] == [1, 1]
    first = names.drawn(figure)
    monkeypatch.setattr(names, "hans", lambda hant: "網絡")
    assert not names._known(figure)
    assert [answer(figure)["drawn"], answer(figure)["drawn"]] == [2, 2]
    assert names._known(figure)
    assert names.drawn(figure) != first  # so its downloads are made anew


def test_engines_concern_what_they_make(edited: Edited) -> None:
    assert kind("figures") | kind("facts") | kind("derivations") | kind("claims") <= edited(SCRIPTS / "language" / "words.py")
    assert not kind("numerics") & edited(SCRIPTS / "language" / "words.py")
    assert kind("facts") | kind("derivations") <= edited(SCRIPTS / "mathematics" / "formula.py")
    assert kind("figures") <= edited(SCRIPTS / "drawing" / "figure.py")
    assert not kind("derivations") & edited(SCRIPTS / "drawing" / "figure.py")
    assert edited(SCRIPTS / "answers" / "figure.py") == kind("figures")
    assert not kind("facts") & edited(SCRIPTS / "mathematics" / "derivation.py")
    above = edited(SCRIPTS / "publish" / "staging.py", SCRIPTS / "checks" / "ledger.py", SCRIPTS / "hook.py", SCRIPTS / "docs.py")
    assert above == {"rooms_and_imports"}


def test_a_shape_depends_on_its_function(edited: Edited) -> None:
    """The picture of a function has no file of its own."""
    assert {f"{name}_shape" for name in names.functions()} <= edited(SCRIPTS / "drawing" / "shape.py")
    assert "tanh_shape" in edited(FUNCTIONS / "tanh.py")


def test_the_drawing_of_the_rooms_follows_every_import(edited: Edited) -> None:
    for file in (SCRIPTS / "docs.py", SCRIPTS / "checks" / "layout.py", FUNCTIONS / "gelu.py"):
        assert "rooms_and_imports" in edited(file)


def test_other_tools_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    made, key = names.catalogue()["gelu_shape"], names._key.__wrapped__
    before = key(made)
    monkeypatch.setattr(cache, "_tools", lambda: "numpy=999")
    assert key(made) != before


# ---- remembering -----------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "STORE", tmp_path / "cache")
    return tmp_path / "cache"


def test_once_for_each_key(store: Path) -> None:
    calls: list[int] = []

    def make() -> dict[str, int]:
        calls.append(1)
        return {"n": len(calls)}

    assert cache.remember("thing", "a", make) == cache.remember("thing", "a", make) == {"n": 1}
    assert cache.remember("thing", "b", make) == {"n": 2}
    assert cache.remember("thing", "a", make) == {"n": 1}
    assert cache.known("thing", "b")
    assert not cache.known("thing", "c")


def test_work_that_fails_leaves_nothing(store: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        cache.remember("thing", "a", lambda: 1 / 0)
    assert not cache.known("thing", "a")
    assert cache.remember("thing", "a", lambda: 5) == 5


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        (lambda data: data[: len(data) // 2], "cut off"),
        (lambda data: data.replace(b"1", b"2"), "altered"),
        (lambda data: b"", "empty"),
        (lambda data: b'{"n": 1}', "from an older edition"),
        (lambda data: b"\xff\xfe" + data, "bytes that are no text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_entry_is_noticed_and_made_again(store: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[bytes], bytes], name: str) -> None:
    cache.remember("thing", "a", lambda: {"n": 1})
    (entry,) = store.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.remember("thing", "a", lambda: {"n": 3}) == {"n": 3}, name
    assert "thing-a.json is damaged and is made again" in capsys.readouterr().err
    assert cache.remember("thing", "a", lambda: {"n": 4}) == {"n": 3}


def test_an_entry_under_another_name_is_foreign(store: Path) -> None:
    cache.remember("thing", "a", lambda: 1)
    (store / "thing-a.json").rename(store / "thing-b.json")
    assert cache.remember("thing", "b", lambda: 2) == 2


def test_an_interruption_leaves_the_last_good_state(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = store / "page.md"
    assert cache.write(target, b"good")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)  # the moment between draft and rename
        with pytest.raises(KeyboardInterrupt):
            cache.write(target, b"half")
        with pytest.raises(KeyboardInterrupt):
            cache.remember("thing", "a", lambda: "half")
    assert target.read_bytes() == b"good"
    assert not cache.known("thing", "a")
    assert cache.write(target, b"better")
    assert cache.remember("thing", "a", lambda: "whole") == "whole"


def test_what_did_not_change_is_not_written(store: Path) -> None:
    target = store / "page.md"
    cache.write(target, b"same")
    before = target.stat().st_mtime_ns
    assert not cache.write(target, b"same")
    assert target.stat().st_mtime_ns == before
    assert [path.name for path in store.iterdir()] == ["page.md"]  # no drafts left
