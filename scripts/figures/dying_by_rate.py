"""What becomes of the units of a ReLU network as the learning rate grows, for two optimisers."""

from typing import Any

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import arrived, observe
from mathematics.study import study

title = Words("學習率最大時，多數單元都死了", "At the largest learning rate most units are dead")
caption = Words(
    "$[[dying_by_rate.hidden]]$個隱藏層、每層$[[dying_by_rate.width]]$個ReLU單元的網路，訓練$[[dying_by_rate.steps]]$步之後所有隱藏單元的去向，$[[dying_by_rate.runs]]$個種子的平均。左：梯度下降。右：Adam，學習率是左邊的百分之一。「一開始就死」是從沒訓練到最後都不激活。",
    "Networks with $[[dying_by_rate.hidden]]$ hidden layers of $[[dying_by_rate.width]]$ ReLU units: what has become of all hidden units after $[[dying_by_rate.steps]]$ steps, the mean of $[[dying_by_rate.runs]]$ seeds. Left: gradient descent. Right: Adam, with a hundredth of the learning rates. “Dead at the start” is inactive from before training to the end.",
)
alt = Words(
    "兩張堆疊的長條圖，橫軸是學習率。學習率最小時，兩張圖裡死掉的都不到五分之一；往右，後來死的那一段變長。",
    "Two charts of stacked bars over the learning rate. At the smallest rate under a fifth of the units is dead in both; to the right the part that died grows.",
)
description = Words(
    "梯度下降：學習率$1$時死掉$[[dying_by_rate.as_it_is_2:%]]$，下一根是$[[dying_by_rate.as_it_is_3:%]]$。Adam：學習率$\\frac{1}{10}$時死掉$[[dying_by_rate.adam_4:%]]$，下一根是$[[dying_by_rate.adam_5:%]]$。發散的網路不算在死掉裡面，單獨一段。",
    "Gradient descent: at a rate of $1$ the dead are $[[dying_by_rate.as_it_is_2:%]]$, and one bar further $[[dying_by_rate.as_it_is_3:%]]$. Adam: at a rate of $\\frac{1}{10}$ the dead are $[[dying_by_rate.adam_4:%]]$, and one bar further $[[dying_by_rate.adam_5:%]]$. Networks that diverged are not counted among the dead and have a part of their own.",
)
assumes = (
    Words(
        "雙月牙九十六個點，每個座標平均是$0$、變異數是$1$；交叉熵，每步用全部的樣本，沒有權重衰減；權重照He開始，偏置從零開始；五個種子，兩種方法用同樣的起點。每一步都檢查哪些單元對全部訓練樣本都不激活。學習率每根差$\\sqrt{10}$倍。",
        "Two moons of ninety-six points, each coordinate with mean $0$ and variance $1$; cross-entropy, all samples in every step, no weight decay; He's start with biases zero; five seeds, the same starts for both methods. Before every step we look which units are inactive on all training samples. From bar to bar the rate grows by a factor of $\\sqrt{10}$.",
    ),
)
panels = 2
SGD, ADAM = study("dying"), study("dying", rule="Adam")
SETTINGS = SGD.settings
RATES = 0.1 * np.sqrt(10) ** np.arange(6)
FATES = ("start", "died", "diverged", "revived")


def share(arm, fate):
    """The share of a network's hidden units with this fate: a row a seed, a column a learning rate."""
    found = arm[fate]
    return found if found.ndim == 2 else np.round(found.mean(axis=-1), 4)  # equal seeds have a spread of exactly 0


def dead(arm):
    """Dead at the end, whenever they died; those of diverged networks are not among them."""
    return np.round(share(arm, "start") + share(arm, "died"), 4)


# ---- what pages quote ------------------------------------------------------------------------

CHANGES: dict[str, dict[str, Any]] = {
    "as_it_is": {},
    "no_bias": {"bias": False},
    "narrow": {"width": 8},
    "wide": {"width": 32},
    "shallow": {"hidden": 1},
    "deep": {"hidden": 5},
    "pytorch": {"start": "pytorch"},
    "glorot": {"start": "glorot"},
    "batches": {"batch": 16},
    "shifted": {"shift": 2.0},
    "momentum": {"rule": "momentum"},
    "adam": {"rule": "Adam"},
    "adam_batches": {"rule": "Adam", "batch": 16},
    "adam_no_bias": {"rule": "Adam", "bias": False},
}
PLAIN = [name for name, change in CHANGES.items() if "rule" not in change]


def came_back(names, layers):
    """Of the units of these layers that were dead at some time, in networks that did not diverge, the share that is active in the end: one a seed."""
    back, once = (sum(study("dying", **CHANGES[name])[what][:, :, layers].sum((1, 2)) for name in names) for what in ("revived", "once"))
    return np.round(back / once, 4)


def dead_once(names, layer):
    """How many units of one layer were dead at some time, over all seeds and rates."""
    arms = [study("dying", **CHANGES[name]) for name in names]
    return round(float(sum(arm["once"][:, :, layer].sum() * arm.settings["width"] for arm in arms)))


def numbers():
    found = {f"{name}_{rate}": observe(dead(study("dying", **change))[:, rate]) for name, change in CHANGES.items() for rate in range(len(RATES))}
    found |= {f"right_{name}_{rate}": observe(study("dying", **CHANGES[name])["accuracy"][:, rate].round(4)) for name in CHANGES for rate in range(len(RATES))}
    found |= {f"lost_{name}": round(float(study("dying", **change)["diverged"].sum())) for name, change in CHANGES.items()}
    found |= {f"layer_{layer + 1}_{name}_{rate}": observe((study("dying", **CHANGES[name])["start"] + study("dying", **CHANGES[name])["died"])[:, rate, layer].round(4))
              for layer in range(SETTINGS["hidden"]) for name, rate in (("as_it_is", 3), ("adam", 5))}  # fmt: skip
    found |= {f"off_{samples}": observe(SGD["off"][:, place]) for place, samples in enumerate((1, 4, 16, 96))}
    lowered = study("dying", lowered=True)
    return found | {
        "hidden": SETTINGS["hidden"],
        "width": SETTINGS["width"],
        "steps": SETTINGS["steps"],
        "runs": len(SGD.seeds),
        "first_dead": dead_once(PLAIN, 0),
        "first_back": round(float(sum(study("dying", **CHANGES[name])["revived"][:, :, 0].sum() for name in PLAIN))),
        "later_back": observe(came_back([name for name in PLAIN if name != "shallow"], slice(1, None))),
        "momentum_first_back": observe(came_back(["momentum"], slice(0, 1))),
        "adam_first_back": observe(came_back(["adam"], slice(0, 1))),
        "adam_later_back": observe(came_back(["adam"], slice(1, None))),
        "shifted_start": observe(study("dying", shift=2.0)["start"][:, 0, 0]),
        "lowered_before": observe(lowered["midway"][:, 3]),
        "lowered_after": observe(lowered["accuracy"][:, 3]),
        "lowered_dead": observe(dead(lowered)[:, 3]),
        "lost_runs": arrived(np.where(SGD["diverged"] > 0, 1.0, np.inf).ravel()),
    }


def holds(drawn):
    ends = {side: drawn[f"{side}, start"][1] + drawn[f"{side}, died"][1] for side in ("gradient descent", "Adam")}
    return {
        Words("學習率最大時，多數單元都死了", "At the largest learning rate most units are dead"): all(
            end[-1] > max(1 / 2, 3 * end[0]) for end in ends.values()
        ),
        Words("不到五分之一", "under a fifth of the units"): all(end[0] < 0.2 for end in ends.values()),
        Words("後來死的那一段變長", "the part that died grows"): all(drawn[f"{side}, died"][1][-1] > drawn[f"{side}, died"][1][0] for side in ends),
    }


def draw(axes, pen):
    paints = {"start": "muted", "died": "c2", "diverged": "ink", "revived": "c3"}
    labels = {
        "revived": Words("死過，又激活", "dead once, active again"),
        "diverged": Words("發散", "diverged"),
        "died": Words("後來死", "died"),
        "start": Words("一開始就死", "dead at the start"),
    }
    for ax, arm, side, rates in zip(axes, (SGD, ADAM), ("gradient descent", "Adam"), (RATES, RATES / 100), strict=True):
        below = np.zeros(len(rates))
        for fate in FATES:
            height = share(arm, fate).mean(axis=0)
            pen.keep(f"{side}, {fate}", rates, height)
            ax.bar(rates, height, width=0.55 * rates, bottom=below, color=COLOURS[paints[fate]][0], linewidth=0)
            below += height
        ax.set_xscale("log")
        ax.minorticks_off()
        ax.set_ylim(0, 1)
        ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
        pen.ticks(
            ax, x=rates[::2], y=[0, 0.2, 0.4, 0.6, 0.8, 1], xnames=[f"{rate:.3g}" for rate in rates[::2]], ynames=["0", "20 %", "40 %", "60 %", "80 %", "100 %"]
        )
    axes[0].set_title(pen.say(Words("梯度下降", "gradient descent")), fontsize=11, fontweight="normal")
    axes[1].set_title("Adam", fontsize=11, fontweight="normal")
    for place, (fate, words) in enumerate(labels.items()):
        pen.note(axes[1], 7e-4, 0.94 - 0.09 * place, words, paints[fate], (1, 0), fontsize=10)
