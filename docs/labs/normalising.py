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
# # 實驗：替tanh把輸入標準化 {#top}
#
# 輸入的單位是公分還是公尺，對$\tanh$網路有多要緊？
# {.lede}
#
# 這個實驗配合[輸入的尺度](../guide/scaling.md)與[零中心](../guide/zero-centred.md#what-helps)兩章。

# %% [markdown] lang="en"
# # Lab: standardising inputs for tanh {#top}
#
# How much does it matter to a $\tanh$ network whether its inputs are in centimetres or in metres?
# {.lede}
#
# This lab goes with the chapters on [scaling the input](../guide/scaling.md) and [zero-centred outputs](../guide/zero-centred.md#what-helps).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import tanh
from activation_functions.network import Network, cross_entropy, gradient_descent, random_network, training

rng = np.random.default_rng(0)


def measured(count):
    """A length in centimetres and a share between 0 and 1, each sample a column; the answer depends on both alike."""
    hidden = rng.standard_normal((2, count))
    length, share = 165 + 8 * hidden[0], 0.5 + 0.1 * hidden[1]
    return np.array([length, share]), (np.square(hidden).sum(axis=0, keepdims=True) < 1.4).astype(float)


x, y = measured(100)

# %% [markdown] lang="zh-Hant"
# ## 三種輸入 {#three-inputs}
#
# 資料有兩個特徵，一個是長度，數字很大；一個是比例，數字很小。答案對兩者同樣敏感。我們準備三種輸入：原樣；減去平均（置中）；再除以標準差（標準化）。

# %% [markdown] lang="en"
# ## Three kinds of input {#three-inputs}
#
# The data have two features: a length, whose numbers are large, and a share, whose numbers are small. The answer depends on both alike. Prepare three kinds of input: as measured; with the mean subtracted (centred); and divided by the standard deviation as well (standardised).

# %%
mean, deviation = x.mean(axis=1, keepdims=True), x.std(axis=1, keepdims=True)
INPUTS = {"as measured": x, "centred": x - mean, "standardised": (x - mean) / deviation}
for name, inputs in INPUTS.items():
    print(f"{name:13s} mean {inputs.mean(axis=1).round(3) + 0.0}   standard deviation {inputs.std(axis=1).round(3)}")

# %% [markdown] lang="zh-Hant"
# ## 第一層飽和了多少？ {#saturated}
#
# 同樣的隨機權重，送進三種輸入。數一數第一層有多少激活值的斜率不到$\frac{1}{10}$。

# %% [markdown] lang="en"
# ## How much of the first layer is saturated? {#saturated}
#
# Send the three kinds of input through the same random weights, and count how many activations of the first layer have a slope below $\frac{1}{10}$.

# %%
network = random_network([2, 50, 1], tanh, np.random.default_rng(1))
z = {name: network.forward(inputs)[0][0] for name, inputs in INPUTS.items()}
for name, each in z.items():
    print(f"{name:13s} saturated {np.mean(tanh.derivative(each) < 0.1):.3f}   median |z| {np.median(np.abs(each)):.3g}")

# %% [markdown] lang="zh-Hant"
# 畫出來：把第一層每個激活值的斜率由小到大排成一列。橫軸是排到第幾成，縱軸是斜率。

# %% [markdown] lang="en"
# In a picture: put the slopes of all activations of the first layer in order, from small to large. The horizontal axis is the share of activations passed, the vertical axis the slope.

# %% alt="三條上升的線：原樣的一直貼著零，到最後才升起；置中的較早升起；標準化的從頭就高。 | Three rising lines: as measured it stays at zero nearly to the end; centred it rises earlier; standardised it is high from the beginning."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
share = np.linspace(0, 1, 201)
for (name, each), colour, place in zip(z.items(), ("#d55e00", "#009e73", "#0072b2"), ((0.6, 0.14), (0.3, 0.3), (0.05, 1.04)), strict=True):
    ax.plot(share, np.quantile(tanh.derivative(each), share), color=colour)
    ax.text(*place, name, color=colour)
ax.axhline(0.1, color="#6b7280", linewidth=0.8)
ax.set_xticks([0, 0.5, 1])
ax.set_yticks([0, 0.5, 1])
plt.show()

# %% [markdown] lang="zh-Hant"
# 灰線是$\frac{1}{10}$。原樣的輸入，第一層幾乎全部飽和：長度太大了。
#
# ## 訓練的差別 {#training}
#
# 同樣的五個起點、同樣的步數，三種輸入各用五種學習率，印出最後的損失（平均）。

# %% [markdown] lang="en"
# The grey line is at $\frac{1}{10}$. As measured, nearly all of the first layer is saturated: the lengths are too large.
#
# ## What it does to training {#training}
#
# With the same five starts and the same number of steps, use five learning rates for each of the three kinds of input, and print the last loss, a mean.

# %%
rates = np.array([0.01, 0.1, 0.3, 1.0, 3.0])


def losses_of(inputs, steps=200, starts=5):
    """The loss by rate and step, the mean of the starts; all networks side by side."""
    rng, count = np.random.default_rng(1), starts * len(rates)
    weights = [np.tile(rng.standard_normal((starts, 16, 2)), (len(rates), 1, 1)), np.tile(rng.standard_normal((starts, 1, 16)), (len(rates), 1, 1)) / 4]
    network, losses = Network(weights, [np.zeros((count, 16, 1)), np.zeros((count, 1, 1))], tanh), []
    for step in training(network, inputs, y, cross_entropy, gradient_descent(np.repeat(rates, starts)[:, None, None])):
        losses.append(cross_entropy(network(inputs), y)[0].reshape(-1, starts).mean(axis=1))
        if step == steps:
            return np.transpose(losses)


curves = {name: losses_of(inputs) for name, inputs in INPUTS.items()}
print(f"{'learning rate':13s}" + "".join(f"{rate:8g}" for rate in rates))
for name, found in curves.items():
    print(f"{name:13s}" + "".join(f"{losses[-1]:8.3f}" for losses in found))

# %% alt="三條損失曲線，各用最好的學習率：原樣的幾乎不下降，置中的下降一些，標準化的下降最多。 | Three curves of the loss, each at its best rate: as measured it hardly falls, centred it falls somewhat, standardised it falls most."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for (name, found), colour in zip(curves.items(), ("#d55e00", "#009e73", "#0072b2"), strict=True):
    best = min(found, key=lambda losses: losses[-1])
    ax.plot(best, color=colour)
    ax.annotate(name, (200, best[-1]), (6, -4), textcoords="offset points", color=colour)
ax.set_ylim(0)
ax.set_xlabel("step")
plt.show()

# %% [markdown] lang="zh-Hant"
# 置中有用，但長度的起伏仍然比比例大幾十倍，一個學習率無法同時照顧兩邊。除以標準差之後，兩個特徵才一樣大。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：新的樣本要用訓練時的平均與標準差，不能用自己的。寫一個函數，拿到訓練資料與新資料，回傳標準化的新資料。

# %% [markdown] lang="en"
# Centring helps; but the lengths still spread dozens of times as far as the shares, and one learning rate cannot serve both. Only division by the standard deviation makes the two features equally large.
#
# ## Your turn {#your-turn}
#
# **Task 1**: new samples need the mean and the standard deviation of training, not their own. Write a function that is given the training data and new data and returns the new data standardised.


# %% part="task"
def standardised(train, new):
    return ...


# %% part="check"
new = np.array([[180.0, 150.0], [0.5, 0.7]])
answer = standardised(x, new)
print("…" if answer is ... else "✓" if np.allclose(answer * deviation + mean, new) else "✗")


# %% part="mistake"
def standardised(train, new):
    return (new - new.mean(axis=1, keepdims=True)) / new.std(axis=1, keepdims=True)


# %% part="solution"
def standardised(train, new):
    return (new - train.mean(axis=1, keepdims=True)) / train.std(axis=1, keepdims=True)


# %% [markdown] lang="zh-Hant" part="solution"
# 用新資料自己的平均，同一個長度在不同的批次裡會變成不同的數，網路就看不出它們相同。

# %% [markdown] lang="en" part="solution"
# With the new data's own mean, one and the same length would become different numbers in different batches, and the network could not tell that they are the same.

# %% [markdown] lang="zh-Hant"
# **問題二**：像素的值由$0$到`top`。要把它均勻地搬到$-1$與$1$之間，寫成$ux+v$，$u$、$v$是多少？

# %% [markdown] lang="en"
# **Task 2**: pixels have values from $0$ to `top`. To move them evenly to between $-1$ and $1$, as $ux+v$, what are $u$ and $v$?

# %% part="task"
top = 255
answer = ...  # (u, v)

# %% part="check"
if answer is not ...:
    u, v = answer
    ends = u * np.array([0, top]) + v
print("…" if answer is ... else "✓" if np.allclose(ends, [-1, 1]) else "✗")

# %% part="mistake"
answer = (1 / top, 0)

# %% part="solution"
answer = (2 / top, -1)

# %% [markdown] lang="zh-Hant" part="solution"
# 只除以`top`，值都在$0$與$1$之間，沒有一個是負的，平均也不在零。這正是[零中心](../guide/zero-centred.md)那一章談的問題。

# %% [markdown] lang="en" part="solution"
# Divided by `top` alone, the values lie between $0$ and $1$: none is negative, and the mean is not at zero. That is the problem of the chapter on [zero-centred outputs](../guide/zero-centred.md).

# %% [markdown] lang="zh-Hant"
# **問題三**：不改輸入，改第一層也行。第一層原來算$Wx+b$；輸入標準化之後的權重是$W$，偏置是$b$。若要直接送進原樣的$x$而輸出相同，新的權重與偏置是什麼？

# %% [markdown] lang="en"
# **Task 3**: instead of the inputs one may change the first layer. It computes $Wx+b$; for standardised inputs its weights are $W$ and its biases $b$. To send in $x$ as measured and get the same output, what should the weights and biases be?

# %% part="task"
W, b = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([[0.1], [-0.4]])
answer = ...  # (new weights, new biases), from W, b, mean, deviation

# %% part="check"
if answer is not ...:
    new_W, new_b = answer
    same = np.allclose(new_W @ x + new_b, W @ ((x - mean) / deviation) + b)
print("…" if answer is ... else "✓" if same else "✗")

# %% part="mistake"
answer = (W / deviation, b - W @ mean)

# %% part="solution"
answer = (W / deviation.T, b - W @ (mean / deviation))

# %% [markdown] lang="zh-Hant" part="solution"
# 標準化是仿射的，兩個仿射映射接起來還是一個。所以標準化不讓網路多表示什麼，它改變的是起點與學習的路。

# %% [markdown] lang="en" part="solution"
# Standardising is affine, and two affine maps in a row are one. So it does not let the network represent more; what it changes is the start, and the way of learning.
