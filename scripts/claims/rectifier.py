"""Sayings about what ReLU is and its slope at the kink, and about the paper on Maxout."""

from fractions import Fraction

import numpy as np

from activation_functions import elu, gelu, identity, leaky_relu, maxout, relu
from language.words import Words
from mathematics.claim import ASSUMPTIONS, ONE_UNIT, Claim, Immaterial, Ruling, Variation
from mathematics.recorded import recorded

PLACES = (Words("一千零一個等距的點，由$-9$到$9$。", "A thousand and one equally spaced points from $-9$ to $9$."),)
ELSEWHERE = (
    Variation(
        "inputs", Words("標準常態的一千個數，種子是$0$", "A thousand standard normal numbers, seed $0$"), {"x": np.random.default_rng(0).standard_normal(1000)}
    ),
    Variation(
        "range",
        Words("大小由$10^{-9}$到$10^{9}$，兩種正負號", "Sizes from $10^{-9}$ to $10^{9}$, both signs"),
        {"x": np.outer([1, -1], np.logspace(-9, 9, 400)).ravel()},
    ),
    Variation("precision", Words("float32", "float32"), {"x": np.linspace(-9, 9, 1001, dtype=np.float32)}),
)
LINE = np.linspace(-9, 9, 1001)


def zero_or_itself(f, *, x=LINE):
    """Is every output either 0 or the pre-activation itself?"""
    y = f(x)
    return Ruling("holds" if np.all((y == 0) | (y == x)) else "wrong")


zero_or_the_weighted_sum = Claim(
    said=Words("每個ReLU單元的輸出不是0，就是Wx+b。", "Each ReLU unit puts out either 0 or Wx+b."),
    says="definition",
    rows=("A17",),
    judge=zero_or_itself,
    about=relu,
    instead=elu,
    control=Words("換成ELU：左側的輸出既不是$0$，也不是預激活值。", "Take ELU: on the left its output is neither $0$ nor the pre-activation."),
    assumes=PLACES,
    variations=ELSEWHERE,
    immaterial=(ONE_UNIT,),
    why=Words(
        "$z=w^{\\mathsf T}x+b$是單元的預激活值；$\\max(0,z)$不是$0$就是$z$。對單元寫$w^{\\mathsf T}x+b$，對整層才寫$Wx+b$。",
        "$z=w^{\\mathsf T}x+b$ is the pre-activation of the unit, and $\\max(0,z)$ is either $0$ or $z$. Of one unit one writes $w^{\\mathsf T}x+b$, of a whole layer $Wx+b$.",
    ),
    holds_when=Words("恆成立；$z=0$時，兩者是同一個數。", "Always; at $z=0$ the two are one number."),
    topic="guide/regions",
)


def clipped_below(f, *, x=LINE):
    """Is it max(0, x), so that negatives become 0 and positives stay, with no bend but the one at 0?"""
    y = f(x)
    return Ruling("holds" if np.array_equal(y, np.maximum(0, x)) and np.all(y[x < 0] == 0) and np.array_equal(y[x > 0], x[x > 0]) else "wrong")


relu_is_the_larger_of_zero_and_x = Claim(
    said=Words(
        "ReLU是f(x)=max(0,x)：負值變成0，正值不變，這個分段線性函數的特點稱為單側抑制。",
        "ReLU is f(x)=max(0,x): it is piecewise linear, turning negatives into 0 and leaving positives alone, which is called one-sided inhibition.",
    ),
    says="definition",
    rows=("C17", "C18", "C32", "D39"),
    judge=clipped_below,
    about=relu,
    instead=leaky_relu,
    control=Words("換成Leaky ReLU：負值沒有變成$0$。", "Take leaky ReLU: negatives do not become $0$."),
    assumes=PLACES,
    variations=ELSEWHERE,
    immaterial=(ONE_UNIT,),
    why=Words(
        "這就是定義；兩段都是直線，只在$0$轉彎。「單側抑制」是借自神經科學的名稱，說的只是負的一側輸出$0$。在$0$沒有導數，程式多半取$[[relu.derivative(-1)]]$。",
        "That is the definition; both pieces are straight, and the only bend is at $0$. “One-sided inhibition” is a name borrowed from neuroscience, and says no more than that negatives give $0$. At $0$ there is no derivative; most programs take $[[relu.derivative(-1)]]$.",
    ),
    holds_when=Words("恆成立，因為這是定義。", "Always, for it is the definition."),
    topic="guide/regions",
)


def kept_and_cut(f, *, x=LINE):
    """Is the slope on the right 1 and the value on the left 0, and does the line bend?"""
    kept, cut = np.all(f.derivative(x[x > 0]) == 1), np.all(f(x[x < 0]) == 0)
    bends = f.derivative(x[x > 0])[0] != f.derivative(x[x < 0])[0]
    return Ruling("holds" if kept and cut and bends else "wrong")


gradient_right_nonlinearity_left = Claim(
    said=Words(
        "正側保持不變以保留梯度，負側為0以產生非線性，這就是ReLU。",
        "Keep the positive side as it is for the gradient and make the negative side 0 for nonlinearity, and the result is ReLU.",
    ),
    says="definition",
    rows=("E13",),
    judge=kept_and_cut,
    about=relu,
    instead=identity,
    control=Words(
        "兩側都保持不變，是恆等函數：梯度留住了，非線性沒有了。", "Keep both sides, which is the identity: the gradient is kept, and there is no nonlinearity."
    ),
    assumes=PLACES,
    variations=ELSEWHERE,
    immaterial=(ONE_UNIT,),
    why=Words(
        "右側的斜率是$[[relu.derivative(1)]]$，梯度乘上它不變；兩側的斜率不同，函數就彎了。不過負側不必是$0$才有非線性：Leaky ReLU的負側斜率是$[[leaky_relu.derivative(-1)]]$，一樣是彎的。",
        "On the right the slope is $[[relu.derivative(1)]]$, and a gradient times that stays as it is; the two sides have different slopes, so the function bends. The negative side need not be $0$ for that, though: leaky ReLU has slope $[[leaky_relu.derivative(-1)]]$ there and bends too.",
    ),
    holds_when=Words(
        "就ReLU而言成立；$0$是一種選擇，不是非線性的必要條件。", "It holds of ReLU; that the negative side is $0$ is a choice, and not needed for nonlinearity."
    ),
    topic="guide/regions",
)


def introduced_by(f, *, work="goodfellow2013"):
    """Does the record of the function name this work as the one that introduced it?"""
    return Ruling("holds" if f.sources.get(work) == "introduced" else "wrong")


maxout_has_its_paper = Claim(
    said=Words("Maxout出自Goodfellow等人2013年的論文〈Maxout Networks〉。", "Maxout comes from the paper “Maxout Networks” by Goodfellow and others, 2013."),
    says="definition",
    rows=("D58",),
    judge=introduced_by,
    about=maxout,
    instead=gelu,
    control=Words("換成GELU：它出自別的論文。", "Take GELU: it comes from another paper."),
    assumes=(
        Words(
            "本站的書目，作者、題目與年份都與另一個來源核對過。", "The bibliography of this site; authors, title and year were compared with another source."
        ),
    ),
    immaterial=(
        Immaterial(
            ASSUMPTIONS, Words("這句話只談出處，沒有網路、資料或訓練。", "The saying is about an origin; there is no network, no data and no training.")
        ),
    ),
    why=Words(
        "教材列出的連結指向這篇論文，沒有錯。Maxout單元輸出幾個仿射函數裡最大的一個；論文把它與丟棄法一起使用。",
        "The link that the tutorial lists leads to this paper, rightly. A Maxout unit puts out the largest of several affine functions; the paper uses it together with dropout.",
    ),
    holds_when=Words("成立；取最大值這個運算本身，當然更早就有。", "It holds; taking a maximum is of course older than that."),
    topic="guide/regions",
    reads=("goodfellow2013",),
)


def zero_at_the_kink(f, *, written="", reach=1.0):
    """Is 0 the slope of a line through the kink that lies nowhere above f, and is it what every library returns? One of the two is half true."""
    x = np.linspace(-reach, reach, 201)
    returned = [said["slope"] for library, said in recorded("peers")["kinks"][f.id][0]["returns"].items() if said["slope"] is not None]
    by_hand = {each["code"]: each["slope"] for each in recorded("peers")["by_hand"]["relu"] if "relu(" not in each["code"]}
    below, zero = np.all(f(x) >= f(0.0)), all(slope == 0 for slope in ([s for code, s in by_hand.items() if written in code] if written else returned))
    counts = {
        "libraries": len(returned),
        "forms": len(by_hand),
        "other": sum(slope != 0 for slope in by_hand.values()),
        "largest": Fraction(max(by_hand.values())),
    }
    return Ruling("holds" if below and zero else "conditional" if below or zero else "wrong", counts)


slope_at_the_kink_is_zero = Claim(
    said=Words("ReLU的導數在$0$處取次導數$0$。", "As a subderivative, ReLU's derivative at $0$ is taken to be $0$."),
    says="generally",
    rows=("D40",),
    judge=zero_at_the_kink,
    about=relu,
    instead=leaky_relu,
    control=Words(
        "換成Leaky ReLU：斜率$0$的直線在左邊高過它，$0$不是次導數，函式庫也不回傳$0$。",
        "Take leaky ReLU: on the left a line of slope $0$ lies above it, so $0$ is no subderivative, and libraries do not return it.",
    ),
    assumes=(
        Words(
            "次導數是一條過折點、處處不高過函數的直線的斜率，在左右各到$1$的點上比；回傳的值取自本站的程式與函式庫的紀錄，呼叫的是名叫ReLU的函數。",
            "A subderivative is the slope of a line through the kink that is nowhere above the function, compared at points up to $1$ on both sides; what is returned comes from the program of this site and the record of libraries, by calling their function named ReLU.",
        ),
    ),
    variations=(
        Variation("range", Words("左右各到$10$", "Up to $10$ on both sides"), {"reach": 10.0}),
        Variation("form", Words("自己寫成`where`", "Written by hand with `where`"), {"written": "where("}),
        Variation("form", Words("自己寫成`maximum`", "Written by hand with `maximum`"), {"written": "maximum("}),
        Variation("form", Words("自己寫成$(x+|x|)/2$", "Written by hand as $(x+|x|)/2$"), {"written": "(x +"}),
    ),
    immaterial=(ONE_UNIT, Immaterial(("inputs",), Words("只看一個點，沒有抽樣。", "One point is looked at; nothing is drawn."))),
    why=Words(
        "ReLU在$0$的次導數是由$0$到$1$的每一個數，$0$是其中一個，選它是約定。本站與有紀錄的函式庫，名叫ReLU的函數都選$0$。自己用別的運算拼出同一個函數，就由那些運算決定：$[[slope_at_the_kink_is_zero.forms]]$種寫法裡有$[[slope_at_the_kink_is_zero.other]]$種不是$0$，最大的是$[[slope_at_the_kink_is_zero.largest]]$，仍在這個區間裡。",
        "The subderivatives of ReLU at $0$ are all the numbers from $0$ to $1$; $0$ is one of them, and choosing it is a convention. This site and the libraries on record all choose $0$ in their function named ReLU. Put the same function together from other operations, and those decide: of $[[slope_at_the_kink_is_zero.forms]]$ ways to write it, $[[slope_at_the_kink_is_zero.other]]$ give something else, at most $[[slope_at_the_kink_is_zero.largest]]$, which is still in the interval.",
    ),
    holds_when=Words(
        "呼叫函式庫裡名叫ReLU的函數時成立；自己拼出來的，要看怎麼寫。",
        "It holds for the function that a library names ReLU; for one written by hand it depends on how.",
    ),
    topic="guide/properties",
    reads=("bertoin2021",),
)
