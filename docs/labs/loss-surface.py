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
# # 實驗：一個神經元的損失曲面 {#top}
#
# 只有一個權重和一個偏置，損失可以畫成地形。換一種損失，地形會有什麼不同？
# {.lede}
#
# 這個實驗配合[邏輯神經元](../guide/logistic.md)那一章。

# %% [markdown] lang="en"
# # Lab: the loss surface of one neuron {#top}
#
# With one weight and one bias, the loss can be drawn as a landscape. What does another loss change in it?
# {.lede}
#
# This lab goes with the chapter on [the logistic neuron](../guide/logistic.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import arctan, sigmoid, silu, softplus, tanh

x = np.array([-3.0, -1.5, -0.5, 0.5, 1.5, 8.0])  # one input a sample
y = np.array([0.0, 0.0, 1.0, 0.0, 1.0, 0.0])  # the last one does not fit the others

# %% [markdown] lang="zh-Hant"
# ## 兩種損失 {#two-losses}
#
# 神經元算出分數$z=wx+b$，輸出$\sigma(z)$。損失取平方誤差的一半，或是交叉熵，都對樣本取平均。資料裡故意放一個很遠、又與其他樣本不一致的樣本。先固定$b=0$，沿著$w$走一趟，數一數有幾個谷底。

# %% [markdown] lang="en"
# ## Two losses {#two-losses}
#
# The neuron computes a score $z=wx+b$ and outputs $\sigma(z)$. The loss is half the squared error, or cross-entropy, both averaged over the samples. One sample is far away and does not fit the others, on purpose. First hold $b=0$, walk along $w$, and count the valleys.


# %%
def scores(w, b):
    return np.asarray(w)[..., None] * x + np.asarray(b)[..., None]


def squared(w, b):
    return np.mean((sigmoid(scores(w, b)) - y) ** 2, axis=-1) / 2


def cross_entropy(w, b):
    z = scores(w, b)
    return np.mean(softplus(z) - y * z, axis=-1)


w = np.linspace(-6, 6, 2401)
for loss in (squared, cross_entropy):
    along = loss(w, 0 * w)
    valleys = np.flatnonzero((along[1:-1] < along[:-2]) & (along[1:-1] < along[2:])) + 1
    print(f"{loss.__name__:14s} valleys at w =", *(f"{place:+.2f}" for place in w[valleys]))

# %% [markdown] lang="zh-Hant"
# 平方誤差有兩個谷底，往下走不一定走到比較低的那一個。交叉熵只有一個。
#
# ## 地形圖 {#landscape}
#
# 現在讓$w$（橫）與$b$（縱）都變。左圖是平方誤差，右圖是交叉熵，灰線是等高線。三條藍色的路從同樣三個出發點往下走，橘點是終點。

# %% [markdown] lang="en"
# Squared error has two valleys, and going downhill need not lead to the lower one. Cross-entropy has one.
#
# ## The landscape {#landscape}
#
# Now let $w$ (across) and $b$ (upwards) both vary. On the left is squared error, on the right cross-entropy; grey lines are contours. Three blue paths go downhill from the same three starts, and orange points are where they end.


# %%
def slopes(loss, w, b, h=1e-5):
    """The gradient, by central differences."""
    return np.array([(loss(w + h, b) - loss(w - h, b)) / (2 * h), (loss(w, b + h) - loss(w, b - h)) / (2 * h)])


def downhill(loss, rate=0.3, steps=2000):
    """The paths from all starts, side by side."""
    path = [np.array([[-1, 2, 2], [1, 1, -2]], dtype=float)]  # w and b of three starts
    for _ in range(steps):
        path.append(path[-1] - rate * slopes(loss, *path[-1]))
    return np.array(path)


paths = {loss: downhill(loss) for loss in (squared, cross_entropy)}
for loss, found in paths.items():
    print(f"{loss.__name__:14s} ends with a loss of", *(f"{each:.4f}" for each in loss(*found[-1])))

# %% alt="左圖的等高線有兩個谷，三條路停在不同的地方；右圖只有一個碗，三條路都走向同一點。 | The contours on the left have two valleys, and the three paths stop in different places; on the right there is one bowl, and all three lead to one point."
across, upwards = np.linspace(-1.5, 2.5, 121), np.linspace(-2.5, 1.5, 121)
grid_w, grid_b = np.meshgrid(across, upwards)
figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.6))
for ax, (loss, found) in zip(axes, paths.items(), strict=True):
    heights = loss(grid_w, grid_b)
    ax.contour(across, upwards, heights, levels=np.quantile(heights, np.linspace(0.03, 0.95, 12)), colors="#6b7280", linewidths=0.6)
    ax.plot(*found[::10].swapaxes(0, 1), color="#0072b2", linewidth=1.5)
    ax.plot(*found[-1], "o", color="#d55e00")
    ax.set_aspect("equal")
    ax.set_xlabel("w")
    ax.set_ylabel("b", rotation=0)
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 哪裡往下彎？ {#bending}
#
# 凸的意思是到處都不往下彎。彎曲由二階導數的矩陣決定：它最小的特徵值若是負的，那一點就有一個往下彎的方向。數一數平面上有多少地方是這樣。

# %% [markdown] lang="en"
# ## Where does it bend down? {#bending}
#
# Convex means that it bends down nowhere. The matrix of second derivatives decides: where its smallest eigenvalue is negative, there is a direction in which the surface bends down. Count how much of the plane is like that.


# %%
def smallest_curvature(loss, w, b, h=1e-3):
    ww = (loss(w + h, b) - 2 * loss(w, b) + loss(w - h, b)) / h**2
    bb = (loss(w, b + h) - 2 * loss(w, b) + loss(w, b - h)) / h**2
    wb = (loss(w + h, b + h) - loss(w + h, b - h) - loss(w - h, b + h) + loss(w - h, b - h)) / (4 * h**2)
    return (ww + bb) / 2 - np.sqrt((ww - bb) ** 2 / 4 + wb**2)


for loss in (squared, cross_entropy):
    bends_down = smallest_curvature(loss, grid_w, grid_b) < -1e-8
    print(f"{loss.__name__:14s} share of the plane that bends down: {bends_down.mean():.3f}")

# %% [markdown] lang="zh-Hant"
# 交叉熵處處不往下彎，這是定理，不是碰巧。
#
# ## 每個函數都有配它的損失 {#matching}
#
# 連續而不下降的$f$，都有一種損失，對$z$的斜率恰好是$f(z)-y$，叫做匹配損失。它的二階導數是$f'(z)$，所以只要$f'$不是負的，它就是凸的。查一查幾個函數的斜率最小是多少。

# %% [markdown] lang="en"
# Cross-entropy bends down nowhere. That is a theorem and no accident.
#
# ## Every function has a loss to match {#matching}
#
# For every continuous $f$ that does not decrease, there is a loss whose slope in $z$ is exactly $f(z)-y$: its matching loss. The second derivative of that is $f'(z)$, so it is convex as long as $f'$ is not negative. Look up the smallest slope of a few functions.

# %%
z = np.linspace(-20, 20, 40_001)
for f in (sigmoid, tanh, arctan, softplus, silu):
    print(f"{f.name:9s} smallest slope {f.derivative(z).min():+.6f}")

# %% [markdown] lang="zh-Hant"
# 只有SiLU的斜率有負的地方，因為它先降後升。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：一個樣本，$y=1$，損失是$\frac{1}{2}(\sigma(z)-1)^2$。輸出低於多少時，這條曲線往下彎？

# %% [markdown] lang="en"
# Only SiLU has negative slopes, for it falls before it rises.
#
# ## Your turn {#your-turn}
#
# **Task 1**: for one sample with $y=1$ the loss is $\frac{1}{2}(\sigma(z)-1)^2$. Below which output does this curve bend down?

# %% part="task"
answer = ...

# %% part="check"
z = np.linspace(-6, 6, 120_001)
bent = np.gradient(np.gradient((sigmoid(z) - 1) ** 2 / 2, z), z)
turns = sigmoid(z)[2:-2][bent[2:-2] < 0].max()
print("…" if answer is ... else "✓" if abs(answer - turns) < 1e-3 else "✗")

# %% part="mistake"
answer = 1 / 2

# %% part="solution"
answer = 1 / 3

# %% [markdown] lang="zh-Hant" part="solution"
# 記$a=\sigma(z)$。斜率是$(a-1)\,a(1-a)=-a(1-a)^2$，再微分一次得$a(1-a)^2(3a-1)$，在$a<\frac{1}{3}$時是負的。

# %% [markdown] lang="en" part="solution"
# Write $a=\sigma(z)$. The slope is $(a-1)\,a(1-a)=-a(1-a)^2$; differentiated once more it gives $a(1-a)^2(3a-1)$, which is negative where $a<\frac{1}{3}$.

# %% [markdown] lang="zh-Hant"
# **問題二**：寫出交叉熵（對樣本平均）對$w$與$b$的斜率。樣本在`x`與`y`裡。

# %% [markdown] lang="en"
# **Task 2**: write the slopes of cross-entropy, averaged over the samples, in $w$ and $b$. The samples are in `x` and `y`.


# %% part="task"
def gradient(w, b):
    return ...  # (slope in w, slope in b)


# %% part="check"
answer = gradient(0.7, -0.2)
print("…" if answer is ... else "✓" if np.allclose(answer, slopes(cross_entropy, 0.7, -0.2), atol=1e-8) else "✗")


# %% part="mistake"
def gradient(w, b):
    a = sigmoid(w * x + b)
    return np.mean((a - y) * a * (1 - a) * x), np.mean((a - y) * a * (1 - a))


# %% part="solution"
def gradient(w, b):
    a = sigmoid(w * x + b)
    return np.mean((a - y) * x), np.mean(a - y)


# %% [markdown] lang="zh-Hant" part="solution"
# 交叉熵對分數的斜率就是輸出減答案，Sigmoid自己的斜率$a(1-a)$消掉了。多乘上它，得到的是平方誤差的斜率。

# %% [markdown] lang="en" part="solution"
# The slope of cross-entropy in the score is output minus answer; the sigmoid's own slope $a(1-a)$ has cancelled. With that factor it would be the slope of squared error.
