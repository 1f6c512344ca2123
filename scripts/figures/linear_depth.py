"""What a second linear layer changes: gradient descent learns strong directions first, weak ones late."""

from fractions import Fraction

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("多一層線性層，學習的順序就變了", "Add a linear layer, and the order of learning changes")
caption = Words(
    "用梯度下降學一個線性映射，三個方向的強度是$4$、$2$、$1$；縱軸是每個方向學會了幾成。左：一層，三條曲線完全重合。右：兩層，從小的亂數開始，先停在零，再一個一個學會，越強的越早。",
    "Gradient descent learns a linear map with three directions of strength $4$, $2$ and $1$; upwards, the share of each that has been learned. Left: one layer, and the three curves coincide. "
    "Right: two layers from small random weights; each waits near zero and then rises, the strongest first.",
)
alt = Words(
    "左圖只見一條平緩上升的曲線；右圖有三條S形曲線，先後從零升到一。",
    "On the left a single curve rises smoothly; on the right three S-shaped curves climb from zero to one, one after another.",
)
description = Words(
    "一層時三個方向都在時間$[[linear_depth.one_layer:2]]$學到一半。兩層時，強度$4$的在$[[linear_depth.strong]]$，強度$2$的在$[[linear_depth.middle]]$，強度$1$的在$[[linear_depth.weak]]$（時間是步數乘學習率，六次實驗）。",
    "With one layer all three directions are half learned at time $[[linear_depth.one_layer:2]]$. With two, strength $4$ at $[[linear_depth.strong]]$, strength $2$ at $[[linear_depth.middle]]$, "
    "strength $1$ at $[[linear_depth.weak]]$ (time is steps times learning rate; six runs).",
)
assumes = (
    Words(
        "六個輸入、六個輸出，輸入互不相關且變異數為$1$，沒有偏置；目標有三個方向，隨機選取；一層從零開始，兩層從小的隨機權重開始；梯度下降跟著期望值走，學習率固定；六個種子。換成動量或Adam、別的寬度與起點時怎麼樣，見相關的說法。",
        "Six inputs and six outputs, inputs uncorrelated with variance $1$, no biases; the goal has three directions, drawn at random; one layer starts from zero, two from small random weights; gradient descent follows the expectation at a constant rate; six seeds. The saying that goes with it tries momentum, Adam, other widths and starts.",
    ),
)
panels = 2
FOUND = {layers: study("linear_depth", layers=layers) for layers in (1, 2)}
SETTINGS = FOUND[1].settings
STRENGTHS, RATE = SETTINGS["strengths"], SETTINGS["rate"]


def numbers():
    (alone,) = set(FOUND[1]["half"].ravel().astype(int).tolist())  # one step for every direction and every seed
    times = {name: observe(column * RATE) for name, column in zip(("strong", "middle", "weak"), FOUND[2]["half"].T, strict=True)}
    return {"one_layer": alone * Fraction(str(RATE)), **times}


def holds(drawn):
    one, two = (FOUND[layers]["half"] for layers in (1, 2))
    return {
        Words("學習的順序就變了", "the order of learning changes"): (one == one[0, 0]).all() and (np.diff(two, axis=1) > 0).all(),
        Words("越強的越早", "the strongest first"): (np.diff(STRENGTHS) < 0).all() and (np.diff(two, axis=1) > 0).all(),
    }


def draw(axes, pen):
    time = RATE * np.arange(0, SETTINGS["steps"], SETTINGS["every"])
    for ax, layers in zip(axes, (1, 2), strict=True):
        for k, colour in enumerate(("c1", "c3", "c4")):
            share = FOUND[layers]["shares"][0, :, k]
            pen.curve(ax, time, share, f"{layers} layers strength {STRENGTHS[k]:g}", colour, zorder=4 - k)
            if layers == 2:
                at = int(np.argmax(share >= 0.5))
                pen.note(ax, time[at], 0.5, f"{STRENGTHS[k]:g}", colour, (8, 0))
        ax.set_xlim(0, 10)
        ax.set_ylim(0, 1.05)
        pen.ticks(ax, x=[0, 5, 10], y=[0, 0.5, 1], ynames=["0", "½", "1"])
        ax.set_xlabel(pen.say(Words("時間", "time")), loc="right")
    pen.note(axes[0], 1.2, 0.66, Words("三個方向一起", "all three together"), "c1", (8, -4))
    for ax, words in zip(axes, (Words("一層", "one layer"), Words("兩層，數字是強度", "two layers, by strength")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
