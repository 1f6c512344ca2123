"""How large the memory of a cell gets, step by step, with other functions in the gates or for the content; and what such cells learn."""

from typing import Any

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("沒有遺忘閘，或內容用Sigmoid，記憶就越積越大", "Without a forget gate, or with the sigmoid for the content, the memory piles up")
caption = Words(
    "長短期記憶還沒訓練時，記憶$|c|$的平均，一步一步往右；五個種子的平均。",
    "The mean of the memory $|c|$ in long short-term memory before training, step by step to the right; the mean of five seeds.",
)
alt = Words(
    "四條線。內容用Sigmoid與沒有遺忘閘的兩條一路往上，其餘的都低得多。",
    "Four lines. Those with the sigmoid for the content and without a forget gate rise all the way; the others are far lower.",
)
description = Words(
    "最後一步的記憶：照原樣是$[[lstm_functions.size_usual]]$，沒有遺忘閘是$[[lstm_functions.size_no_forget]]$，內容用Sigmoid是$[[lstm_functions.size_sigmoid_candidate]]$，閘用ReLU是$[[lstm_functions.size_relu_gates]]$，閘用$\\tanh$是$[[lstm_functions.size_tanh_gates]]$。",
    "The memory after the last step: as it is $[[lstm_functions.size_usual]]$, without a forget gate $[[lstm_functions.size_no_forget]]$, with the sigmoid for the content $[[lstm_functions.size_sigmoid_candidate]]$, with ReLU gates $[[lstm_functions.size_relu_gates]]$, with $\\tanh$ gates $[[lstm_functions.size_tanh_gates]]$.",
)
assumes = (
    Words(
        "八個格子，序列長十二步，四十八個序列；第一步是正負號與記號，其餘是標準常態的雜訊。權重的變異數是$1/n$，遺忘閘的偏置從$1$開始，其餘是零。Adam，全批次，六十步，三個學習率由百分之一起每個大$\\sqrt{10}$倍，表裡是每種最好的一個；五個種子，答錯的比例看沒看過的序列，發散的當作一半。題目很短：長的序列可能不同。",
        "Eight cells, sequences of twelve steps, forty-eight of them; the first step has the sign and a mark, the others standard normal noise. Weights have the variance $1/n$, the bias of the forget gate begins at $1$ and the others at zero. Adam on the full batch, sixty steps, three learning rates from a hundredth, each $\\sqrt{10}$ times the one before, of which the table has each kind's best; five seeds; the share of wrong answers is of unseen sequences, with one half for what diverged. The task is short: long sequences may differ.",
    ),
)
ARMS: dict[str, dict[str, Any]] = {
    "usual": {},
    "no_forget": {"forget": False},
    "hard_gates": {"gate": "hard_sigmoid"},
    "tanh_gates": {"gate": "tanh"},
    "relu_gates": {"gate": "relu"},
    "sigmoid_candidate": {"candidate": "sigmoid"},
    "relu_candidate": {"candidate": "relu"},
    "identity_output": {"output": "identity"},
    "sigmoid_output": {"output": "sigmoid"},
}
FOUND = {name: study("lstm_functions", **change) for name, change in ARMS.items()}
SHOWN = {
    "sigmoid_candidate": ("c2", Words("內容用Sigmoid", "sigmoid content"), "--", (5, 0)),
    "no_forget": ("c3", Words("沒有遺忘閘", "no forget gate"), "-.", (5, 0)),
    "relu_gates": ("c4", Words("閘用ReLU", "ReLU gates"), "-", (5, 4)),
    "usual": ("c1", Words("照原樣", "as it is"), "-", (5, -2)),
}


def best(name):
    """Of each seed, the share of wrong answers at the rate that is best over all seeds."""
    return FOUND[name]["error"][:, FOUND[name]["error"].mean(axis=0).argmin()]


def numbers():
    found = {name: observe(best(name)) for name in ARMS}
    found |= {f"size_{name}": observe(FOUND[name]["size"][:, -1]) for name in ARMS}
    found |= {f"failed_{name}": int((best(name) > 0.1).sum()) for name in ARMS}  # seeds with over a tenth of the answers wrong
    return found | {f"lost_{name}": round(float(FOUND[name]["diverged"].sum())) for name in ARMS}


def holds(drawn):
    last = {name: y[-1] for name, (_, y) in drawn.items()}
    return {
        Words("沒有遺忘閘，或內容用Sigmoid，記憶就越積越大", "Without a forget gate, or with the sigmoid for the content, the memory piles up"): all(
            last[name] > 3 * last["usual"] for name in ("no_forget", "sigmoid_candidate")
        ),
        Words("兩條一路往上", "rise all the way"): all((np.diff(drawn[name][1]) > 0).all() for name in ("no_forget", "sigmoid_candidate")),
        Words("其餘的都低得多", "the others are far lower"): 2 * max(last[name] for name in ("usual", "relu_gates"))
        < min(last[name] for name in ("no_forget", "sigmoid_candidate")),
    }


def draw(ax, pen):
    steps = np.arange(1, FOUND["usual"]["size"].shape[1] + 1)
    for name, (colour, says, style, offset) in SHOWN.items():
        pen.curve(ax, steps, FOUND[name]["size"].mean(axis=0), name, colour, says, offset=offset, linestyle=style)
    ax.set_xlim(1, steps[-1] * 1.3)
    ax.set_ylim(0, 1.05)
    ax.set_xlabel(pen.say(Words("步", "step")))
    ax.set_ylabel(pen.say(Words("記憶的大小", "size of the memory")))
    pen.ticks(ax, x=[1, 4, 8, 12], y=[0, 0.5, 1], ynames=["0", "½", "1"])
