"""Three functions that are meant to keep units alive, and ReLU: how well each network does as the learning rate grows."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("學習率小時四者差不多；學習率大時，各有各的毛病", "At small rates the four are alike; at large ones each has its own problem")
caption = Words(
    "上一張圖的網路，把ReLU換成別的函數；縱軸是訓練之後對沒看過的點的準確率，取五個種子的平均，發散的當作一半。左：梯度下降。右：Adam。",
    "The networks of the figure before, with other functions instead of ReLU; the vertical axis is the accuracy on unseen points after training, the mean of five seeds, with one half for a network that diverged. Left: gradient descent. Right: Adam.",
)
alt = Words(
    "左：學習率到三分之一為止四條線疊在一起，往右都掉到一半。右：到十分之一為止四條線都在九成以上，最右邊才略降。",
    "Left: four lines lie together up to a rate of one third and fall to one half further right. Right: all four stay above nine tenths up to one tenth, and only then drop a little.",
)
description = Words(
    "梯度下降、學習率約$3$時：ReLU是$[[dying_remedies.right_relu_3:%]]$，Leaky ReLU是$[[dying_remedies.right_leaky_relu_3:%]]$；PReLU與ELU的網路全部發散。Adam最大的學習率：ReLU是$[[dying_remedies.right_relu_adam_5:%]]$，Leaky ReLU是$[[dying_remedies.right_leaky_relu_adam_5:%]]$，PReLU是$[[dying_remedies.right_prelu_adam_5:%]]$，ELU是$[[dying_remedies.right_elu_adam_5:%]]$。",
    "Gradient descent at a rate of about $3$: ReLU $[[dying_remedies.right_relu_3:%]]$, leaky ReLU $[[dying_remedies.right_leaky_relu_3:%]]$; all networks of PReLU and ELU diverged. Adam at its largest rate: ReLU $[[dying_remedies.right_relu_adam_5:%]]$, leaky ReLU $[[dying_remedies.right_leaky_relu_adam_5:%]]$, PReLU $[[dying_remedies.right_prelu_adam_5:%]]$, ELU $[[dying_remedies.right_elu_adam_5:%]]$.",
)
assumes = (
    Words(
        "資料、網路、步數與種子都和上一張圖一樣，權重都照He為ReLU推導的起點。Leaky ReLU的$\\alpha$是百分之一；PReLU的$\\alpha$整個網路共用一個，從$\\frac{1}{4}$開始，用同樣的方法與學習率學習；ELU的$\\alpha=1$。「卡住」是對每個訓練樣本斜率都小於千分之一。",
        "Data, networks, steps and seeds as in the figure before; all start from the weights that He derived for ReLU. Leaky ReLU has an $\\alpha$ of a hundredth; PReLU has one $\\alpha$ for the whole network, which starts at $\\frac{1}{4}$ and is learned by the same method at the same rate; ELU has $\\alpha=1$. “Stuck” is a slope below a thousandth on every training sample.",
    ),
)
panels = 2
RATES = 0.1 * np.sqrt(10) ** np.arange(6)
FUNCTIONS = ("relu", "leaky_relu", "prelu", "elu")
FOUND = {(f, rule): study("dying", f=f, rule=rule) for f in FUNCTIONS for rule in ("gradient descent", "Adam")}


def inactive(arm):
    """Units inactive on every training sample in the end, whatever their slope there: a row a seed, a column a rate."""
    return np.round((arm["start"] + arm["died"]).mean(axis=-1), 4)


def numbers():
    found = {}
    for (f, rule), arm in FOUND.items():
        name = f if rule == "gradient descent" else f"{f}_adam"
        for rate in range(len(RATES)):
            found[f"right_{name}_{rate}"] = observe(np.round(arm["accuracy"][:, rate], 4))
            found[f"inactive_{name}_{rate}"] = observe(inactive(arm)[:, rate])
            found[f"stuck_{name}_{rate}"] = observe(np.round(arm["stuck"].mean(axis=-1)[:, rate], 4))
            found[f"lost_{name}_{rate}"] = round(float(arm["diverged"][:, rate].sum()))
    return found


def holds(drawn):
    lines = {side: np.array([drawn[f"{side}, {f}"][1] for f in FUNCTIONS]) for side in ("gradient descent", "Adam")}
    return {
        Words("學習率小時四者差不多", "At small rates the four are alike"): all(np.ptp(each[:, 1]) < 0.02 for each in lines.values()),
        Words("到三分之一為止四條線疊在一起", "four lines lie together up to a rate of one third"): np.ptp(lines["gradient descent"][:, :2], axis=0).max()
        < 0.06,
        Words("往右都掉到一半", "fall to one half further right"): lines["gradient descent"][:, -1].max() < 0.6,
        Words("四條線都在九成以上", "all four stay above nine tenths"): lines["Adam"][:, :5].min() > 0.9,
        Words("PReLU與ELU的網路全部發散", "all networks of PReLU and ELU diverged"): all(
            FOUND[f, "gradient descent"]["diverged"][:, 3].all() for f in ("prelu", "elu")
        ),
    }


def draw(axes, pen):
    looks = {"relu": ("c2", "ReLU", "-"), "leaky_relu": ("c1", "Leaky ReLU", "--"), "prelu": ("c4", "PReLU", "-."), "elu": ("c3", "ELU", ":")}
    for ax, rule, rates in zip(axes, ("gradient descent", "Adam"), (RATES, RATES / 100), strict=True):
        for f, (colour, _, line) in looks.items():
            pen.curve(ax, rates, FOUND[f, rule]["accuracy"].mean(axis=0), f"{rule}, {f}", colour, linestyle=line, marker="o", markersize=4)
        ax.set_xscale("log")
        ax.minorticks_off()
        ax.set_ylim(0.45, 1.02)
        ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
        pen.ticks(ax, x=rates[::2], y=[0.5, 0.75, 1], xnames=[f"{rate:.3g}" for rate in rates[::2]], ynames=["50 %", "75 %", "100 %"])
    for place, (colour, name, _) in enumerate(looks.values()):
        pen.note(axes[1], RATES[0] / 100, 0.78 - 0.06 * place, name, colour, (4, 0), fontsize=10)
    axes[0].set_title(pen.say(Words("梯度下降", "gradient descent")), fontsize=11, fontweight="normal")
    axes[1].set_title("Adam", fontsize=11, fontweight="normal")
