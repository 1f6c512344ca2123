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
# # 實驗：ReLU把平面切成幾塊？ {#top}
#
# ReLU網路在每一塊區域裡都是仿射的。單元多一個，層多一層，塊數各多多少？
# {.lede}
#
# 這個實驗配合[ReLU的區域](../guide/regions.md)那一章。

# %% [markdown] lang="en"
# # Lab: into how many regions does ReLU cut the plane? {#top}
#
# Within each region a ReLU network is affine. How many more regions does one more unit bring, and how many one more layer?
# {.lede}
#
# This lab goes with the chapter on [ReLU regions](../guide/regions.md).

# %%
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

from activation_functions import relu

rng = np.random.default_rng(0)

# %% [markdown] lang="zh-Hant"
# ## 一條線上 {#on-a-line}
#
# 先看一個輸入。每個隱藏單元$\operatorname{ReLU}(wx+b)$在$x=-\frac{b}{w}$有一個轉折點。網路是這些單元的加權和，斜率只在轉折點改變。數一數斜率有幾種。

# %% [markdown] lang="en"
# ## On a line {#on-a-line}
#
# Begin with one input. Each hidden unit $\operatorname{ReLU}(wx+b)$ has a kink at $x=-\frac{b}{w}$. The network is a weighted sum of these units, and its slope changes at kinks alone. Count the slopes.


# %%
def pieces(x, y):
    """How many straight pieces a polygon through these points has."""
    slopes = np.diff(y) / np.diff(x)
    return 1 + np.count_nonzero(np.abs(np.diff(slopes)) > 1e-6)


for units in (1, 2, 4, 8):
    w, b, v = rng.standard_normal((3, units))
    kinks = np.sort(-b / w)
    x = np.concatenate([[kinks[0] - 1], kinks, [kinks[-1] + 1]])
    y = v @ relu(np.outer(w, x) + b[:, None])
    print(f"{units} units: {pieces(x, y)} pieces")

# %% [markdown] lang="zh-Hant"
# 一條線上，$n$個單元最多$n+1$段。
#
# ## 平面上 {#in-the-plane}
#
# 兩個輸入時，每個單元的轉折是一條直線。這些直線把平面切成許多塊，同一塊裡的點有同樣的激活樣式：哪些單元開，哪些關。用兩種方法數窗子裡的塊數。一是在細格子上數激活樣式；二是用幾何：先是一塊，每條穿過窗子的直線多一塊，每個窗子裡的交點再多一塊。

# %% [markdown] lang="en"
# On a line, $n$ units make at most $n+1$ pieces.
#
# ## In the plane {#in-the-plane}
#
# With two inputs the kink of each unit is a straight line. The lines cut the plane into regions, and the points of one region have the same activation pattern: which units are on and which are off. Count the regions in a window in two ways: by the patterns on a fine grid; and by geometry, one to begin with, one more for each line through the window, and one more for each crossing in it.


# %%
def patterns(layers, points):
    """Which units are on at each point (a column), all layers together."""
    on, a = [], points
    for w, b in layers:
        z = w @ a + b
        on.append(z > 0)
        a = relu(z)
    return np.vstack(on)


def count(layers, points):
    """How many patterns there are."""
    on = patterns(layers, points)
    return len(np.unique(rng.standard_normal(len(on)) @ on))  # a random sum tells patterns apart


def crossings(w, b, size):
    """Lines that pass through the window, and their crossings inside it."""
    through = sum(np.abs(w).sum(axis=1) * size > np.abs(b[:, 0]))
    inside = 0
    for i, j in combinations(range(len(w)), 2):
        point = np.linalg.solve(w[[i, j]], -b[[i, j], 0])
        inside += np.abs(point).max() < size
    return through, inside


side = np.linspace(-3, 3, 600)
window = np.array(np.meshgrid(side, side)).reshape(2, -1)
print("units  on the grid  by geometry  at most")
for units in (1, 2, 4, 8, 12):
    w, b = rng.standard_normal((units, 2)), rng.standard_normal((units, 1))
    through, inside = crossings(w, b, 3)
    print(f"{units:5d} {count([(w, b)], window):12d} {1 + through + inside:12d} {1 + units + units * (units - 1) // 2:8d}")

# %% [markdown] lang="zh-Hant"
# 格子會漏掉太小的塊，所以有時少幾塊。最後一欄是整個平面的上界：每兩條線都相交，又沒有三條線交在一點，才達得到；窗子外的交點，窗子裡看不到。
#
# ## 第二層 {#second-layer}
#
# 左圖是一層十二個單元。右圖是兩層，各六個單元，單元總數相同。藍色是第一層的轉折，一定是直線。橘色是第二層的：它們在藍線上轉彎，因為第二層的輸入在那裡換了斜率。

# %% [markdown] lang="en"
# The grid misses regions that are too small, so at times it finds a few less. The last column is the bound for the whole plane, reached when every two lines cross and no three meet in one point; crossings outside the window are not seen in it.
#
# ## The second layer {#second-layer}
#
# On the left is one layer of twelve units, on the right two layers of six, the same number in all. The kinks of the first layer are blue, and always straight lines. Those of the second are orange: they bend at the blue lines, for there the inputs of the second layer change their slope.

# %% alt="左圖十二條直線；右圖六條直線，與六條在直線上轉彎的折線。 | On the left twelve straight lines; on the right six straight lines, and six broken lines that bend where they meet them."
rng = np.random.default_rng(5)
one = [(rng.standard_normal((12, 2)), rng.standard_normal((12, 1)))]
two = [(rng.standard_normal((6, 2)), rng.standard_normal((6, 1))), (rng.standard_normal((6, 6)), rng.standard_normal((6, 1)))]

coarse = np.linspace(-3, 3, 121)
points = np.array(np.meshgrid(coarse, coarse)).reshape(2, -1)
figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.6))
for ax, layers in zip(axes, (one, two), strict=True):
    a = points
    for (w, b), colour in zip(layers, ("#0072b2", "#d55e00"), strict=False):
        z = w @ a + b
        for unit in z:
            ax.contour(coarse, coarse, unit.reshape(121, 121), levels=[0], colors=colour, linewidths=1)
        a = relu(z)
    ax.set_title(str(count(layers, window)))
    ax.set_aspect("equal")
    ax.set_xticks([-3, 0, 3])
    ax.set_yticks([-3, 0, 3])
plt.show()

# %% [markdown] lang="zh-Hant"
# 圖上方的數是在細格子上數到的塊數。隨機的權重，兩層不一定比一層多。
#
# ## 深度的好處要靠對摺 {#folding}
#
# 深度真正多出來的，是把同一招用很多次。兩個ReLU可以把$0$到$1$這一段對摺：$t(x)=2\operatorname{ReLU}(x)-4\operatorname{ReLU}\left(x-\frac{1}{2}\right)$。一層摺一次，段數每次加倍。

# %% [markdown] lang="en"
# The number above each panel is how many regions the fine grid has. With random weights, two layers need not have more than one.
#
# ## Depth gains by folding {#folding}
#
# What depth really adds is doing one thing many times. Two ReLUs fold the stretch from $0$ to $1$: $t(x)=2\operatorname{ReLU}(x)-4\operatorname{ReLU}\left(x-\frac{1}{2}\right)$. Each layer folds once, and the number of pieces doubles.


# %%
def folded(x, layers):
    for _ in range(layers):
        x = 2 * relu(x) - 4 * relu(x - 0.5)
    return x


for layers in (1, 2, 4, 8):
    x = np.linspace(0, 1, 2**layers + 1)  # the kinks, and the ends
    middle = (x[1:] + x[:-1]) / 2
    every = np.sort(np.concatenate([x, middle]))
    print(f"{layers} layers, {2 * layers:2d} units: {pieces(every, folded(every, layers)):3d} pieces")

# %% alt="三張圖：對摺一次是一座山，兩次是兩座，四次是八座，一樣高。 | Three panels: folded once there is one hill, twice two, four times eight, all of one height."
figure, axes = plt.subplots(1, 3, figsize=(7.2, 2.2), sharey=True)
for ax, layers in zip(axes, (1, 2, 4), strict=True):
    x = np.linspace(0, 1, 2**layers + 1)
    ax.plot(x, folded(x, layers), color="#0072b2", linewidth=1.5)
    ax.set_xticks([0, 1])
    ax.set_yticks([0, 1])
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 換你動手 {#your-turn}
#
# **問題一**：$n$條直線最多把平面切成幾塊？寫成函數。

# %% [markdown] lang="en"
# ## Your turn {#your-turn}
#
# **Task 1**: into how many regions, at most, do $n$ lines cut the plane? Write a function.


# %% part="task"
def most(n):
    return ...


# %% part="check"
print("…" if most(1) is ... else "✓" if [most(n) for n in range(6)] == [1, 2, 4, 7, 11, 16] else "✗")


# %% part="mistake"
def most(n):
    return 2**n


# %% part="solution"
def most(n):
    return 1 + n + n * (n - 1) // 2


# %% [markdown] lang="zh-Hant" part="solution"
# 第$k$條線與前面的$k-1$條各交一次，被切成$k$段，每一段把一塊分成兩塊。所以塊數是$1+(1+2+\cdots+n)$。頭兩條線每次都使塊數加倍，第三條就不到兩倍了。

# %% [markdown] lang="en" part="solution"
# Line $k$ crosses each of the $k-1$ before it once. That cuts it into $k$ stretches, and each of them halves a region. So there are $1+(1+2+\cdots+n)$. The first two lines each double the number of regions; the third no longer does.

# %% [markdown] lang="zh-Hant"
# **問題二**：一個輸入、一個隱藏層，要有一千段，至少要幾個ReLU單元？改用對摺的那種網路，要幾層？

# %% [markdown] lang="en"
# **Task 2**: with one input and one hidden layer, how many ReLU units does it take, at least, for a thousand pieces? And how many layers of the folding network?

# %% part="task"
answer = ...  # (units, layers)

# %% part="check"
if answer is not ...:
    units, layers = answer
    enough = units + 1 >= 1000 > units and 2**layers >= 1000 > 2 ** (layers - 1)
print("…" if answer is ... else "✓" if enough else "✗")

# %% part="mistake"
answer = (1000, 10)

# %% part="solution"
answer = (999, 10)

# %% [markdown] lang="zh-Hant" part="solution"
# 一層時，$n$個單元有$n+1$段。對摺$L$次有$2^L$段，十次就超過一千，一共才二十個單元。

# %% [markdown] lang="en" part="solution"
# In one layer $n$ units give $n+1$ pieces. Folding $L$ times gives $2^L$, so ten times is more than a thousand, with twenty units in all.
