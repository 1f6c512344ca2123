"""The regions of a small ReLU network, and what is left of them without biases."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import relu
from activation_functions.network import Network
from drawing.figure import COLOURS
from language.words import Words
from mathematics.regions import affine, divided, gates, most, square

title = Words("每一塊裡，網路都只是一個矩陣加一個常數", "In each region the network is a matrix and a constant")
caption = Words(
    "兩個輸入，五個ReLU單元。左：藍線是第一層的三個單元換邊的地方，橘色虛線是第二層的兩個單元，一共分出$[[regions_map.regions]]$塊。灰色是樣本$A$與$B$所在的兩塊。右：同樣的權重，拿掉偏置；每條界線都從原點出發。",
    "Two inputs and five ReLU units. Left: blue lines are where the three units of the first layer change sides, dashed orange ones those of the two in the second; they make $[[regions_map.regions]]$ regions. "
    "Grey are the two in which the samples $A$ and $B$ lie. Right: the same weights without biases; every border starts at the origin.",
)
alt = Words(
    "左圖的正方形由三條直線與兩條折線分成許多塊，折線在每條直線上轉彎；右圖的線都由中心射出。",
    "On the left a square is cut into regions by three straight lines and two broken ones, which bend where they meet the straight lines; on the right all lines leave from the centre.",
)
description = Words(
    "$A$是$(1,1)$，那一塊裡$M=([[regions_map.A_M1]]\\ \\ [[regions_map.A_M2]])$；$B$是$(-2,1)$，那一塊裡$M=([[regions_map.B_M1]]\\ \\ [[regions_map.B_M2]])$。沒有偏置時分出$[[regions_map.cones]]$塊，每一塊都是尖端在原點的扇形。",
    "$A$ is $(1,1)$, and in its region $M=([[regions_map.A_M1]]\\ \\ [[regions_map.A_M2]])$; $B$ is $(-2,1)$, and in its region $M=([[regions_map.B_M1]]\\ \\ [[regions_map.B_M2]])$. Without biases there are $[[regions_map.cones]]$ regions, each a sector with its tip at the origin.",
)
panels = 2
size = (7.2, 4.1)

SMALL = Network(
    [np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, -1.0]]), np.array([[1.0, 1.0, -1.0], [-1.0, 1.0, 1.0]]), np.array([[1.0, -2.0]])],
    [np.array([[1.0], [1.0], [1.0]]), np.array([[-1.0], [-1.0]]), np.array([[0.0]])],
    relu,
)
"""The network of the chapter: small enough for a pencil."""
BARE = Network(SMALL.weights, [], relu)
UNITS = ("h₁", "h₂", "h₃", "h₄", "h₅")
REACH = 3.0
A, B, ALSO = (1, 1), (-2, 1), (2, 1)


@cache
def found(network="small"):
    """The regions and creases in the square."""
    return divided(SMALL if network == "small" else BARE, square(REACH))


def numbers():
    said = {"regions": len(found()[0]), "cones": len(found("bare")[0]), "patterns": 2 ** len(UNITS), "most": most([3, 2]), "lines": most([3])}
    said["units"], said["maps"] = len(UNITS), len({(*map(float, region.M[0]), float(region.c[0])) for region in found()[0]})
    for name, x in (("A", A), ("B", B), ("C", ALSO)):
        M, c = affine(SMALL, gates(SMALL, x))
        z, a = SMALL.forward(np.reshape(x, (2, 1)).astype(float))
        layers = {"z": np.concatenate(z[:-1])[:, 0], "a": np.concatenate(a[1:])[:, 0], "gate": np.array(gates(SMALL, x))}
        said |= {f"{name}_{what}{k}": Fraction(float(each)) for what, values in layers.items() for k, each in enumerate(values, 1)}
        said |= {f"{name}_M1": Fraction(M[0, 0]), f"{name}_M2": Fraction(M[0, 1]), f"{name}_c": Fraction(c[0]), f"{name}_y": Fraction(z[-1][0, 0])}
    for layer, (W, b) in enumerate(zip(SMALL.weights, SMALL.biases, strict=True), 1):
        said |= {f"W{layer}_{i}{j}": Fraction(W[i - 1, j - 1]) for i in range(1, W.shape[0] + 1) for j in range(1, W.shape[1] + 1)}
        said |= {f"b{layer}_{i}": Fraction(b[i - 1, 0]) for i in range(1, b.shape[0] + 1)}
    return said


def holds(drawn):
    inside = [(region, corners.mean(axis=0)) for region in found()[0] for corners in (region.corners, region.corners[:3], region.corners[1:])]
    rays = [crease.ends for crease in found("bare")[1]]
    bends = [crease.ends[1] - crease.ends[0] for crease in found()[1] if crease.unit == 3]
    return {
        Words("每一塊裡，網路都只是一個矩陣加一個常數", "In each region the network is a matrix and a constant"): all(
            gates(SMALL, x) == region.pattern and abs(SMALL(x[:, None])[0, 0] - region.M[0] @ x - region.c[0]) < 1e-9 for region, x in inside
        ),
        Words("每條界線都從原點出發", "every border starts at the origin"): all(abs(np.linalg.det(ends)) < 1e-9 for ends in rays),
        Words("折線在每條直線上轉彎", "bend where they meet the straight lines"): len({round(float(np.arctan2(*d) % np.pi), 6) for d in bends})
        == len(bends)
        > 1,
    }


def draw(axes, pen):
    for ax, which, words in zip(axes, ("small", "bare"), (Words("有偏置", "with biases"), Words("沒有偏置", "without biases")), strict=True):
        regions, creases = found(which)
        if which == "small":
            for region in regions:
                if region.pattern in (gates(SMALL, A), gates(SMALL, B)):
                    ax.fill(*region.corners.T, color=COLOURS["tint"][0], zorder=0)
        for crease in creases:
            first = crease.unit < 3
            style = {"linestyle": "-"} if first else {"linestyle": (0, (4, 2))}
            pen.curve(ax, *crease.ends.T, f"{which} network, unit {crease.unit + 1}", "c1" if first else "c2", linewidth=1.7, zorder=2, **style)
        if which == "small":
            for name, x, offset in (("A", A, (8, 4)), ("B", B, (8, 4))):
                pen.dot(ax, *x, name, "ink", offset, fontsize=13)
        ax.set_aspect("equal")
        ax.set_xlim(-REACH, REACH)
        ax.set_ylim(-REACH, REACH)
        ax.set_xlabel("x₁", loc="right")
        ax.set_ylabel("x₂", rotation=0, loc="top", labelpad=-4)
        pen.ticks(ax, x=[-3, 0, 3], y=[-3, 0, 3])
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
