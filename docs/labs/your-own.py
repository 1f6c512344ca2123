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
# # 實驗：寫一個激活函數，再測它 {#top}
#
# 激活函數只要兩樣東西：值與斜率。寫好之後，怎麼知道沒有寫錯？
# {.lede}
#
# 這個實驗配合[性質](../guide/properties.md)與[反向傳播](../guide/backpropagation.md#check)兩章。

# %% [markdown] lang="en"
# # Lab: write an activation function, and test it {#top}
#
# An activation function needs two things: a value and a slope. Once written, how does one know that there is no mistake in it?
# {.lede}
#
# This lab goes with the chapters on [properties](../guide/properties.md) and [backpropagation](../guide/backpropagation.md#check).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import lisht, relu, sigmoid, silu, tanh
from activation_functions.network import adam, cross_entropy, random_network, training

# %% [markdown] lang="zh-Hant"
# ## 寫 {#write}
#
# 我們寫一個對數形狀的函數，正的輸入取$\ln(1+x)$，負的輸入取$-\ln(1-x)$，合起來是$f(x)=\operatorname{sign}(x)\ln(1+|x|)$。斜率兩邊都是$\frac{1}{1+|x|}$。網路只要求一個物件：可以呼叫，而且有`derivative`。

# %% [markdown] lang="en"
# ## Write {#write}
#
# We write a function of logarithmic shape: $\ln(1+x)$ for positive inputs, $-\ln(1-x)$ for negative ones; in one line, $f(x)=\operatorname{sign}(x)\ln(1+|x|)$. The slope is $\frac{1}{1+|x|}$ on both sides. All that a network asks for is an object that can be called and has a `derivative`.


# %%
class Mine:
    name = "mine"

    def __call__(self, x):
        return np.sign(x) * np.log1p(np.abs(x))

    def derivative(self, x):
        return 1 / (1 + np.abs(x))


mine = Mine()

# %% alt="兩張圖：左邊是函數，新的一條在兩端繼續慢慢升高，tanh則變平；右邊是斜率，新的一條下降得慢得多。 | Two panels: on the left the functions, where the new one goes on rising slowly at both ends and tanh flattens; on the right the slopes, where the new one falls far more slowly."
x = np.linspace(-6, 6, 241)
figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.2))
for f, colour in ((mine, "#0072b2"), (tanh, "#d55e00")):
    for ax, y, at in zip(axes, (f(x), f.derivative(x)), (-1, 160), strict=True):
        ax.plot(x, y, color=colour)
        ax.annotate(f.name, (x[at], y[at]), (-4, 8), textcoords="offset points", color=colour, ha="right" if at == -1 else "left")
axes[0].set_yticks([-1, 0, 1])
axes[1].set_yticks([0, 1])
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 第一個測試：差分 {#differences}
#
# 斜率與差分比，在許多點上比。步長$h$取在捨入與弦的誤差之間。先測自己的，再測套件裡的幾個，看「對」的時候誤差是什麼大小。

# %% [markdown] lang="en"
# ## First test: differences {#differences}
#
# Compare the slope with differences, at many points. The step $h$ lies between the errors of rounding and of the chord. Test ours first, then a few of the package, to see how large the error is when all is right.


# %%
def worst_slope(f, x, h=1e-5):
    """The largest distance between the slope and a difference quotient."""
    return np.abs((f(x + h) - f(x - h)) / (2 * h) - f.derivative(x)).max()


points = np.random.default_rng(0).uniform(-8, 8, 1000)
for f in (mine, tanh, silu, relu):
    print(f"{f.name:6s} {worst_slope(f, points):.1e}")

# %% [markdown] lang="zh-Hant"
# 隨機的點很少正好落在轉折點上，所以ReLU也通過。轉折點要另外測：函數在那裡用哪一邊的斜率，是一個約定。
#
# ## 第二個測試：性質 {#properties}
#
# 差分只看斜率與值合不合。值本身對不對，要靠別的知識：這個函數是奇函數，遞增，$f(0)=0$，$f(e-1)=1$；輸入很大也不該溢位，NaN進去要NaN出來。

# %% [markdown] lang="en"
# Random points hardly ever hit a kink, so ReLU passes as well. Kinks are tested by themselves: which side's slope is used there is a convention.
#
# ## Second test: properties {#properties}
#
# Differences only tell whether slope and value fit together. Whether the value is right takes other knowledge: this function is odd and increasing, $f(0)=0$, $f(e-1)=1$; large inputs should not overflow, and NaN should give NaN.

# %%
ordered = np.sort(points)
print("odd:        ", np.array_equal(mine(-points), -mine(points)))
print("increasing: ", bool(np.all(np.diff(mine(ordered)) > 0)))
print("f(0), f(e-1):", mine(0.0), mine(np.e - 1))
print("far out:    ", mine(np.array([-1e300, 1e300, np.inf, np.nan])))
print("float32:    ", mine(np.float32([0.5, 2])).dtype)

# %% [markdown] lang="zh-Hant"
# ## 第三個測試：整個網路 {#network}
#
# 最後放進網路裡，每個參數的梯度都與損失的差分比。

# %% [markdown] lang="en"
# ## Third test: the whole network {#network}
#
# Finally put it into a network, and compare the gradient of each parameter with differences of the loss.

# %%
rng = np.random.default_rng(1)
x = rng.standard_normal((2, 128))
y = (x[:1] * x[1:] > 0).astype(float)  # whether both coordinates have one sign


def worst_gradient(f, h=1e-5):
    network = random_network([2, 6, 6, 1], f, np.random.default_rng(2))
    worst = 0.0
    for parameter, slopes in zip(network.parameters, network.gradients(x, y, cross_entropy), strict=True):
        for place in np.ndindex(parameter.shape):
            kept = parameter[place]
            losses = []
            for moved in (kept + h, kept - h):
                parameter[place] = moved
                losses.append(cross_entropy(network(x), y)[0])
            parameter[place] = kept
            worst = max(worst, abs((losses[0] - losses[1]) / (2 * h) - slopes[place]))
    return worst


for f in (mine, tanh):
    print(f"{f.name:6s} {worst_gradient(f):.1e}")

# %% [markdown] lang="zh-Hant"
# ## 它學得會嗎？ {#training}
#
# 測試都通過，才輪到訓練。同樣的資料、同樣的五個起點，畫出損失的平均。一個小問題說明不了哪個函數比較好，只說明它能用。

# %% [markdown] lang="en"
# ## Does it learn? {#training}
#
# Training comes after the tests. With the same data and the same five starts, draw the mean loss. One small problem does not tell which function is better; it tells that this one works.

# %% alt="三條損失下降的曲線，都往零走。 | Three falling curves of the loss, all going towards zero."
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for f, colour in ((mine, "#0072b2"), (tanh, "#d55e00"), (relu, "#009e73")):
    curves = []
    for seed in range(5):
        network, losses = random_network([2, 8, 8, 1], f, np.random.default_rng(seed)), []
        for step in training(network, x, y, cross_entropy, adam(0.02)):
            losses.append(cross_entropy(network(x), y)[0])
            if step == 150:
                break
        curves.append(losses)
    middle = np.mean(curves, axis=0)
    ax.plot(middle, color=colour)
    ax.text(0.97, {mine: 0.9, tanh: 0.8, relu: 0.7}[f], f.name, transform=ax.transAxes, color=colour, ha="right")
    print(f"{f.name:6s} loss {middle[0]:.3f} → {middle[-1]:.3f}")
ax.set_ylim(0)
ax.set_xlabel("step")
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 換你動手 {#your-turn}
#
# **問題一**：寫出$g(x)=x\tanh x$的斜率。

# %% [markdown] lang="en"
# ## Your turn {#your-turn}
#
# **Task 1**: write the slope of $g(x)=x\tanh x$.


# %% part="task"
def slope(x):
    return ...


# %% part="check"
h = 1e-5
answer = slope(points)
right = (lisht(points + h) - lisht(points - h)) / (2 * h)
print("…" if answer is ... else "✓" if np.allclose(answer, right, atol=1e-8) else "✗")


# %% part="mistake"
def slope(x):
    return 1 - np.tanh(x) ** 2


# %% part="solution"
def slope(x):
    return np.tanh(x) + x * (1 - np.tanh(x) ** 2)


# %% [markdown] lang="zh-Hant" part="solution"
# 乘積的微分：前面微分乘後面，加上前面乘後面微分。這個函數叫LiSHT。

# %% [markdown] lang="en" part="solution"
# The product rule: the slope of the first times the second, plus the first times the slope of the second. The function is called LiSHT.

# %% [markdown] lang="zh-Hant"
# **問題二**：下面有人把$x\sigma(x)$的斜率寫錯了。找一個輸入，在那裡錯誤超過十分之一。

# %% [markdown] lang="en"
# **Task 2**: below, somebody has written the slope of $x\sigma(x)$ wrongly. Find an input at which it is off by more than a tenth.


# %% part="task"
def wrong_slope(x):
    return sigmoid(x) * (1 + x * sigmoid(x))


answer = ...

# %% part="check"
print("…" if answer is ... else "✓" if abs(wrong_slope(answer) - silu.derivative(answer)) > 0.1 else "✗")

# %% part="mistake"
answer = 0.0

# %% part="solution"
answer = 2.0

# %% [markdown] lang="zh-Hant" part="solution"
# 正確的是$\sigma(x)(1+x(1-\sigma(x)))$。在$x=0$兩者都是$\frac{1}{2}$，所以只測$0$的人看不出來。測試要測很多點，正負都要。

# %% [markdown] lang="en" part="solution"
# The correct slope is $\sigma(x)(1+x(1-\sigma(x)))$. At $x=0$ both are $\frac{1}{2}$, so whoever tests $0$ alone does not see it. Test many points, of both signs.

# %% [markdown] lang="zh-Hant"
# **問題三**：把`Mine`改成可調的：$f(x)=\operatorname{sign}(x)\frac{\ln(1+c|x|)}{c}$。它在$x$的斜率是什麼？

# %% [markdown] lang="en"
# **Task 3**: give `Mine` a parameter, $f(x)=\operatorname{sign}(x)\frac{\ln(1+c|x|)}{c}$. What is its slope at $x$?


# %% part="task"
def slope_with(x, c):
    return ...


# %% part="check"
def value_with(x, c):
    return np.sign(x) * np.log1p(c * np.abs(x)) / c


answer = slope_with(points, 3.0)
right = (value_with(points + h, 3.0) - value_with(points - h, 3.0)) / (2 * h)
print("…" if answer is ... else "✓" if np.allclose(answer, right, atol=1e-6) else "✗")


# %% part="mistake"
def slope_with(x, c):
    return c / (1 + c * np.abs(x))


# %% part="solution"
def slope_with(x, c):
    return 1 / (1 + c * np.abs(x))


# %% [markdown] lang="zh-Hant" part="solution"
# 內層的斜率是$c$，與前面的$\frac{1}{c}$消掉。所以不管$c$是多少，$0$的斜率都是$1$。

# %% [markdown] lang="en" part="solution"
# The inner slope $c$ cancels with the $\frac{1}{c}$ in front. So whatever $c$ is, the slope at $0$ is $1$.
