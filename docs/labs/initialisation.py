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
# # 實驗：深度、起點與激活函數 {#top}
#
# 同一個函數，換一種初始權重，深的網路就學得會或學不會。深度、起點與函數怎麼互相影響？
# {.lede}
#
# 這個實驗配合[初始化](../guide/initialisation.md)與[梯度消失](../guide/vanishing.md)兩章。

# %% [markdown] lang="en"
# # Lab: depth, start and activation {#top}
#
# With one and the same function, a deep network learns or does not learn according to its first weights. How do depth, start and function affect one another?
# {.lede}
#
# This lab goes with the chapters on [initialisation](../guide/initialisation.md) and [vanishing gradients](../guide/vanishing.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import abs as absolute
from activation_functions import gelu, identity, relu, sigmoid, silu, tanh
from activation_functions.network import Network, adam, cross_entropy, training

# %% [markdown] lang="zh-Hant"
# ## 訊號走五十層 {#signal}
#
# 每層一百個單元，權重隨機，標準差是$g/\sqrt{n}$，$n$是輸入的個數，$g$叫增益。送進標準常態的輸入，走五十層，看預激活值的大小（均方根）變成多少。

# %% [markdown] lang="en"
# ## A signal through fifty layers {#signal}
#
# Each layer has a hundred units with random weights of standard deviation $g/\sqrt{n}$, where $n$ is the number of inputs and $g$ is called the gain. Send in standard normal inputs, go through fifty layers, and look at the size of the pre-activations, their root mean square.


# %%
def sizes(f, gain, layers=50, n=100, seed=0):
    """The root mean square of the pre-activations, layer by layer."""
    rng = np.random.default_rng(seed)
    z, found = rng.standard_normal((n, 20)), []
    for _ in range(layers):
        z = gain * n**-0.5 * rng.standard_normal((n, n)) @ f(z)
        found.append(np.sqrt(np.mean(z**2)))
    return np.array(found)


print("gain       " + "".join(f"{gain:12.3f}" for gain in (0.5, 1, 2**0.5, 2)))
for f in (identity, sigmoid, tanh, relu):
    print(f"{f.name:11s}" + "".join(f"{sizes(f, gain)[-1]:12.3g}" for gain in (0.5, 1, 2**0.5, 2)))

# %% [markdown] lang="zh-Hant"
# 差一點點的增益，走五十層就差很多。ReLU只有在$\sqrt{2}$時大小大致不變。Sigmoid的大小自己會停住，因為它的輸出都在$\frac{1}{2}$附近。
#
# ## 不縮也不漲的增益 {#gain}
#
# 若$z$是標準常態，走一層之後的變異數是$g^2\,\mathbb{E}f(z)^2$。令它等於$1$，就得到$g=1/\sqrt{\mathbb{E}f(z)^2}$。用很多點算出這個平均，再用真的網路驗證。

# %% [markdown] lang="en"
# A little more or less gain makes a great difference over fifty layers. For ReLU the size stays about the same at $\sqrt{2}$ alone. With the sigmoid it settles by itself, for its outputs are all near $\frac{1}{2}$.
#
# ## The gain that neither shrinks nor grows {#gain}
#
# If $z$ is standard normal, the variance after one layer is $g^2\,\mathbb{E}f(z)^2$. Set it to $1$, and $g=1/\sqrt{\mathbb{E}f(z)^2}$. Compute that mean over many points, and try it on real networks.

# %%
points = np.linspace(-10, 10, 20_001)
density = np.exp(-(points**2) / 2) / np.sqrt(2 * np.pi)


def gain_of(f):
    return np.trapezoid(f(points) ** 2 * density, points) ** -0.5


for f in (identity, sigmoid, tanh, relu, gelu, silu):
    after = [sizes(f, gain_of(f), layers=10, seed=seed)[-1] for seed in range(5)]
    print(f"{f.name:9s} gain {gain_of(f):.4f}   size after ten layers {np.mean(after):.3f}")

# %% [markdown] lang="zh-Hant"
# 十層之後，大小都還在$1$附近。GELU與SiLU偏得多一些，因為它們把一點點的偏差逐層放大。接著用ReLU看看，增益差一點會怎樣。

# %% [markdown] lang="en"
# After ten layers all sizes are still near $1$. Those of GELU and SiLU are further off, for these two enlarge a small deviation layer by layer. Now see with ReLU what a little more or less gain does.

# %% alt="訊號大小隨層數的變化，對數刻度：ReLU用自己的增益時持平，增益小一些就下降，大一些就上升。 | The size of the signal by layer on a logarithmic scale: with its own gain ReLU stays level, with a smaller one it falls, with a larger one it rises."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for factor, colour in ((1.2, "#d55e00"), (1, "#0072b2"), (0.8, "#009e73")):
    middle = np.exp(np.mean(np.log([sizes(relu, factor * gain_of(relu), seed=seed) for seed in range(5)]), axis=0))
    ax.plot(np.arange(1, 51), middle, color=colour)
    ax.annotate(f"{factor:g} × √2" if factor != 1 else "√2", (50, middle[-1]), (6, -4), textcoords="offset points", color=colour)
ax.set_yscale("log")
ax.set_xlabel("layer")
ax.margins(x=0.12)
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 學得會嗎？ {#training}
#
# 訊號走得到，才談得上學習。資料是平面上的點，答案是點在不在圓環裡。三種起點：標準差的平方是$1/n$（LeCun）、$2/(n+m)$（Glorot）、$2/n$（He），再加一種太小的，把LeCun的標準差除以二。印出訓練之後的準確率，三個種子的平均。

# %% [markdown] lang="en"
# ## Does it learn? {#training}
#
# Only where a signal arrives can anything be learned. The data are points in a plane, and the question is whether a point lies in a ring. There are three starts, with variances of $1/n$ (LeCun), $2/(n+m)$ (Glorot) and $2/n$ (He), and one that is too small: the standard deviation of LeCun's halved. Printed is the accuracy after training, the mean of three seeds.

# %%
rng = np.random.default_rng(1)
x = rng.standard_normal((2, 128))
radius = np.hypot(*x)
y = ((radius > 0.8) & (radius < 1.7)).astype(float)[None]
STARTS = {"half LeCun": lambda n, m: 0.25 / n, "LeCun": lambda n, m: 1 / n, "Glorot": lambda n, m: 2 / (n + m), "He": lambda n, m: 2 / n}


def accuracy(f, depth, units=16, seeds=3, steps=100):
    """Of each start, after training; all networks side by side."""
    rng = np.random.default_rng(2)
    widths = [2] + [units] * depth + [1]
    weights = []
    for n, m in zip(widths, widths[1:], strict=False):
        spread = np.sqrt([variance(n, m) for variance in STARTS.values()])
        weights.append((spread[:, None, None, None] * rng.standard_normal((seeds, m, n))).reshape(-1, m, n))
    network = Network(weights, [np.zeros((len(weights[0]), m, 1)) for m in widths[1:]], f)
    for step in training(network, x, y, cross_entropy, adam(0.01)):
        if step == steps:
            return ((network(x) > 0) == y).mean(axis=(1, 2)).reshape(-1, seeds).mean(axis=1)


print(f"{'':9s}{'layers':>8s}" + "".join(f"{name:>12s}" for name in STARTS) + f"{'all no':>12s}")
for f in (sigmoid, tanh, relu):
    for depth in (1, 8):
        print(f"{f.name:9s}{depth:8d}" + "".join(f"{each:12.3f}" for each in accuracy(f, depth)) + f"{1 - y.mean():12.3f}")

# %% [markdown] lang="zh-Hant"
# 最後一欄是什麼都不學、一律回答「不在」的準確率。一層時，起點幾乎無所謂。八層時就不同了：$\tanh$從太小的起點學不好，從別的起點幾乎全對；Sigmoid從哪一個起點都不如只有一層；ReLU在這裡受起點的影響最小。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：讓訊號大小不變的增益，對絕對值函數$f(z)=|z|$是多少？

# %% [markdown] lang="en"
# The last column is the accuracy of learning nothing and always saying no. With one layer the start hardly matters. With eight it does: $\tanh$ learns badly from the start that is too small, and has nearly everything right from the others; the sigmoid does worse than with one layer, whatever the start; for ReLU the start matters least here.
#
# ## Your turn {#your-turn}
#
# **Task 1**: which gain keeps the size of the signal for the absolute value, $f(z)=|z|$?

# %% part="task"
answer = ...

# %% part="check"
print("…" if answer is ... else "✓" if abs(answer - gain_of(absolute)) < 1e-3 else "✗")

# %% part="mistake"
answer = 2**0.5

# %% part="solution"
answer = 1

# %% [markdown] lang="zh-Hant" part="solution"
# $|z|^2=z^2$，平均是$1$，與恆等函數相同。ReLU丟掉一半，所以才要$\sqrt{2}$。

# %% [markdown] lang="en" part="solution"
# $|z|^2=z^2$ has the mean $1$, as for the identity. ReLU drops half of it, hence $\sqrt{2}$.

# %% [markdown] lang="zh-Hant"
# **問題二**：一層有四百個輸入，後面接ReLU。He起點的權重，標準差是多少？

# %% [markdown] lang="en"
# **Task 2**: a layer has four hundred inputs, and ReLU follows. What is the standard deviation of its weights in He's start?

# %% part="task"
answer = ...

# %% part="check"
if answer is not ...:
    rng = np.random.default_rng(3)
    z = rng.standard_normal((400, 50))
    ratios = [np.mean((answer * rng.standard_normal((400, 400)) @ relu(z)) ** 2) / np.mean(z**2) for _ in range(3)]
print("…" if answer is ... else "✓" if 0.9 < np.mean(ratios) < 1.1 else "✗")

# %% part="mistake"
answer = 2 / 400

# %% part="solution"
answer = (2 / 400) ** 0.5

# %% [markdown] lang="zh-Hant" part="solution"
# He起點的**變異數**是$2/n$，標準差要再開根號。檢查的程式看的是走一層之後大小有沒有變。

# %% [markdown] lang="en" part="solution"
# The **variance** in He's start is $2/n$; the standard deviation is its square root. The check looks at whether one layer changes the size.

# %% [markdown] lang="zh-Hant"
# **問題三**：ReLU用增益$1$，走五十層之後，訊號的均方根大約是原來的幾倍？

# %% [markdown] lang="en"
# **Task 3**: with ReLU at gain $1$, by about how much is the root mean square of a signal multiplied over fifty layers?

# %% part="task"
answer = ...

# %% part="check"
measured = np.mean([np.log(sizes(relu, 1, n=200, seed=seed)[-1]) for seed in range(5)])
print("…" if answer is ... else "✓" if abs(np.log(answer) - measured) < 2 else "✗")

# %% part="mistake"
answer = 0.5**50

# %% part="solution"
answer = 0.5**25

# %% [markdown] lang="zh-Hant" part="solution"
# 每層平均丟掉一半的$z^2$，所以**平方**的平均乘上$\frac{1}{2}$，均方根乘上$\sqrt{\frac{1}{2}}$。五十層就是$2^{-25}$。

# %% [markdown] lang="en" part="solution"
# Each layer drops half of $z^2$ on average, so the mean of the **squares** is multiplied by $\frac{1}{2}$ and its root by $\sqrt{\frac{1}{2}}$. Fifty layers make $2^{-25}$.
