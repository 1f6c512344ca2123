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
# # 實驗：疊起來的線性層與XOR {#top}
#
# 把線性層一層一層疊起來，最後剩下幾層？要解開XOR這四個點，又至少需要什麼？
# {.lede}
#
# 這個實驗配合[非線性](../guide/nonlinear.md)那一章；逐步的證明在[推導](../derivations/collapse.md)。

# %% [markdown] lang="en"
# # Lab: stacked linear layers, and XOR {#top}
#
# Stack linear layers one on another: how many are left in the end? And what does it take, at least, to solve the four points of XOR?
# {.lede}
#
# This lab goes with the chapter on [nonlinearity](../guide/nonlinear.md); the proof, step by step, is in the [derivation](../derivations/collapse.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import identity, relu, sigmoid, tanh
from activation_functions.network import Network, adam, cross_entropy, training

rng = np.random.default_rng(0)

# %% [markdown] lang="zh-Hant"
# ## 五層合成一層 {#one-layer}
#
# 取五個隨機的層，每層有三個單元，也有偏置。層與層之間什麼也不夾。先一層一層算，再把五個矩陣乘成一個，偏置也合成一個，只算一次。

# %% [markdown] lang="en"
# ## Five layers make one {#one-layer}
#
# Take five random layers of three units, with biases and nothing in between. Compute layer by layer; then multiply the five matrices into one, gather the biases into one too, and compute once.

# %%
W = rng.standard_normal((5, 3, 3))
b = rng.standard_normal((5, 3, 1))
x = rng.standard_normal((3, 1000))  # a sample is a column

a = x
for layer in range(5):
    a = W[layer] @ a + b[layer]

matrix, bias = np.eye(3), np.zeros((3, 1))
for layer in range(5):
    matrix, bias = W[layer] @ matrix, W[layer] @ bias + b[layer]

print("largest output:    ", np.abs(a).max())
print("largest difference:", np.abs(a - (matrix @ x + bias)).max())

# %% [markdown] lang="zh-Hant"
# 差別只在捨入誤差的大小。五層能算的，一層都能算。
#
# ## 有多不直 {#defect}
#
# 仿射函數有個特徵：$f(u)+f(v)=f(u+v)+f(0)$。把兩邊相減，差的大小就說明函數有多「不直」。現在在層與層之間夾一個函數，看看差有多大。

# %% [markdown] lang="en"
# The difference is no larger than rounding. Whatever the five layers compute, one can.
#
# ## How far from straight? {#defect}
#
# An affine function has a mark of its own: $f(u)+f(v)=f(u+v)+f(0)$. The difference of the two sides tells how far a function is from straight. Now put a function between the layers and look at the difference.


# %%
def stacked(f, x):
    for layer in range(4):
        x = f(W[layer] @ x + b[layer])
    return W[4] @ x + b[4]


u, v = rng.standard_normal((2, 3, 1000))
for f in (identity, sigmoid, tanh, relu):
    defect = stacked(f, u) + stacked(f, v) - stacked(f, u + v) - stacked(f, 0 * u)
    print(f"{f.name:9s} {np.abs(defect).max():.6f}")

# %% [markdown] lang="zh-Hant"
# 只有恆等函數的差是零（或捨入誤差）。別的函數一夾進去，網路就不再是一層了。
#
# ## 四個點 {#four-points}
#
# XOR在兩個輸入恰好有一個是$1$時回答$1$。先用最小平方法，找出最好的仿射函數，看它對四個點各回答什麼。

# %% [markdown] lang="en"
# Only the identity gives zero, or rounding. With any of the others in between, the network is no longer one layer.
#
# ## Four points {#four-points}
#
# XOR answers $1$ where exactly one of the two inputs is $1$. Find the best affine function by least squares, and see what it answers at the four points.

# %%
points = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
xor = np.array([[0.0, 1.0, 1.0, 0.0]])

columns = np.vstack([points, np.ones((1, 4))])
best = np.linalg.lstsq(columns.T, xor.T)[0]
print("weights and bias:", best.ravel().round(6) + 0.0)
print("answers:         ", (best.T @ columns).ravel().round(6))

# %% [markdown] lang="zh-Hant"
# 四個點都得到同一個回答，正好在$0$與$1$的中間。等於沒有回答。
#
# ## 訓練看看 {#training}
#
# 現在訓練有一個隱藏層、四個單元的網路。三次訓練的起點、資料、步數都相同，只有夾在中間的函數不同。黑點該回答$1$，白點該回答$0$；線是輸出的正負分界。

# %% [markdown] lang="en"
# All four points get the same answer, half-way between $0$ and $1$. That is no answer.
#
# ## Training {#training}
#
# Now train networks with one hidden layer of four units. Start, data and number of steps are the same three times; only the function in the middle differs. The answer of dark points should be $1$, that of hollow ones $0$; the line is where the output changes sign.


# %%
def starts(count, width):
    """So many networks side by side."""
    rng = np.random.default_rng(1)
    return [rng.standard_normal((count, width, 2)), rng.standard_normal((count, 1, width))], [rng.standard_normal((count, width, 1)), np.zeros((count, 1, 1))]


def trained(f, count=1, width=4, steps=300):
    network = Network(*starts(count, width), f)
    for step in training(network, points, xor, cross_entropy, adam(0.05)):
        if step == steps:
            return network


# %% alt="三張圖，四個點各在角上。恆等函數沒有一條有用的分界；ReLU與tanh的分界把對角的點分開。 | Three panels with four points at the corners. The identity has no useful boundary; those of ReLU and tanh separate opposite corners."
grid = np.linspace(-0.6, 1.6, 81)
plane = np.array(np.meshgrid(grid, grid)).reshape(2, -1)
figure, axes = plt.subplots(1, 3, figsize=(7.2, 2.7))
for ax, f in zip(axes, (identity, relu, tanh), strict=True):
    output = trained(f)(plane).reshape(81, 81)
    ax.contour(grid, grid, output, levels=[0], colors="#0072b2", linewidths=2)
    for is_one, filled in ((0, "none"), (1, "#1f2933")):
        ax.plot(*points[:, xor[0] == is_one], "o", color="#1f2933", markerfacecolor=filled, markersize=8)
    ax.set_title(f.name)
    ax.set_aspect("equal")
    ax.set_xticks([0, 1])
    ax.set_yticks([0, 1])
plt.show()

# %% [markdown] lang="zh-Hant"
# 恆等函數的網路只能切一刀，切在哪裡都不對。ReLU的分界是折線，$\tanh$的分界是曲線。
#
# ## 需要幾個單元？ {#how-many}
#
# 兩個ReLU單元在紙上就夠了。訓練找得到嗎？每種寬度各從一百個起點出發，數一數有多少個網路四個點都答對。

# %% [markdown] lang="en"
# The network of the identity can make one straight cut, and no place is right for it. The boundary of ReLU is a broken line, that of $\tanh$ a curve.
#
# ## How many units? {#how-many}
#
# Two ReLU units are enough on paper. Does training find them? From a hundred starts for each width, count the networks that have all four points right.

# %%
for width in (1, 2, 3, 4, 8):
    right = (trained(relu, 100, width)(points) > 0) == xor
    print(f"{width} units: {right.all(axis=(-1, -2)).sum():3d}")

# %% [markdown] lang="zh-Hant"
# 一個單元一次也不成功。兩個單元有時成功，單元多一些，成功的就多得多。「表示得到」與「訓練得到」是兩回事。
#
# ## 換你動手 {#your-turn}
#
# **問題一**：令$s=x_1+x_2$。取三個數$v_1$、$v_2$、$c$，使$v_1\operatorname{ReLU}(s)+v_2\operatorname{ReLU}(s-1)+c$在兩個輸入相同時是$1$，不同時是$0$。

# %% [markdown] lang="en"
# One unit never succeeds. Two do now and then, and with a few more most networks do. What can be represented and what training finds are two things.
#
# ## Your turn {#your-turn}
#
# **Task 1**: let $s=x_1+x_2$. Choose three numbers $v_1$, $v_2$, $c$ so that $v_1\operatorname{ReLU}(s)+v_2\operatorname{ReLU}(s-1)+c$ is $1$ where the two inputs are equal and $0$ where they differ.

# %% part="task"
answer = ...  # (v1, v2, c)

# %% part="check"
if answer is not ...:
    v1, v2, c = answer
    s = points.sum(axis=0)
    found = v1 * relu(s) + v2 * relu(s - 1) + c
print("…" if answer is ... else "✓" if np.allclose(found, 1 - xor) else "✗")

# %% part="mistake"
answer = (1, -2, 0)

# %% part="solution"
answer = (-1, 2, 1)

# %% [markdown] lang="zh-Hant" part="solution"
# XOR是$\operatorname{ReLU}(s)-2\operatorname{ReLU}(s-1)$，所以相反的問題是$1$減去它。

# %% [markdown] lang="en" part="solution"
# XOR is $\operatorname{ReLU}(s)-2\operatorname{ReLU}(s-1)$, so its opposite is $1$ minus that.

# %% [markdown] lang="zh-Hant"
# **問題二**：把上面的頭三層`W[0]`、`W[1]`、`W[2]`合成一層。合成之後的偏置是什麼？用`W`與`b`寫出來。

# %% [markdown] lang="en"
# **Task 2**: make one layer of the first three above, `W[0]`, `W[1]` and `W[2]`. What is its bias? Write it in terms of `W` and `b`.

# %% part="task"
answer = ...

# %% part="check"
at_zero = np.zeros((3, 1))
for layer in range(3):
    at_zero = W[layer] @ at_zero + b[layer]
print("…" if answer is ... else "✓" if np.allclose(answer, at_zero) else "✗")

# %% part="mistake"
answer = b[0] + b[1] + b[2]

# %% part="solution"
answer = W[2] @ (W[1] @ b[0] + b[1]) + b[2]

# %% [markdown] lang="zh-Hant" part="solution"
# 每個偏置都要再經過後面各層的矩陣；只有最後一層的偏置原樣留下。偏置也正是輸入為零時的輸出，檢查就是這樣做的。

# %% [markdown] lang="en" part="solution"
# Each bias still has to pass the matrices of the layers after it; only the last stays as it is. The bias is also the output at input zero, which is how the check gets it.

# %% [markdown] lang="zh-Hant"
# **問題三**：隱藏單元若是$z\mapsto z^2$，一個就夠。取權重$w_1$、$w_2$，使$(w_1x_1+w_2x_2)^2$正好是XOR。

# %% [markdown] lang="en"
# **Task 3**: with $z\mapsto z^2$ for the hidden unit, one is enough. Choose weights $w_1$, $w_2$ for which $(w_1x_1+w_2x_2)^2$ is exactly XOR.

# %% part="task"
answer = ...  # (w1, w2)

# %% part="check"
print("…" if answer is ... else "✓" if np.allclose((np.array(answer) @ points) ** 2, xor) else "✗")

# %% part="mistake"
answer = (1, 1)

# %% part="solution"
answer = (1, -1)

# %% [markdown] lang="zh-Hant" part="solution"
# $(x_1-x_2)^2$在兩個輸入相同時是零，不同時是一。一個單元就能分開XOR，因為$z^2$先降後升，不是單調的。

# %% [markdown] lang="en" part="solution"
# $(x_1-x_2)^2$ is zero where the inputs are equal and one where they differ. One unit can do it because $z^2$ falls and then rises: it is not monotone.
