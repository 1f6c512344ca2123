"""A derived Jacobian on a page: its shape, what each symbol stands for, the chains, the whole matrix in one line, and an example by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answers import names
from language.words import Words
from pages.scribe import Scribe

SHAPES = {
    1.0: Words("$n$橫列、$n$直行", "$n$ rows and $n$ columns"),
    0.5: Words("$n$橫列、$2n$直行", "$n$ rows and $2n$ columns"),
    2.0: Words("$2n$橫列、$n$直行", "$2n$ rows and $n$ columns"),
    0.0: Words("一橫列、$n$直行", "one row and $n$ columns"),
}
"""Rows and columns, by how many outputs there are for each input."""

SYMBOLS = {
    "x": Words("$x_j$是第$j$個輸入", "$x_j$ is input number $j$"),
    "delta": Words(
        r"$\delta_{ij}$是克羅內克記號：兩個下標相等時是$1$，否則是$0$",
        r"$\delta_{ij}$ is Kronecker's delta: $1$ where its two indices are equal, otherwise $0$",
    ),
    "indicator": Words(
        r"$\mathbf 1(\cdot)$在括號裡的條件成立時是$1$，否則是$0$", r"$\mathbf 1(\cdot)$ is $1$ where the condition in brackets holds, otherwise $0$"
    ),
    "tau": Words(r"$\tau$是門檻值，由前面的方程式決定", r"$\tau$ is the threshold that the equation further up settles"),
    "w": Words("$w$是最大一項的下標", "$w$ is the index of the largest entry"),
    "sigma": Words(r"$\sigma$是Sigmoid", r"$\sigma$ is the sigmoid"),
    "Phi": Words(r"$\Phi$是標準常態分布的分布函數", r"$\Phi$ is the distribution function of the standard normal distribution"),
    "phi": Words(r"$\varphi$是它的密度", r"$\varphi$ is its density"),
}
"""What a name in the lines stands for."""

LEADS = {
    "threshold": Words("門檻值怎麼隨輸入改變：", "How the threshold changes with an input:"),
    "denominator": Words("分母怎麼隨輸入改變：", "How the denominator changes with an input:"),
    "entry": Words("矩陣的一格：", "One entry of the matrix:"),
    "row": Words("一橫列各格的和：", "The entries of a row add up:"),
    "product": Words("與梯度的乘積，就是程式的`vjp`算的：", "The product with a gradient, which is what `vjp` computes in the code:"),
}
"""What a chain is for."""


def shown(name: str, said: dict[str, Any], scribe: Scribe, listed: Callable[[list[dict[str, Any]], str, Scribe], str]) -> str:
    record, language = names._record(name.removesuffix("_derivative")), scribe.language
    parts = [_shape(record.width).into(language), "\n".join(f"- {each.into(language)}{_stop(language)}" for each in _symbols(said, record.width))]
    at, before = 0, ""
    for number, chain in enumerate(said["chains"]):
        steps, at = said["steps"][at : at + chain["steps"]], at + chain["steps"]
        if chain["kind"] != before:
            parts.append(LEADS[chain["kind"]].into(language))
        before = chain["kind"]
        parts.append(listed(steps, f"{name}-{number + 1}" if number else name, scribe))
    if said["matrix"]:
        column = said["column"]
        whole = Words(
            f"整個矩陣寫成一式，其中${column}$是各個${column}_i$排成的直行：",
            f"The whole matrix in one line, where ${column}$ is the column of all ${column}_i$:",
        )
        parts.append(whole.into(language))
        parts.append(f"$$\nJ = {said['matrix']}\n$$")
    return "\n\n".join([*parts, *_example(said["example"], record.width, language)])


def _stop(language: str) -> str:
    return "." if language == "en" else "。"


def _shape(width: float) -> Words:
    output = "f_i" if width else "f"
    first = Words(
        f"雅可比矩陣$J$有{SHAPES[width].hant}：每個輸出佔一橫列，每個輸入佔一直行，第$i$橫列、第$j$直行是$\\partial {output}/\\partial x_j$。",
        f"The Jacobian $J$ has {SHAPES[width].en}: a row for each output, a column for each input. In row $i$ and column $j$ stands $\\partial {output}/\\partial x_j$. ",
    )
    if not width:
        first = Words(
            "輸出只有一個，所以雅可比矩陣$J$只有一橫列，每個輸入佔一直行，第$j$直行是$\\partial f/\\partial x_j$。",
            "There is one output, so the Jacobian $J$ is one row of $n$ columns: in column $j$ stands $\\partial f/\\partial x_j$. ",
        )
    return Words(f"{first.hant}用到的符號：", f"{first.en}The symbols used:")


def _symbols(said: dict[str, Any], width: float) -> list[Words]:
    """The definitions, in the order of need; each letter of the chains by what it abbreviates."""
    outputs = Words("$f_i$是第$i$個輸出", "$f_i$ is output number $i$") if width else Words("$f$是輸出", "$f$ is the output")
    gradient = (
        Words("$g_i$是損失對$f_i$的導數", "$g_i$ is the derivative of a loss by $f_i$")
        if width
        else Words("$g$是損失對$f$的導數", "$g$ is that of a loss by $f$")
    )
    found = [outputs, SYMBOLS["x"], gradient]
    found += [Words(f"${letter} = {meaning}$", f"${letter} = {meaning}$") for letter, meaning in said["letters"]]
    found += [Words(f"${letter}$是參數", f"${letter}$ is a parameter") for letter in said["parameters"]]
    found += [words for word, words in SYMBOLS.items() if word != "x" and word in said["mentions"]]
    if said["matrix"]:
        found.append(Words(r"$\mathsf T$是轉置", r"$\mathsf T$ marks a transpose"))
        if r"\operatorname{diag}" in said["matrix"]:
            found.append(
                Words(
                    r"$\operatorname{diag}$把直行放上對角線，其餘是$0$",
                    r"$\operatorname{diag}$ puts a column on the diagonal of a matrix that is $0$ elsewhere",
                )
            )
        if r"\mathbf{1}" in said["matrix"]:
            found.append(Words(r"$I$是單位矩陣，$\mathbf{1}$是每一項都是$1$的直行", r"$I$ is the identity matrix, $\mathbf{1}$ a column of ones"))
    return found


def _example(said: dict[str, Any], width: float, language: str) -> list[str]:
    """The matrix at one point, and its product with a gradient; the numbers come from the last lines of the chains."""
    x, product = (_vector(said[part]) for part in ("x", "product"))
    f, g = (_vector(said[part]) if width else said[part][0] for part in ("f", "g"))
    rows = r" \\ ".join(" & ".join(row) for row in said["matrix"])
    f_is, j_is, product_is = (_equals(numbers) for numbers in (said["f"], [entry for row in said["matrix"] for entry in row], said["product"]))
    first = Words(f"用筆算一次：取$x={x}$，輸出是$f{f_is}{f}$，代入得到", f"Once by hand: for $x={x}$ the output is $f{f_is}{f}$, and putting this in gives")
    then = Words(
        f"取梯度$g={g}$，乘積的每一項是$J$的一直行與$g$逐項相乘的和：$g^{{\\mathsf T}}J{product_is}{product}$。程式的`vjp`算出同樣的數。",
        f"For the gradient $g={g}$ each entry of the product is a column of $J$ times $g$, added up: $g^{{\\mathsf T}}J{product_is}{product}$. "
        "`vjp` in the code gives the same numbers.",
    )
    return [first.into(language), f"$$\nJ {j_is} \\begin{{pmatrix}} {rows} \\end{{pmatrix}}\n$$", then.into(language)]


def _vector(numbers: list[str]) -> str:
    """A column, lying down."""
    return r"\left(" + r",\,".join(numbers) + r"\right)"


def _equals(numbers: list[str]) -> str:
    return r"\approx " if any("." in number for number in numbers) else "="
