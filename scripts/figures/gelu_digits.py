"""How many digits of GELU each library gets right on the left, where a textbook formula subtracts two nearly equal numbers."""

import math
from fractions import Fraction

import numpy as np

from language.words import Words
from mathematics.recorded import recorded

title = Words("左端剩下幾位正確，各家差很多", "How many digits survive on the left depends on the library")
caption = Words(
    "GELU的值在float64裡有幾位十進位數字正確，每一段取最差的。本站的程式一路保持十五位；PyTorch往左逐漸失去，最後一位不剩；TensorFlow的$1/\\sqrt{2}$只有單精度，處處至少少掉三分之一。",
    "How many decimal digits of GELU's value are right in float64, the worst of each stretch. The code of this site keeps fifteen all the way; PyTorch loses them one by one and ends with none; TensorFlow's $1/\\sqrt{2}$ has single precision only and costs a third of them or more everywhere.",
)
alt = Words(
    "四條曲線，橫軸由負三十七到三：本站在最上面保持水平，JAX緩緩下降，TensorFlow約在中間以下，PyTorch從右邊的高處直落到零。",
    "Four curves from minus thirty-seven to three: this site stays level at the top, JAX sinks slowly, TensorFlow runs below the middle, PyTorch falls from the top on the right down to zero.",
)
description = Words(
    "最左端：本站$[[gelu_digits.left_here]]$位，JAX$[[gelu_digits.left_jax]]$位，TensorFlow$[[gelu_digits.left_tensorflow]]$位，PyTorch$[[gelu_digits.left_torch]]$位。PyTorch自$x=[[gelu_digits.torch]]$往左失去一半以上的位數。",
    "At the left end: this site $[[gelu_digits.left_here]]$ digits, JAX $[[gelu_digits.left_jax]]$, TensorFlow $[[gelu_digits.left_tensorflow]]$, PyTorch $[[gelu_digits.left_torch]]$. From $x = [[gelu_digits.torch]]$ leftwards PyTorch has lost half of its digits or more.",
)
LINES = {
    "activation_functions": ("c1", Words("本站", "this site"), 12),
    "jax": ("c3", "JAX", -6),
    "tensorflow": ("c4", "TensorFlow", 6),
    "torch": ("c2", "PyTorch", 6),
}


def numbers():
    peers = recorded("peers")
    digits, errors = peers["digits"]["gelu"], peers["accuracy"]
    left = {f"left_{'here' if name == 'activation_functions' else name}": Fraction(str(round(digits[name][0], 1))) for name in LINES}
    worst = {
        "here": errors["gelu"]["activation_functions"]["value"]["ulp"],
        "jax": errors["gelu"]["jax"]["value"]["ulp"],
        "torch": errors["gelu"]["torch"]["value"]["lost"]["left"],
        "tensorflow": errors["gelu"]["tensorflow"]["value"]["lost"]["left"],
        "sigmoid": errors["sigmoid"]["torch"]["derivative"]["lost"]["right"],
        "softmax_here": errors["softmax"]["activation_functions"]["value"]["ulp"],
        "softmax": max(errors["softmax"][name]["value"]["ulp"] for name in errors["softmax"] if name != "activation_functions"),
        "softplus": errors["softplus"]["torch"]["value"]["ulp"],
    }
    below = {f"least_{dtype}": -round(math.log10(floor)) for dtype, floor in peers["left_out_below"].items()}  # as powers of ten
    return left | below | {name: Fraction(str(value)) for name, value in worst.items()}


def holds(drawn):
    left = {name: drawn[name][1][0] for name in LINES}
    return {
        Words("各家差很多", "depends on the library"): max(left.values()) - min(left.values()) > 8,
        Words("本站在最上面保持水平", "this site stays level at the top"): max(left, key=left.get) == "activation_functions"
        and min(drawn["activation_functions"][1]) > 15,
        Words("PyTorch往左逐漸失去，最後一位不剩", "PyTorch loses them one by one and ends with none"): left["torch"] < 1,
        Words("JAX緩緩下降，TensorFlow約在中間以下", "JAX sinks slowly, TensorFlow runs below the middle"): left["activation_functions"]
        > left["jax"]
        > left["tensorflow"]
        > left["torch"],
        Words("處處至少少掉三分之一", "costs a third of them or more everywhere"): max(drawn["tensorflow"][1]) <= 16 * 2 / 3,
    }


def draw(ax, pen):
    digits = recorded("peers")["digits"]["gelu"]
    x = np.array(digits["x"])
    for name, (colour, label, up) in LINES.items():
        pen.curve(ax, x, digits[name], name, colour)
        pen.note(ax, x[0], digits[name][0], label, colour, (6, up))
    ax.set_xlim(x[0], x[-1])
    ax.set_ylim(-0.4, 18.5)
    pen.ticks(ax, x=[-30, -20, -10, 0], y=[0, 8, 16])
    ax.set_xlabel("x")
