"""What part of a layer's work is its activation: counted, and timed, by width."""

import ast
from fractions import Fraction

import numpy as np

from activation_functions import gelu, relu, sigmoid, tanh
from drawing.figure import COLOURS
from language.words import Words
from mathematics.recorded import recorded

title = Words("層越寬，激活函數占的時間越少", "The wider the layer, the less of its time goes into the activation")
caption = Words(
    "激活函數占整層的比例：一層有$n$個輸入與$n$個輸出，橫軸是$n$，兩軸都是對數尺度。實線是量到的時間，虛線是Sigmoid的運算次數。六十四個樣本一起算。",
    "The activation's part of a layer with $n$ inputs and $n$ outputs, against $n$; both scales are logarithmic. Full lines are measured times, the dashed line is the number of operations of the sigmoid. Sixty-four samples at once.",
)
alt = Words(
    "四條往右下方走的線：GELU在上，ReLU在下，Sigmoid與tanh在中間。虛線最低，也往下走。",
    "Four lines fall to the right: GELU above, ReLU below, the sigmoid and tanh between them. The dashed line is the lowest and falls too.",
)
description = Words(
    "寬度六十四：ReLU占$[[share_of_a_layer.relu_64:2%]]$，Sigmoid占$[[share_of_a_layer.sigmoid_64:2%]]$，GELU占$[[share_of_a_layer.gelu_64:2%]]$。寬度一千零二十四：依序是$[[share_of_a_layer.relu_1024:2%]]$、$[[share_of_a_layer.sigmoid_1024:2%]]$、$[[share_of_a_layer.gelu_1024:2%]]$。",
    "At a width of sixty-four ReLU has $[[share_of_a_layer.relu_64:2%]]$, the sigmoid $[[share_of_a_layer.sigmoid_64:2%]]$ and GELU $[[share_of_a_layer.gelu_64:2%]]$. At one thousand and twenty-four they have $[[share_of_a_layer.relu_1024:2%]]$, $[[share_of_a_layer.sigmoid_1024:2%]]$ and $[[share_of_a_layer.gelu_1024:2%]]$.",
)
KNOWN = recorded("layers")
assumes = (
    Words(
        f"NumPy與SciPy，float32，一個執行緒，{KNOWN['machine']}，{KNOWN['date']}測量，取多輪中最短的一次。比例是激活函數的時間除以它與乘法的時間之和。換一臺機器，比例就會變。",
        f"NumPy and SciPy, float32, one thread, {KNOWN['machine']}, measured on {KNOWN['date']}, the shortest of several rounds. The part is the time of the activation over that of it and the product together. On another machine it changes.",
    ),
)
WIDTHS = (64, 256, 1024)

# What a program does, with the constants folded; `kept` is the value that the way forward has stored.
FORWARD = {"relu": "max(x, 0)", "sigmoid": "1 / (1 + exp(-x))", "tanh": "tanh(x)", "gelu": "x * (0.5 + 0.5 * erf(root * x))"}
BACK = {
    "relu": "kept > 0",
    "sigmoid": "kept * (1 - kept)",
    "tanh": "1 - kept * kept",
    "gelu": "0.5 + 0.5 * erf(root * x) + x * (density * exp(-0.5 * x * x))",
}
RECORDS = {"relu": relu, "sigmoid": sigmoid, "tanh": tanh, "gelu": gelu}


def operations(line):
    """How many operations of one kind each: additions, products, divisions, changes of sign and comparisons; and calls of a function."""
    nodes = [node for node in ast.walk(ast.parse(line, mode="eval")) if isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call))]
    calls = sum(isinstance(node, ast.Call) and ast.unparse(node.func) != "max" for node in nodes)
    return len(nodes) - calls, calls


def checked():
    """That these lines are the functions and their slopes."""
    from scipy.special import erf

    x = np.linspace(-4, 4, 401)
    words = {"exp": np.exp, "tanh": np.tanh, "erf": erf, "max": np.maximum, "root": 0.5**0.5, "density": (2 * np.pi) ** -0.5, "x": x}
    for name, f in RECORDS.items():
        kept = eval(FORWARD[name], words)
        assert np.allclose(kept, f(x), atol=1e-14)
        assert np.allclose(eval(BACK[name], words | {"kept": kept}), f.derivative(x), atol=1e-14)
    return True


def part(name, width):
    """The activation's part of the time of a layer, to two digits, which is what a timing is worth."""
    ms = KNOWN["ms"]["beside"]
    own = ms[f"{width}, {name}"]
    return Fraction(f"{own / (own + ms[f'{width}, product']):.2g}")


def counted(name, width):
    """Its part of the operations: a layer makes a product and an addition for each input of a unit."""
    own = sum(operations(FORWARD[name]))
    return Fraction(own, own + 2 * width)


def times(of, beside, among="slopes"):
    ms = KNOWN["ms"][among]
    return Fraction(f"{ms[of] / ms[beside]:.2g}")


def speed(library, of, beside, dtype="float32", what="value"):
    """From the record of all functions: how many times as long one takes as the other, element by element."""
    ns = recorded("speed")["ns"][dtype]
    return Fraction(f"{ns[of][f'{what} {library}'] / ns[beside][f'{what} {library}']:.2g}")


def numbers():
    assert checked()
    found = {f"{name}_{width}": part(name, width) for name in RECORDS for width in WIDTHS}
    found |= {f"counted_{name}_{width}": counted(name, width) for name in RECORDS for width in WIDTHS}
    for way, lines in (("forward", FORWARD), ("back", BACK)):
        for name, line in lines.items():
            found[f"{way}_{name}"], found[f"{way}_{name}_calls"] = operations(line)
    for name in ("sigmoid", "tanh", "gelu"):
        found |= {f"numpy_{name}": times(f"1024, {name}", "1024, relu", "beside"), f"torch_{name}": speed("torch", name, "relu")}
    copies = recorded("speed")["ns"]["float32"]
    found |= {f"copies_{name}": Fraction(f"{copies[name]['value torch'] / copies[name]['copy']:.2g}") for name in RECORDS}
    return found | {
        "pencil_relu": counted("relu", 16),
        "pencil_sigmoid": counted("sigmoid", 16),
        "kept_sigmoid": times("sigmoid, kept", "sigmoid, anew"),
        "kept_tanh": times("tanh, kept", "tanh, anew"),
        "torch_back_sigmoid": speed("torch", "sigmoid", "relu", what="slope"),
        "blocks": times("in blocks", "three passes", "passes"),
        "three_passes": times("three passes", "copy", "passes"),
        "in_blocks": times("in blocks", "copy", "passes"),
        "together_1024": times("1024, batch, one matrix", "1024, batch, unit by unit", "together"),
        "together_64": times("64, batch, one matrix", "64, batch, unit by unit", "together"),
    }


def holds(drawn):
    lines = {name: drawn[f"time, {name}"][1] for name in RECORDS}
    lowest = drawn["sigmoid, counted"][1]
    return {
        Words("虛線最低，也往下走", "The dashed line is the lowest and falls too"): np.all(lowest < lines["relu"]) and np.all(np.diff(lowest) < 0),
        Words("層越寬，激活函數占的時間越少", "The wider the layer, the less of its time goes into the activation"): all(
            np.all(np.diff(line) < 0) for line in lines.values()
        ),
        Words("GELU在上，ReLU在下", "GELU above, ReLU below"): all(
            np.all(lines["relu"] < lines[name]) and np.all(lines[name] <= lines["gelu"]) for name in ("sigmoid", "tanh")
        ),
    }


def draw(ax, pen):
    looks = {"gelu": ("c4", "GELU"), "tanh": ("c3", "tanh"), "sigmoid": ("c2", "Sigmoid"), "relu": ("c1", "ReLU")}
    for name, (colour, label) in looks.items():
        apart = (8, 3) if name == "sigmoid" else (8, 0)
        pen.curve(ax, WIDTHS, [float(part(name, width)) for width in WIDTHS], f"time, {name}", colour, label, offset=apart, marker="o", markersize=4)
    pen.keep("sigmoid, counted", WIDTHS, [float(counted("sigmoid", width)) for width in WIDTHS])
    ax.plot(WIDTHS, [float(counted("sigmoid", width)) for width in WIDTHS], linestyle="--", color=COLOURS["muted"][0])
    pen.note(ax, WIDTHS[0], float(counted("sigmoid", WIDTHS[0])), Words("Sigmoid，數次數", "sigmoid, counted"), "muted", (2, -25), fontsize=10)
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_xlabel(pen.say(Words("層的寬度", "width of the layer")))
    pen.ticks(ax, x=WIDTHS, y=[0.001, 0.01, 0.1, 1], xnames=[str(width) for width in WIDTHS], ynames=["0.1 %", "1 %", "10 %", "100 %"])
