"""Sayings about where values end, and whether numbers of few digits keep to it."""

import numpy as np

from activation_functions import arctan, sigmoid, softsign, tanh
from language.words import Words
from mathematics.claim import ONE_UNIT, Claim, Immaterial, Ruling, Variation

ON_A_GRID = Immaterial(("inputs",), Words("在等距的點上檢查，沒有抽樣。", "Checked at equally spaced points; nothing is drawn."))


def strictly_between(f, *, low=0.0, high=1.0, reach=10.0, dtype="float64"):
    """Are all values strictly between the two ends, in this number format?"""
    y = f(np.linspace(-reach, reach, 2001).astype(dtype))
    return Ruling("holds" if np.all((y > low) & (y < high)) else "wrong")


sigmoid_maps_into_the_unit_interval = Claim(
    said=Words("Sigmoid把整條實數線映射到0與1之間。", "The sigmoid maps the whole real line to values from 0 to 1."),
    says="generally",
    rows=("A26",),
    judge=strictly_between,
    about=sigmoid,
    instead=tanh,
    control=Words("換成$\\tanh$：一半的值小於零。", "Put $\\tanh$ in its place: half of its values are below zero."),
    assumes=(
        Words(
            "「之間」不含兩端。$x$取由$-10$到$10$等距的兩千零一個點，以float64計算。",
            "“From 0 to 1” is taken without both ends. $x$ runs through two thousand and one equally spaced points from $-10$ to $10$, computed in float64.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
        Variation("range", Words("由負一百到正一百", "From minus a hundred to a hundred"), {"reach": 100.0}),
        Variation("precision", Words("以float32計算", "Computed in float32"), {"dtype": "float32"}),
        Variation("precision", Words("以float16計算", "Computed in float16"), {"dtype": "float16"}),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "對實數，$\\sigma(x)=1/(1+e^{-x})$分母大於$1$，所以恆大於零而小於$1$。電腦裡的數有限：離$1$太近的值捨入成$1$。照$1/(1+e^{-x})$計算，float64從$x=[[rounds_to_one.float64]]$起，float16從$x=[[rounds_to_one.float16]]$起，值恰好是$1$。",
        "For real numbers the denominator of $\\sigma(x) = 1/(1+e^{-x})$ is above $1$, so the value is always above zero and below $1$. A computer has finitely many numbers: values too close to $1$ are rounded to it. Computed as $1/(1+e^{-x})$, from $x = [[rounds_to_one.float64]]$ on in float64, from $x = [[rounds_to_one.float16]]$ on in float16, the value is exactly $1$.",
    ),
    holds_when=Words(
        "對實數永遠成立。在電腦裡，要把兩端算進去才成立；之後若取$\\ln(1-\\sigma)$，就會遇到$\\ln 0$。",
        "For real numbers it always holds. In a computer it holds with both ends counted in; whoever takes $\\ln(1-\\sigma)$ afterwards may meet $\\ln 0$.",
    ),
    topic="guide/numerics",
)


def odd_and_between(f, *, reach=5.0, dtype="float64"):
    """Are all values strictly between −1 and 1, and those at −x the opposites of those at x?"""
    x = np.linspace(-reach, reach, 2001).astype(dtype)
    inside = strictly_between(f, low=-1.0, reach=reach, dtype=dtype).verdict == "holds"
    return Ruling("holds" if inside and np.array_equal(f(-x), -f(x)) else "wrong")


tanh_is_between_and_centred = Claim(
    said=Words("$\\tanh$的值域是$-1$到$1$，以零為中心。", "The range of $\\tanh$ is $-1$ to $1$, with zero at its centre."),
    says="generally",
    rows=("D35",),
    judge=odd_and_between,
    about=tanh,
    instead=arctan,
    control=Words("換成$\\arctan$：它也以零為中心，但超過$1$。", "Put $\\arctan$ in its place: zero is its centre too, but it goes beyond $1$."),
    assumes=(
        Words(
            "值域不含兩端；「以零為中心」是說$f(-x)=-f(x)$。$x$取由$-5$到$5$等距的兩千零一個點，以float64計算。",
            "The range is taken without both ends; “zero at its centre” means $f(-x) = -f(x)$. $x$ runs through two thousand and one equally spaced points from $-5$ to $5$, computed in float64.",
        ),
    ),
    variations=(
        Variation("range", Words("由負一百到正一百", "From minus a hundred to a hundred"), {"reach": 100.0}),
        Variation("precision", Words("以float16計算", "Computed in float16"), {"dtype": "float16"}),
        Variation(
            "activation", Words("換成softsign，由負一百到正一百", "Softsign in its place, from minus a hundred to a hundred"), {"reach": 100.0}, about=softsign
        ),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "對實數，$-1<\\tanh x<1$，而且$\\tanh(-x)=-\\tanh x$。捨入之後後半仍然成立，前半就不一定：float16從$x=[[number_formats.tanh_float16]]$起就是$1$，float64從$x=[[number_formats.tanh_float64:4]]$起。softsign離$1$遠得多，到一百還分得開。",
        "For real numbers $-1 < \\tanh x < 1$, and $\\tanh(-x) = -\\tanh x$. Rounding keeps the second; the first it may not: float16 has $1$ from $x = [[number_formats.tanh_float16]]$ on, float64 from $x = [[number_formats.tanh_float64:4]]$. Softsign stays much further from $1$ and can still be told from it at a hundred.",
    ),
    holds_when=Words(
        "對實數永遠成立。在電腦裡，輸入不太遠離零時成立；遠了就得把兩端算進去。",
        "For real numbers it always holds. In a computer it holds as long as the input is not far from zero; far out both ends have to be counted in.",
    ),
    topic="guide/numerics",
)
