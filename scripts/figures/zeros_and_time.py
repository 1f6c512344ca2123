"""How long a layer takes whose inputs are partly zero, by three ways of computing it, in multiples of the usual one."""

from fractions import Fraction

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.recorded import recorded

title = Words("平常的矩陣乘法不管有多少零，時間都一樣", "The usual matrix product takes as long however many zeros there are")
caption = Words(
    "一層的乘法所花的時間，以平常的乘法、全部激活當作一，對數尺度；橫軸是輸入裡激活的比例。左：六十四個樣本一起算。右：一次一個樣本。輸入與輸出各一千零二十四個。",
    "The time of the product of one layer, in multiples of the usual product with all inputs active, on a logarithmic scale, against the share of active inputs. Left: sixty-four samples at once. Right: one sample at a time. One thousand and twenty-four inputs and outputs.",
)
alt = Words(
    "兩張圖裡，平常的乘法都在一的附近。左圖的稀疏格式從遠高於一往下降，一半激活時仍高於一；右圖只取激活的輸入，在十分之一激活時遠低於一。",
    "In both panels the usual product stays near one. On the left the sparse format falls from far above one and is still above it where half is active; on the right, taking active inputs alone is far below one where a tenth is active.",
)
description = Words(
    "一半激活時，平常的乘法是$[[zeros_and_time.always_half:2]]$倍，稀疏格式是$[[zeros_and_time.sparse_half:2]]$倍；一次一個樣本、只取激活的輸入是$[[zeros_and_time.picked_half:2]]$倍。百分之一激活時依序是$[[zeros_and_time.always_hundredth:2]]$、$[[zeros_and_time.sparse_hundredth:2]]$、$[[zeros_and_time.picked_hundredth:2]]$倍。",
    "With half active the usual product takes $[[zeros_and_time.always_half:2]]$ times as long and the sparse format $[[zeros_and_time.sparse_half:2]]$ times; one sample with active inputs alone, $[[zeros_and_time.picked_half:2]]$ times. With one in a hundred active they take $[[zeros_and_time.always_hundredth:2]]$, $[[zeros_and_time.sparse_hundredth:2]]$ and $[[zeros_and_time.picked_hundredth:2]]$ times as long.",
)
KNOWN = recorded("layers")
MS = KNOWN["ms"]["with_zeros"]
assumes = (
    Words(
        f"NumPy與SciPy，float32，一個執行緒，{KNOWN['machine']}，{KNOWN['date']}測量，取多輪中最短的一次。換一臺機器，倍數就會變。",
        f"NumPy and SciPy, float32, one thread, {KNOWN['machine']}, measured on {KNOWN['date']}, the shortest of several rounds. On another machine the ratios change.",
    ),
)
panels = 2
WIDTH = 1024
SHARES = {"all": 1.0, "half": 0.5, "tenth": 0.1, "hundredth": 0.01}
WAYS = {
    "always": ("batch", "as always"),
    "sparse": ("batch", "sparse format"),
    "one": ("one", "as always"),
    "picked": ("one", "active columns"),
}


def ratio(way, share):
    """To two digits, which is what a timing is worth."""
    many, how = WAYS[way]
    return Fraction(f"{MS[f'{WIDTH}, {many}, {how}, {share}'] / MS[f'{WIDTH}, {many}, as always, all']:.2g}")


def numbers():
    return {f"{way}_{share}": ratio(way, share) for way in WAYS for share in SHARES}


def holds(drawn):
    lines = {way: drawn[way][1] for way in WAYS}
    return {
        Words("不管有多少零，時間都一樣", "takes as long however many zeros there are"): np.all(np.abs(lines["always"] - 1) < 0.15),
        Words("平常的乘法都在一的附近", "the usual product stays near one"): all(np.all(np.abs(lines[way] - 1) < 0.4) for way in ("always", "one")),
        Words("從遠高於一往下降，一半激活時仍高於一", "falls from far above one and is still above it where half is active"): lines["sparse"][0] > 2
        and lines["sparse"][1] > 1
        and np.all(np.diff(lines["sparse"]) < 0),
        Words("在十分之一激活時遠低於一", "is far below one where a tenth is active"): lines["picked"][2] < 0.5,
    }


def draw(axes, pen):
    shares = np.array(list(SHARES.values()))
    looks = {"always": (0, "c1", "-"), "sparse": (0, "c2", "--"), "one": (1, "c1", "-"), "picked": (1, "c3", "--")}
    for way, (side, colour, line) in looks.items():
        pen.curve(axes[side], shares, [float(ratio(way, share)) for share in SHARES], way, colour, linestyle=line, marker="o", markersize=4)
    labels = (
        (0, 0.8, Words("平常的乘法", "usual product"), "c1"),
        (0, 0.7, Words("稀疏格式", "sparse format"), "c2"),
        (1, 0.8, Words("平常的乘法", "usual product"), "c1"),
        (1, 0.7, Words("只取激活的輸入", "active inputs alone"), "c3"),
    )
    for side, height, words, colour in labels:
        axes[side].text(0.98, height + 0.14, pen.say(words), transform=axes[side].transAxes, ha="right", color=COLOURS[colour][0], fontsize=10)
    for ax, words in zip(axes, (Words("六十四個樣本一起", "sixty-four samples at once"), Words("一次一個樣本", "one sample at a time")), strict=True):
        ax.set_xscale("log")
        ax.set_yscale("log")
        ax.minorticks_off()
        ax.invert_xaxis()
        ax.set_ylim(0.01, 200)
        ax.set_xlabel(pen.say(Words("激活的比例", "share of active inputs")))
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
        pen.ticks(ax, x=shares, y=[0.01, 0.1, 1, 10, 100], xnames=["1", "1/2", "1/10", "1/100"], ynames=["1/100", "1/10", "1", "10", "100"])
