"""Four S-shaped curves that leave the origin with slope one: tanh, arctan, softsign and ISRU."""

from activation_functions import arctan, isru, softsign, tanh
from figures.compare_smooth import side_by_side
from language.words import Words

title = Words("在原點斜率都是一，差別在兩端多快變平", "All leave the origin with slope one; they differ in how fast they level off")
caption = Words(
    "$\\tanh$、反正切、ISRU與Softsign；左圖是函數值，右圖是導數。",
    "$\\tanh$, the arctangent, ISRU and softsign: values on the left, derivatives on the right.",
)
alt = Words(
    "左：四條S形曲線在原點相切，往兩端以不同的速度趨近各自的上下界。右：四條鐘形的斜率曲線在零處都是一，雙曲正切的最先落到零附近。",
    "Left: four S-shaped curves touch at the origin and approach their bounds at different speeds. Right: four bell-shaped slopes, all one at zero; that of tanh is the first to fall near zero.",
)
description = Words(
    "在$x=6$，斜率依序是$[[tanh.derivative(6):2]]$、$[[arctan.derivative(6):2]]$、$[[isru.derivative(6):2]]$與$[[softsign.derivative(6):2]]$。",
    "At $x = 6$ the slopes are $[[tanh.derivative(6):2]]$, $[[arctan.derivative(6):2]]$, $[[isru.derivative(6):2]]$ and $[[softsign.derivative(6):2]]$.",
)
panels = 2


def holds(drawn):
    slopes = {f.id: f.derivative([0.0, 6.0]) for f in (tanh, arctan, isru, softsign)}
    return {
        Words("在原點斜率都是一", "All leave the origin with slope one"): all(slope[0] == 1 for slope in slopes.values()),
        Words("差別在兩端多快變平", "they differ in how fast they level off"): len({slope[1] for slope in slopes.values()}) == len(slopes),
        Words("雙曲正切的最先落到零附近", "that of tanh is the first to fall near zero"): min(slopes, key=lambda name: slopes[name][1]) == "tanh",
    }


def draw(axes, pen):
    side_by_side(axes, pen, (tanh, arctan, isru, softsign), 6, ((-1.6, 1.6), (-0.05, 1.05)), ([-1, 0, 1], [0, 0.5, 1]))
