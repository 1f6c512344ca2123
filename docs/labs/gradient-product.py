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
# # 實驗：梯度的連乘 {#top}
#
# 梯度往回走十層，每過一層乘上一個數。這些數是什麼？乘起來一定變小嗎？
# {.lede}
#
# 這個實驗配合[梯度消失](../guide/vanishing.md)與[反向傳播](../guide/backpropagation.md)兩章；算式在[推導](../derivations/gradient-product.md)。

# %% [markdown] lang="en"
# # Lab: the product of the gradient {#top}
#
# On its way back through ten layers a gradient is multiplied by one number a layer. What are these numbers? And does the product have to be small?
# {.lede}
#
# This lab goes with the chapters on [vanishing gradients](../guide/vanishing.md) and [backpropagation](../guide/backpropagation.md); the algebra is in the [derivation](../derivations/gradient-product.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import relu, sigmoid, tanh
from activation_functions.network import random_network

# %% [markdown] lang="zh-Hant"
# ## 一層一個單元 {#chain}
#
# 最簡單的鏈，每層只有一個單元：$z=wa+b$，再輸出$f(z)$。往前走時，把每層的因子$w\,f'(z)$記下來。十個因子的乘積，應該就是最後的輸出對最初的輸入的斜率。拿差分來對一對。

# %% [markdown] lang="en"
# ## One unit a layer {#chain}
#
# The simplest chain has one unit a layer: $z=wa+b$, then $f(z)$. On the way forward keep each layer's factor $w\,f'(z)$. The product of the ten factors should be the slope of the last output in the first input. Compare it with a difference quotient.


# %%
def chain(f, a, w, b=0.0, layers=10):
    """The output of the last layer, and the factor of each."""
    factors = []
    for _ in range(layers):
        z = w * a + b
        factors.append(w * f.derivative(z))
        a = f(z)
    return a, np.array(factors)


h = 1e-5
for f in (sigmoid, tanh):
    product = chain(f, 0.3, 1.5)[1].prod()
    difference = (chain(f, 0.3 + h, 1.5)[0] - chain(f, 0.3 - h, 1.5)[0]) / (2 * h)
    print(f"{f.name:8s} product {product:.6e}   difference quotient {difference:.6e}")

# %% [markdown] lang="zh-Hant"
# 兩種算法一致。同樣的權重，$\tanh$的乘積大得多，因為它的斜率最大是$1$，Sigmoid的最大是$\frac{1}{4}$。
#
# ## 斜率只是一半 {#half}
#
# 只看斜率，Sigmoid十層至多剩$4^{-10}$。但因子裡還有權重。取$w=8$、$b=-4$，從$a=\frac{1}{2}$出發。

# %% [markdown] lang="en"
# Both ways agree. With the same weight the product of $\tanh$ is much larger: its slope is at most $1$, the sigmoid's at most $\frac{1}{4}$.
#
# ## Slopes are only half of it {#half}
#
# By slopes alone, ten sigmoids leave at most $4^{-10}$. But the factor holds a weight as well. Take $w=8$ and $b=-4$, and start from $a=\frac{1}{2}$.

# %%
print("slopes alone:    ", 0.25**10)
print("the same chain:  ", chain(sigmoid, 0.5, 8, -4)[1].prod())
print("its factors:     ", chain(sigmoid, 0.5, 8, -4)[1])

# %% [markdown] lang="zh-Hant"
# 每層的因子都是$2$，十層就放大$2^{10}$倍。Sigmoid也能放大。那麼從別處出發呢？
#
# ## 每個出發點 {#every-start}
#
# 橫軸是出發點，縱軸是十個因子的乘積，用對數刻度。三條線是三種權重，偏置都取$b=-\frac{w}{2}$，讓中央留在$\frac{1}{2}$。

# %% [markdown] lang="en"
# Every factor is $2$, and ten layers amplify by $2^{10}$. Sigmoids can amplify too. And from other starts?
#
# ## From every start {#every-start}
#
# The horizontal axis is the start, the vertical axis the product of the ten factors, on a logarithmic scale. The three lines are three weights; the bias is $b=-\frac{w}{2}$ each time, so that the middle stays at $\frac{1}{2}$.

# %% alt="權重八的線在中央是很高的尖峰，兩旁急降；權重四的線平一些；權重一的線處處很低。 | The line of weight eight has a tall peak in the middle and falls steeply; that of weight four is flatter; that of weight one is low everywhere."
start = np.linspace(0, 1, 401)
figure, ax = plt.subplots(figsize=(7.2, 3.4))
for w, colour in ((8, "#d55e00"), (4, "#0072b2"), (1, "#009e73")):
    product = chain(sigmoid, start, w, -w / 2)[1].prod(axis=0)
    ax.plot(start, product, color=colour)
    ax.annotate(f"w = {w}", (1, product[-1]), (6, -4), textcoords="offset points", color=colour)
ax.axhline(1, color="#6b7280", linewidth=0.8)
ax.set_yscale("log")
ax.set_xlim(0, 1)
ax.set_xlabel("a")
plt.show()

# %% [markdown] lang="zh-Hant"
# 權重是$8$時，只有中央一小段真的放大，旁邊的乘積比另外兩種權重的都小。這不是巧合：整條鏈把$0$到$1$之間送到$0$到$1$之間，所以斜率的平均不會超過$1$。算算看。

# %% [markdown] lang="en"
# With weight $8$ only a short stretch in the middle amplifies, and beside it the product is smaller than with the other two weights. That is no accident: the chain sends what lies between $0$ and $1$ to between $0$ and $1$, so the mean slope cannot exceed $1$. Compute it.

# %%
fine = np.linspace(0, 1, 200_001)
for w in (1, 4, 8):
    slopes = chain(sigmoid, fine, w, -w / 2)[1].prod(axis=0)
    (low, high), _ = chain(sigmoid, np.array([0.0, 1.0]), w, -w / 2)
    print(f"w = {w}: mean slope {np.trapezoid(slopes, fine):.6f}   F(1) - F(0) = {high - low:.6f}")

# %% [markdown] lang="zh-Hant"
# ## 許多單元 {#wide}
#
# 一層有許多單元時，因子變成矩陣，路也多了。取三十層、每層六十四個單元的隨機網路，從最後一層往回走，看$\delta$的長度變成幾倍。橘色是Sigmoid，藍色是$\tanh$，綠色是ReLU；左邊增益是$1$，右邊是$\sqrt{2}$。增益$g$的意思是權重的標準差為$g/\sqrt{n}$。

# %% [markdown] lang="en"
# ## Many units {#wide}
#
# With many units a layer the factors become matrices, and there are many ways back. Take random networks of thirty layers with sixty-four units, go back from the last layer, and see by how much the length of $\delta$ changes. Orange is the sigmoid, blue $\tanh$, green ReLU; on the left the gain is $1$, on the right $\sqrt{2}$. A gain of $g$ means that the standard deviation of the weights is $g/\sqrt{n}$.


# %%
def lengths(f, gain, rng, layers=30, units=64):
    """The length of delta in each layer over that in the last, the last layer first."""
    network = random_network([units] * (layers + 1), f, rng, start=gain, bias=False)
    z, _ = network.forward(rng.standard_normal((units, 1)))
    delta = rng.standard_normal((units, 1))
    found = [np.linalg.norm(delta)]
    for layer in reversed(range(layers - 1)):
        delta = network.weights[layer + 1].T @ delta * f.derivative(z[layer])
        found.append(np.linalg.norm(delta))
    return np.array(found) / found[0]


# %% alt="左右兩張對數刻度的圖：左邊三條線都往下，Sigmoid最陡；右邊ReLU大致持平，tanh略升，Sigmoid仍往下。 | Two panels on a logarithmic scale: on the left all three lines fall, the sigmoid's most steeply; on the right ReLU stays level, tanh rises a little, the sigmoid still falls."
figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.4), sharey=True)
for ax, gain, title in zip(axes, (1.0, 2**0.5), ("g = 1", "g = √2"), strict=True):
    for f, colour in ((sigmoid, "#d55e00"), (tanh, "#0072b2"), (relu, "#009e73")):
        runs = np.log([lengths(f, gain, np.random.default_rng(seed)) for seed in range(10)])
        middle = np.exp(runs.mean(axis=0))
        ax.plot(middle, color=colour)
        ax.annotate(f.name, (29, middle[-1]), (4, {tanh: 2, relu: -10}.get(f, -4)), textcoords="offset points", color=colour)
    ax.set_yscale("log")
    ax.set_xlim(0, 40)
    ax.set_xticks([0, 10, 20, 29])
    ax.set_title(title)
plt.show()

# %% [markdown] lang="zh-Hant"
# ReLU在增益$1$時照樣縮小，因為大約有一半的單元關著；增益$\sqrt{2}$剛好補回來。函數與權重，兩樣都要看。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：要讓因子$w\,f'(0)$恰好是$1$，Sigmoid的權重該是多少？$\tanh$的呢？

# %% [markdown] lang="en"
# At gain $1$ ReLU shrinks too, for about half of its units are off; a gain of $\sqrt{2}$ just makes up for it. Look at both the function and the weights.
#
# ## Your turn {#your-turn}
#
# **Task 1**: for the factor $w\,f'(0)$ to be exactly $1$, what should the weight be for the sigmoid? And for $\tanh$?

# %% part="task"
answer = ...  # (w for the sigmoid, w for tanh)

# %% part="check"
if answer is not ...:
    factors = [w * f.derivative(0.0) for w, f in zip(answer, (sigmoid, tanh), strict=True)]
print("…" if answer is ... else "✓" if np.allclose(factors, 1) else "✗")

# %% part="mistake"
answer = (1 / 4, 1)

# %% part="solution"
answer = (4, 1)

# %% [markdown] lang="zh-Hant" part="solution"
# $\sigma'(0)=\frac{1}{4}$，$\tanh'(0)=1$，權重是它們的倒數。

# %% [markdown] lang="en" part="solution"
# $\sigma'(0)=\frac{1}{4}$ and $\tanh'(0)=1$; the weights are their reciprocals.

# %% [markdown] lang="zh-Hant"
# **問題二**：權重都是$2$的Sigmoid鏈，十層的乘積至多是多少？

# %% [markdown] lang="en"
# **Task 2**: in a chain of sigmoids whose weights are all $2$, what is the product of ten layers at most?

# %% part="task"
answer = ...

# %% part="check"
starts = np.linspace(-3, 3, 1001)
largest = max(chain(sigmoid, starts, 2.0, b)[1].max() for b in np.linspace(-3, 3, 61)) ** 10
print("…" if answer is ... else "✓" if np.isclose(answer, largest, rtol=0.01) else "✗")

# %% part="mistake"
answer = 0.25**10

# %% part="solution"
answer = (2 / 4) ** 10

# %% [markdown] lang="zh-Hant" part="solution"
# 每個因子至多是$2\cdot\frac{1}{4}=\frac{1}{2}$，十個至多是$2^{-10}$。檢查的程式試了許多出發點與偏置，取單一因子的最大值。

# %% [markdown] lang="en" part="solution"
# Each factor is at most $2\cdot\frac{1}{4}=\frac{1}{2}$, and ten of them at most $2^{-10}$. The check tries many starts and biases and takes the largest single factor.

# %% [markdown] lang="zh-Hant"
# **問題三**：權重都是$1$。要讓Sigmoid的上界小於百萬分之一，至少要幾層？

# %% [markdown] lang="en"
# **Task 3**: all weights are $1$. How many layers of sigmoids does it take, at least, for the bound to be less than a millionth?

# %% part="task"
answer = ...

# %% part="check"
print("…" if answer is ... else "✓" if 0.25**answer < 1e-6 <= 0.25 ** (answer - 1) else "✗")

# %% part="mistake"
answer = 6

# %% part="solution"
answer = int(np.ceil(np.log(1e6) / np.log(4)))

# %% [markdown] lang="zh-Hant" part="solution"
# $4$的層數次方要超過$10^6$，所以層數要超過$\frac{\ln 10^6}{\ln 4}$。比它大的最小整數是$10$。

# %% [markdown] lang="en" part="solution"
# $4$ to the number of layers has to exceed $10^6$, so the number has to exceed $\frac{\ln 10^6}{\ln 4}$. The smallest integer above that is $10$.
