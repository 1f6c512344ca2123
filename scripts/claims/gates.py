"""Sayings about gates: whether hidden layers need a nonlinear activation, whether signals always pass through one, whether the sigmoid is still in use."""

from fractions import Fraction
from itertools import product

import numpy as np

from activation_functions import gelu, identity, relu, swiglu
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.recorded import recorded

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


def kept_apart(u, v):
    return u + v


def multiplied(u, v):
    return u * v


def cannot_make_xor(joined, *, corners=CORNERS, bias=False, units=1):
    """Two affine branches without any activation are joined to one hidden unit: can no affine output make XOR of it?"""
    x = np.array(corners, dtype=float)
    given = np.column_stack([x, np.ones(len(x))]) if bias else x
    branches = given @ np.array([*product((-1, 0, 1), repeat=given.shape[1])]).T  # a column for each choice of weights
    hidden = joined(branches[:, :, None], branches[:, None, :]).reshape(len(x), -1)
    xor = (x[:, 0] != x[:, 1]).astype(float)
    for unit in range(hidden.shape[1]):
        seen = np.column_stack([hidden[:, unit : unit + units], np.ones(len(x))])
        if np.allclose(seen @ np.linalg.lstsq(seen, xor, rcond=None)[0], xor):
            return Ruling("wrong")
    return Ruling("holds")


hidden_activation_must_be_nonlinear = Claim(
    said=Words("隱藏層的激活函數必須是非線性的。", "The activation of hidden layers has to be nonlinear."),
    says="always",
    rows=("C14",),
    judge=cannot_make_xor,
    about=multiplied,
    instead=kept_apart,
    control=Words("兩條支路改成相加：那就怎麼也做不出XOR。", "Let the branches be added instead: then nothing makes XOR."),
    assumes=(
        Words(
            "XOR的四個點；隱藏單元有兩條支路，沒有激活函數，權重由$-1$、$0$、$1$裡選，輸出是它的仿射函數。",
            "The four points of XOR; a hidden unit has two branches and no activation, its weights are chosen from $-1$, $0$, $1$, and the output is an affine function of it.",
        ),
    ),
    variations=(
        Variation("bias", Words("支路有偏置", "The branches have biases"), {"bias": True}),
        Variation("width", Words("輸出看三個單元", "The output sees three units"), {"units": 3}),
        Variation("inputs", Words("輸入是$\\pm 1$", "Inputs of $\\pm 1$"), {"corners": ((-1, -1), (-1, 1), (1, -1), (1, 1))}),
        Variation("form", Words("兩條支路相加", "The branches are added"), about=kept_apart),
    ),
    immaterial=(
        Immaterial(
            ("depth", "initialisation", "optimiser", "batch", "range"),
            Words(
                "權重是給定的，什麼也沒有訓練；「必須」只要一個反例。",
                "The weights are given and nothing is trained; one counterexample is enough against “has to”.",
            ),
        ),
    ),
    why=Words(
        "非線性要有，但不一定來自激活函數。兩條支路都取$x_1-x_2$，相乘得$(x_1-x_2)^2$，恰好就是XOR，一個激活函數也沒有。真的網路裡也有線性的隱藏層，例如MobileNetV2的線性瓶頸。",
        "Something has to be nonlinear, but it need not be an activation. Let both branches be $x_1-x_2$; their product $(x_1-x_2)^2$ is exactly XOR, without any activation. Real networks have linear hidden layers too, such as the linear bottlenecks of MobileNetV2.",
    ),
    holds_when=Words(
        "一般的層層相接、沒有相乘的網路裡，至少要有一個隱藏層不是線性的。",
        "In plain networks of layers that do not multiply, at least one hidden layer has to be nonlinear.",
    ),
    topic="guide/gates",
    reads=("sandler2018",),
)


def bends(f, *, entry=0, held=(0.0, 2.0), step=3.0):
    """With the other entry held, does this entry's way to the output bend: is its middle not sent to the middle?"""
    low, middle, high = (f(np.array(held) + move * np.eye(2)[entry])[0] for move in (-step, 0.0, step))
    return Ruling("wrong" if np.isclose(middle, (low + high) / 2) else "holds")


signals_pass_a_nonlinear_activation = Claim(
    said=Words("訊號從前一層傳到後一層，中間會經過非線性的激活函數。", "A signal passes through a nonlinear activation on its way from one layer to the next."),
    says="generally",
    rows=("A02",),
    judge=bends,
    about=relu,
    instead=identity,
    control=Words("換成沒有激活函數的層，例如線性瓶頸：它不彎。", "Take a layer without an activation, such as a linear bottleneck: it does not bend."),
    assumes=(
        Words(
            "一層的兩個預激活值，一個固定，另一個取等距的三點；輸出的中間一點若不在兩端的正中央，就是彎的。",
            "Two pre-activations of a layer, one held and the other at three evenly spaced points; if the middle output is not halfway between the ends, the way bends.",
        ),
    ),
    variations=(
        Variation("bias", Words("預激活值各加$1$", "$1$ added to both pre-activations"), {"held": (1.0, 3.0)}),
        Variation("range", Words("步子小", "Small steps"), {"step": 0.5}),
        Variation("inputs", Words("只在正的一側", "On the positive side only"), {"held": (5.0, 2.0)}),
        Variation("activation", Words("GELU", "GELU"), about=gelu),
        Variation("form", Words("SwiGLU，沒有經過SiLU的那一半", "SwiGLU, the half that does not pass through SiLU"), about=swiglu),
        Variation("form", Words("SwiGLU，經過SiLU的那一半", "SwiGLU, the half that passes through SiLU"), {"entry": 1}, about=swiglu),
        Variation("form", Words("迴歸的輸出層", "An output layer for regression"), about=identity),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth", "initialisation", "optimiser", "batch"),
            Words(
                "只看一個單元由預激活值到輸出的一步，什麼也沒有訓練。",
                "Only the step of one unit from pre-activation to output is looked at; nothing is trained.",
            ),
        ),
    ),
    why=Words(
        "多半如此，不是處處如此。門控的層有兩條支路，其中一條不經過任何函數，只被另一條乘；線性瓶頸與迴歸的輸出層也沒有函數。ReLU只看正的一側，也是直的。",
        "Mostly, and not everywhere. A gated layer has two branches, one of which passes through no function and is only multiplied by the other; linear bottlenecks and output layers for regression have none either. And on the positive side alone ReLU is straight.",
    ),
    holds_when=Words(
        "一般的隱藏層裡成立；門控的一條支路、線性瓶頸與輸出層是例外。",
        "It holds of plain hidden layers; one branch of a gate, linear bottlenecks and output layers are exceptions.",
    ),
    topic="guide/gates",
    reads=("sandler2018", "shazeer2020"),
)


def called():
    """The share of families whose code calls the sigmoid by its name."""
    counts = recorded("widths")["sigmoids"]
    return Fraction(sum(count > 0 for count in counts.values()), len(counts))


def by_default(*functions):
    """The share of families with one of these functions as the default of an activation."""
    rows = [row for row in recorded("models")["models"] if row["function"] and row["package"] == "transformers"]
    return Fraction(len({row["model"] for row in rows if row["function"] in functions}), len({row["model"] for row in rows}))


def as_activation():
    return by_default("sigmoid")


def inside_silu():
    return by_default("silu", "swish", "quick_gelu")


def hardly_any(share, *, hardly=Fraction(1, 20)):
    """Is it fewer than one family in twenty?"""
    return Ruling("holds" if share() < hardly else "wrong", {"share": share()})


hardly_anyone_uses_the_sigmoid = Claim(
    said=Words("Sigmoid如今已幾乎沒有人用。", "Hardly anyone uses the sigmoid any more."),
    says="generally",
    rows=("D27",),
    judge=hardly_any,
    about=called,
    instead=as_activation,
    control=Words("只問它是不是激活函數的預設：那就真的幾乎沒有。", "Ask only whether it is the default activation function: that it hardly ever is."),
    assumes=(
        Words(
            "transformers裡的模型家族，讀它們的程式：至少有一處呼叫Sigmoid就算有人用；不到二十分之一才算幾乎沒有。",
            "The model families of transformers, by their code: a family uses the sigmoid if at least one line calls it, and hardly any is less than a twentieth of them.",
        ),
    ),
    variations=(
        Variation("range", Words("不到十分之一就算幾乎沒有", "Hardly any is fewer than one in ten"), {"hardly": Fraction(1, 10)}),
        Variation("form", Words("只問激活函數的預設是不是Sigmoid", "Only whether the default activation is the sigmoid"), about=as_activation),
        Variation("form", Words("SiLU與同類也算，它們是$x$乘上一個Sigmoid", "SiLU and its kin count, being $x$ times a sigmoid"), about=inside_silu),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("只讀程式，沒有訓練。", "Only code is read; nothing is trained."),
        ),
    ),
    why=Words(
        "當激活函數的預設確實少見，transformers裡一個也沒有。可是程式裡呼叫它的家族占$[[hardly_anyone_uses_the_sigmoid.share:3%]]$，用在門、專家的分數與多標籤的輸出；SiLU裡面也有一個。",
        "As a default activation it is rare indeed; in transformers not one family has it. But $[[hardly_anyone_uses_the_sigmoid.share:3%]]$ call it in their code, for gates, for the scores of experts, for outputs with several labels; and there is one inside SiLU.",
    ),
    holds_when=Words("只就一般隱藏層的激活函數而言。", "Of the activation of plain hidden layers alone."),
    topic="guide/gates",
)
