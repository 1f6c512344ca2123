# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] lang="zh-Hant"
# # 實驗：死亡ReLU {#top}
#
# 訓練途中，有多少ReLU單元死掉？死了的會不會回來？
# {.lede}
#
# 這個實驗配合[死亡ReLU](../guide/dying.md)那一章。死掉的意思是：對全部訓練樣本，預激活值都不大於零。

# %% [markdown] lang="en"
# # Lab: dying ReLU {#top}
#
# How many ReLU units die during training? And do dead ones come back?
# {.lede}
#
# This lab goes with the chapter on [dying ReLU](../guide/dying.md). Dead means that the pre-activation exceeds zero on none of the training samples.

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import elu, leaky_relu, relu
from activation_functions.network import Network, cross_entropy, gradient_descent, training

rng = np.random.default_rng(0)
x = rng.standard_normal((2, 96))  # a sample is a column
y = (np.square(x).sum(axis=0, keepdims=True) < 1.4).astype(float)  # inside a circle

# %% [markdown] lang="zh-Hant"
# ## 數一數 {#counting}
#
# 資料是平面上的點，要回答的是點在不在一個圓裡。網路有兩個隱藏層，各十六個單元。先不訓練，只數有多少單元對所有看到的樣本都不激活。看一個樣本、四個、十六個，最後看全部。

# %% [markdown] lang="en"
# ## Counting {#counting}
#
# The data are points in a plane, and the question is whether a point lies within a circle. The network has two hidden layers of sixteen units. Before any training, count the units that are inactive on all the samples that are looked at: one, four, sixteen, and finally all.


# %%
def networks(f, count, bias=0.0):
    """So many random networks side by side."""
    rng = np.random.default_rng(1)
    sizes = [2, 16, 16, 1]
    weights = [np.sqrt(2 / n) * rng.standard_normal((count, m, n)) for n, m in zip(sizes, sizes[1:], strict=False)]
    return Network(weights, [np.full((count, m, 1), bias) for m in sizes[1:]], f)


def inactive(z):
    """Of each unit, whether it is inactive on all samples."""
    return np.all(z <= 0, axis=-1)


before = networks(relu, 50)
for seen in (1, 4, 16, 96):
    z, _ = before.forward(x[:, :seen])
    print(f"{seen:2d} samples:  layer 1 {inactive(z[0]).mean():.3f}   layer 2 {inactive(z[1]).mean():.3f}")

# %% [markdown] lang="zh-Hant"
# 只看一個樣本，大約一半不激活，那是ReLU的常態。看完全部，第一層一個也不剩，第二層還有一些。所以在一個小批次裡數「死掉」，會數得太多。
#
# ## 學習率 {#rate}
#
# 現在訓練。六種學習率，各五個起點，全部並排一起跑。別的函數在左邊也許還有斜率，所以這裡數的是卡住的單元：對全部樣本，斜率都小於千分之一。對ReLU，卡住就是死掉。發散的網路另外數：它的參數不是有限的數。

# %% [markdown] lang="en"
# On one sample about half are inactive, which is normal for ReLU. On all of them none is left in the first layer, and some are in the second. So whoever counts the “dead” within a small batch counts too many.
#
# ## The learning rate {#rate}
#
# Now train: six learning rates with five starts each, all side by side. Other functions may still have a slope on the left, so what is counted here are units that are stuck: their slope is less than a thousandth on all samples. For ReLU stuck means dead. Networks that diverge are counted apart; their parameters are not finite.

# %%
rates = 10.0 ** np.arange(-1.5, 1.5, 0.5)


def outcome(f, steps=150, starts=5):
    """By rate: the share of stuck units in the networks that have not diverged, and how many have."""
    network = networks(f, starts * len(rates))
    with np.errstate(all="ignore"):
        for step in training(network, x, y, cross_entropy, gradient_descent(np.repeat(rates, starts)[:, None, None])):
            if step == steps:
                break
        z, _ = network.forward(x)
    lost = ~np.all([np.isfinite(p).all(axis=(-1, -2)) for p in network.parameters], axis=0)
    stuck = np.mean([np.all(f.derivative(each) < 1e-3, axis=-1) for each in z[:2]], axis=(0, 2))
    by_rate = zip(stuck.reshape(-1, starts), lost.reshape(-1, starts), strict=True)
    return np.array([np.mean(each[~gone]) if not gone.all() else np.nan for each, gone in by_rate]), lost.reshape(-1, starts).sum(axis=1)


outcomes = {f.name: outcome(f) for f in (relu, leaky_relu, elu)}
for name, (shares, lost) in outcomes.items():
    print(f"{name:11s} stuck " + " ".join(f"{share:6.3f}" for share in shares) + "   diverged " + " ".join(f"{n:2d}" for n in lost))

# %% [markdown] lang="zh-Hant"
# 由左到右，學習率每次大約變成三倍。畫出來看得更清楚。綠色是ReLU，藍色是帶洩漏的ReLU，橘色是ELU；線斷掉的地方，網路全部發散。

# %% [markdown] lang="en"
# From left to right the rate is about three times as large each time. It is easier to see in a picture. Green is ReLU, blue leaky ReLU, orange ELU; where a line ends, all networks have diverged.

# %% alt="ReLU與ELU的線在右邊突然升高，帶洩漏的ReLU貼著零。 | The lines of ReLU and ELU rise suddenly on the right; leaky ReLU stays at zero."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for f, colour in ((relu, "#009e73"), (leaky_relu, "#0072b2"), (elu, "#d55e00")):
    shares, _ = outcomes[f.name]
    last = np.flatnonzero(~np.isnan(shares))[-1]
    ax.plot(rates, shares, "o-", color=colour, markersize=4)
    ax.annotate(f.name, (rates[last], shares[last]), (8, -3), textcoords="offset points", color=colour)
ax.set_xscale("log")
ax.set_xlabel("η")
ax.set_yticks([0, 0.5, 1])
ax.set_ylim(-0.05, 1.05)
ax.margins(x=0.15)
plt.show()

# %% [markdown] lang="zh-Hant"
# 學習率一大，ReLU大批卡住。ELU也是：它在左邊遠處的斜率趨近零。帶洩漏的ReLU一個也沒有卡住，卻有另一個問題：學習率最大時，有些網路發散。
#
# ## 會不會回來？ {#back}
#
# 一步一步記下死掉的單元。第一層的輸入是資料，永遠不變，所以死了就動不了。第二層的輸入來自第一層，第一層還在學。

# %% [markdown] lang="en"
# At large rates units of ReLU are stuck in great numbers. So are those of ELU, whose slope tends to zero far to the left. Leaky ReLU has none that are stuck, but it has another problem: at the largest rate some networks diverge.
#
# ## Do they come back? {#back}
#
# Keep a record of the dead units step by step. The inputs of the first layer are the data and never change, so what is dead there cannot move. Those of the second layer come from the first, which is still learning.

# %%
network = networks(relu, 20)
record = []
for step in training(network, x, y, cross_entropy, gradient_descent(3.0)):
    z, _ = network.forward(x)
    record.append([inactive(each) for each in z[:2]])
    if step == 150:
        break
record = np.array(record)  # steps, layers, networks, units

for layer in range(2):
    history = record[:, layer]
    was_dead = history.any(axis=0)
    print(f"layer {layer + 1}: dead at some time {was_dead.sum():3d}, of these active at the end {(was_dead & ~history[-1]).sum():3d}")

# %% alt="兩條線：第一層的死掉單元數只升不降，第二層的有升有降。 | Two lines: the number of dead units in the first layer only rises, that in the second rises and falls."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for layer, colour in ((0, "#0072b2"), (1, "#d55e00")):
    dead = record[:, layer].sum(axis=(1, 2))
    ax.plot(dead, color=colour)
    ax.annotate(f"layer {layer + 1}", (150, dead[-1]), (6, -4), textcoords="offset points", color=colour)
ax.set_xlabel("step")
plt.show()

# %% [markdown] lang="zh-Hant"
# 藍線只升不降：在單純的梯度下降裡，第一層死了就是死了。橘線有時下降，每一次下降都是有單元回來。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：一個單元，$w=1$、$b=0$，訓練樣本是$x=1,2,3$。拿$x=1$走一步，目標是$0$，損失是平方誤差的一半。學習率至少要多大，這一步才會讓它死掉？

# %% [markdown] lang="en"
# The blue line only rises: under plain gradient descent what is dead in the first layer stays dead. The orange one falls at times, and each fall is units that have come back.
#
# ## Your turn {#your-turn}
#
# **Task 1**: a unit has $w=1$ and $b=0$, and the training samples are $x=1,2,3$. Take one step on $x=1$ with target $0$ and half the squared error as loss. How large must the learning rate be, at least, for this step to kill the unit?

# %% part="task"
answer = ...


# %% part="check"
def killed(rate):
    w, b, sample, target = 1.0, 0.0, 1.0, 0.0
    error = relu(w * sample + b) - target
    w, b = w - rate * error * sample, b - rate * error
    return inactive(w * np.array([1.0, 2.0, 3.0]) + b)


print("…" if answer is ... else "✓" if killed(answer + 1e-9) and not killed(answer - 1e-6) else "✗")

# %% part="mistake"
answer = 1 / 2

# %% part="solution"
answer = 3 / 4

# %% [markdown] lang="zh-Hant" part="solution"
# 輸出減目標是$1$，走一步之後$w=1-\eta$、$b=-\eta$，所以$z=x-\eta(x+1)$。$x=3$撐得最久，到$\eta=\frac{3}{4}$才降到$0$。

# %% [markdown] lang="en" part="solution"
# Output minus target is $1$. After the step $w=1-\eta$ and $b=-\eta$, so $z=x-\eta(x+1)$. $x=3$ holds out longest, until it reaches $0$ at $\eta=\frac{3}{4}$.

# %% [markdown] lang="zh-Hant"
# **問題二**：發散之後$z$都是NaN，而NaN與任何數比較都是假。下面的函數拿到每個單元（一橫列一個）對所有樣本的$z$，請寫成：死掉回答真，活著回答假，NaN也回答假。

# %% [markdown] lang="en"
# **Task 2**: after divergence every $z$ is NaN, and comparing NaN with any number is false. The function below is given the $z$ of each unit (a row) on all samples. Write it so that it says true of a dead unit, false of a living one, and false of NaN as well.


# %% part="task"
def dead(z):
    return ...


# %% part="check"
rows = np.array([[-1.0, -2.0, 0.0], [-1.0, 3.0, -2.0], [np.nan, np.nan, np.nan]])
answer = dead(rows)
print("…" if answer is ... else "✓" if np.array_equal(answer, [True, False, False]) else "✗")


# %% part="mistake"
def dead(z):
    return ~np.any(z > 0, axis=-1)


# %% part="solution"
def dead(z):
    return np.all(z <= 0, axis=-1)


# %% [markdown] lang="zh-Hant" part="solution"
# 「沒有一個大於零」與「全都不大於零」只在NaN上不同。前一種寫法會把發散的網路整個當作死掉。

# %% [markdown] lang="en" part="solution"
# “None exceeds zero” and “all are at most zero” differ on NaN alone. The first takes a network that diverged for one that is all dead.
