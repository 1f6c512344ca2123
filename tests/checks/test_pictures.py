"""What the eye reads in a figure cannot change unnoticed; a function cannot be drawn under another's name; a title cannot be wrong."""

import copy
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from answers import figure, names
from answers.names import Made
from checks import pictures
from drawing.figure import Pen
from house import House
from language.words import Words

SOFT = names.catalogue()["soft_and_hard"]


def table(curves: list[tuple[str, Any, Any]]) -> str:
    return "curve,x,y\n" + "".join(f"{name},{a:.10g},{b:.10g}\n" for name, x, y in curves for a, b in zip(x, y, strict=True))


def test_a_sound_house_has_no_faults(house: House) -> None:
    assert pictures.raw_graphs() == pictures.undecided() == []
    assert [line.split("\t")[0] for line in pictures.lines()] == ["figure.hill"]
    house.edit("scripts/figures/hill.py", ("holds", "held"))
    (fault,) = pictures.undecided()
    assert str(fault).endswith("in both languages, as Words, whether it is so")
    assert fault.line == 3


# ---- the ledger's lines ----------------------------------------------------------------------


def test_a_line_for_each_figure(made: None) -> None:
    lines = {line.partition("\t")[0]: line for line in pictures.lines()}
    assert set(lines) == {f"figure.{name}" for name, each in names.catalogue().items() if each.kind == "figures"}
    assert all("\n" not in line for line in lines.values())
    soft = lines["figure.soft_and_hard"].split("\t")
    assert "Soft: the slope keeps shrinking. Hard: the slope is zero" in soft
    assert "x 0 to 12 linear, y 1e-11 to 2 log; x -4 to 4 linear, y -0.04 to 1.25 linear" in soft
    assert "sigmoid.derivative(x) 241; tanh.derivative(x) 241; relu.derivative(x) 5" in soft
    assert any(part.startswith("made by ") for part in lines["figure.boundaries"].split("\t"))


def replaced(which: str, place: int, new: str) -> Callable[[dict[str, Any]], None]:
    def change(said: dict[str, Any]) -> None:
        row = next(row for row in said["words"][which] if row[place])
        row[place] = new

    return change


SABOTAGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a tick relabelled": replaced("en", 1, "10⁻⁴"),
    "a tick moved": replaced("en", 0, "1 x 5"),
    "a label at another curve": replaced("zh-Hant", 2, "tanh(x)"),
    "a word of the narrow drawing": replaced("zh-Hant.narrow", 1, "別的"),
    "a range cropped": lambda said: said["frames"]["en"].__setitem__(0, "x 0 to 11 linear, y 1e-11 to 2 log"),
    "a scale": lambda said: said["frames"]["en"].__setitem__(0, said["frames"]["en"][0].replace("log", "linear")),
    "a title": lambda said: said["title"].__setitem__(0, "軟飽和的斜率一路變大"),
    "an English alternative text": lambda said: said["alt"].__setitem__(1, said["alt"][1].replace("falling", "rising")),
    "a caption": lambda said: said["caption"].__setitem__(0, said["caption"][0] + "。"),
    "a description": lambda said: said["description"].__setitem__(1, "Nothing."),
    "what it assumes": lambda said: said["assumes"].append(["一", "one"]),
    "a colour": lambda said: said["shapes"]["en"].__setitem__(0, "00000000"),
    "data": lambda said: said.__setitem__("data", said["data"].replace("sigmoid.derivative(x),0,0.25", "sigmoid.derivative(x),0,0.2501")),
    "data under another name": lambda said: said.__setitem__("data", said["data"].replace("sigmoid.", "tanh.")),
}


@pytest.mark.parametrize("name", SABOTAGES)
def test_what_the_eye_reads_moves_the_line(made: None, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    true = [(each, names.answer(each)) for each in (names.catalogue()["compare_smooth"], SOFT, names.catalogue()["relu_shape"])]
    monkeypatch.setattr(pictures, "figures", lambda: true)
    before = list(pictures.lines())
    said = copy.deepcopy(names.answer(SOFT))
    SABOTAGES[name](said)
    assert said != names.answer(SOFT)
    monkeypatch.setattr(pictures, "figures", lambda: [(each, said if each == SOFT else answer) for each, answer in true])
    moved = {a.partition("\t")[0] for a, b in zip(before, pictures.lines(), strict=True) if a != b}
    assert moved == {"figure.soft_and_hard"}


def test_the_last_bits_move_no_line(made: None, monkeypatch: pytest.MonkeyPatch) -> None:
    said = copy.deepcopy(names.answer(SOFT))
    curves = [(name, x, y * (1 + 2e-10)) for name, (x, y) in pictures.series(said).items()]
    assert table(curves) != said["data"]
    before = list(pictures._marks(SOFT, said))
    said["data"] = table(curves)
    assert list(pictures._marks(SOFT, said)) == before


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A file of a figure, in a folder that counts as the scripts."""
    monkeypatch.setattr(pictures, "SCRIPTS", tmp_path)
    (tmp_path / "figures").mkdir()

    def written(text: str) -> Path:
        file = tmp_path / "figures" / f"figure{abs(hash(text))}.py"
        file.write_text(text, "utf-8")
        return file

    return written


RANDOM = 'from language.words import Words\n\ntitle = Words("山", "A hill")\n\ndef draw(ax, pen):\n    pen.curve(ax, *np.random.default_rng(5).random((2, 9)), "walk")\n'


def test_another_seed_moves_the_line_and_another_word_only_the_words(folder: Callable[[str], Path]) -> None:
    def recipe(text: str) -> str:
        return pictures.drawn_at_random(Made("figures", "walk", folder(text).replace(folder(text).with_name("walk.py"))))

    before = recipe(RANDOM)
    assert len(before) == 8
    assert recipe(RANDOM.replace("rng(5)", "rng(6)")) != before
    assert recipe(RANDOM.replace('"walk"', '"run"')) != before
    assert recipe(RANDOM.replace("A hill", "A mountain")) == before
    assert recipe(RANDOM + "\n\ndef numbers():\n    return {}  # quoted in lines of their own\n") == before
    assert recipe(RANDOM.replace("default_rng(5)", "nothing")) == ""


# ---- functions are drawn by their records ----------------------------------------------------

HEAD = "import numpy as np\nfrom activation_functions import ALL, sigmoid, tanh as th\nfrom language.words import Words\n\n\ndef draw(ax, pen):\n    x = np.linspace(0, 1)\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('pen.curve(ax, x, sigmoid(x), "a", "c1", "σ")', "curve(…) plots sigmoid(x)"),
        ('pen.curve(ax, x, 2 * th(x) + 1, "sigmoid slope")', "curve(…) plots th(x)"),
        ("ax.plot(x, sigmoid.derivative(x))", "plot(…) plots sigmoid.derivative(x)"),
        ("y = np.abs(sigmoid.second_derivative(x))\n    ax.plot(x, y)", "plot(…) plots sigmoid.second_derivative(x)"),
        ('f = 1\n    pen.keep("f", x, ALL["gelu"](x))', "keep(…) plots ALL['gelu'](x)"),
        ("pen.dot(ax, 0, float(sigmoid(0.0)))", "dot(…) plots sigmoid(0.0)"),
        ("for f in (sigmoid, th):\n        ax.fill_between(x, 0, f.derivative(x))", "fill_between(…) plots f.derivative(x)"),
    ],
)
def test_what_a_record_computes_is_not_plotted_by_hand(folder: Callable[[str], Path], code: str, said: str) -> None:
    file = folder(f"{HEAD}    {code}\n")
    (fault,) = pictures.by_hand(file)
    assert fault.what.startswith(said)
    assert "pen.graph" in fault.remedy
    assert fault.line == 7 + len(code.splitlines())


@pytest.mark.parametrize(
    "code",
    [
        'pen.graph(ax, sigmoid, x, derivative=1, label="symbol")',
        'pen.curve(ax, x, x**2, "square")',
        'path = train(sigmoid)\n    pen.curve(ax, x, path, "loss")',
        'pen.curve(ax, x, x, f"output {sigmoid(0.0):.2f}")',
        "ax.set_title(sigmoid.name)",
    ],
)
def test_what_is_no_graph_is_plotted_as_before(folder: Callable[[str], Path], code: str) -> None:
    assert list(pictures.by_hand(folder(f"{HEAD}    {code}\n"))) == []


X = np.linspace(-3, 3, 25)


@pytest.mark.parametrize(
    ("name", "y", "said"),
    [
        ("sigmoid slope", 1 - np.tanh(X) ** 2, "the curve 'sigmoid slope' bears the name of a function|has the values of tanh.derivative\\(x\\)"),
        ("f′", 2 * np.tanh(X) * (np.tanh(X) ** 2 - 1), "has the values of tanh.second\\(x\\)"),
        ("tanh", X**2, "the curve 'tanh' bears the name of a function"),
        ("hill", np.maximum(X, 0), "has the values of \\w+\\(x\\)"),
    ],
)
def test_a_curve_with_the_values_or_the_name_of_a_function_is_refused(name: str, y: Any, said: str) -> None:
    found = [fault.what for fault in pictures.alike(SOFT, pictures.series({"data": table([(name, X, y)])}))]
    assert found
    assert all(re.search(said, what) for what in found)


@pytest.mark.parametrize(
    ("name", "y"), [("a line", 2 * X), ("level", 0 * X + 1), ("tanh from 1", X**2), ("sigmoid.derivative(x)", X**2), ("waves", np.sin(X) + X**3)]
)
def test_a_curve_that_is_nobodys_is_left_alone(name: str, y: Any) -> None:
    assert list(pictures.alike(SOFT, pictures.series({"data": table([(name, X, y)])}))) == []


@pytest.mark.parametrize(
    ("text", "curve", "said"),
    [
        ("σ′", "", "the label 'σ′' was not written by a record"),
        ("f′(x)", "slopes", "the label"),
        ("ReLU", "tanh from 1", "the label 'ReLU' names relu, and its curve is called 'tanh from 1'"),
        ("σ，2個輸入", "tanh 2 inputs", "names sigmoid"),
        ("ReLU", "leaky_relu, gain 1", "names relu"),
    ],
)
def test_a_label_that_is_not_its_curves_is_refused(text: str, curve: str, said: str) -> None:
    (fault,) = pictures.mislabelled(SOFT, {"words": {"en": [["1 at 3 4", text, curve]], "zh-Hant": [["1 at 3 4", text, curve]]}})
    assert said in fault.what


@pytest.mark.parametrize(
    ("text", "curve"),
    [
        ("σ", "steps, sigmoid"),
        ("1 + tanh", "steps, tanh_raised"),
        ("ReLU", "ReLU from 4"),
        ("增益2", "relu, gain 2"),
        ("σ′", "sigmoid.derivative(x)"),
        ("tf.nn.relu(x)", ""),
    ],
)
def test_a_label_of_its_own_curve_is_accepted(text: str, curve: str) -> None:
    assert list(pictures.mislabelled(SOFT, {"words": {"en": [["1 at 3 4", text, curve], ["1 title left", "f′ and ReLU", ""]]}})) == []


# ---- words are decided -----------------------------------------------------------------------

TITLED = '"""Hills."""\n\nfrom language.words import Words\n\ntitle = Words("山比谷高", "Hills are higher than valleys")\n'


@pytest.mark.parametrize(
    "rest",
    ["", "def holds(drawn):\n    return {}\n", 'def holds(drawn):\n    return {Words("谷高", "Mountains are higher"): True}\n'],
)
def test_a_title_that_nothing_decides_is_named(folder: Callable[[str], Path], rest: str) -> None:
    file = folder(TITLED + rest)
    (fault,) = pictures.undecided()
    assert (fault.file, fault.line) == (file, 5)
    assert "nothing decides the title 'Hills are higher than valleys'" in str(fault)


def test_a_piece_of_the_title_in_both_languages_is_enough(folder: Callable[[str], Path]) -> None:
    folder(TITLED + 'def holds(drawn):\n    return {Words("比谷高", "higher than valleys"): drawn["hill"][1].max() > 1}\n')
    assert pictures.undecided() == []


def decided(file: Path, truth: Any) -> None:
    """As `answers.figure` asks a figure with this title."""
    file.write_text(TITLED, "utf-8")
    pen = Pen("en", False)
    pen.keep("hill", [0, 1], [2, 3])
    said = {part: Words("山比谷高", "Hills are higher than valleys") for part in figure.SAID}
    figure._hold(SimpleNamespace(__file__=str(file), holds=truth, **said), pen)


def test_a_sentence_that_holds_is_accepted(tmp_path: Path) -> None:
    decided(tmp_path / "hill.py", lambda drawn: {Words("比谷高", "higher than valleys"): drawn["hill"][1].max() == 3, Words("山", "Hills"): np.bool_(True)})


@pytest.mark.parametrize(
    ("truth", "said"),
    [
        (lambda drawn: {Words("比谷高", "higher than valleys"): drawn["hill"][1].max() < 3}, "hill.py:5: the figure says 'higher than valleys', and what it draws says otherwise; "),
        (lambda drawn: {Words("比谷低", "higher than valleys"): True}, "hill.py:1: holds\\(\\) decides '比谷低', and neither title"),
        (lambda drawn: {Words("比谷高", "lower than valleys"): True}, "hill.py:1: holds\\(\\) decides 'lower than valleys'"),
        (lambda drawn: {Words("比谷高", "higher than valleys"): 1}, "hill.py:5: holds\\(\\) gives 1 for"),
        (lambda drawn: {Words("比谷高", "higher than valleys"): drawn["valley"][1].max() > 1}, "hill.py:1: holds\\(\\) asks for 'valley', and the curves are hill"),
    ],
)  # fmt: skip
def test_a_sentence_that_does_not_hold_is_refused_with_its_line(tmp_path: Path, truth: Any, said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said):
        decided(tmp_path / "hill.py", truth)


def test_two_axes_of_one_panel_with_one_name_are_told() -> None:
    said = copy.deepcopy(names.answer(names.catalogue()["zigzag"]))
    made = names.catalogue()["zigzag"]
    assert list(pictures.twins(made, said)) == []
    next(row for row in said["words"]["en"] if row[0] == "2 x axis")[1] = "w₂"
    (fault,) = pictures.twins(made, said)
    assert "both axes of panel 2 are called 'w₂'" in str(fault)
