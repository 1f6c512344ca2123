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
# # 實驗：之字形路徑 {#top}
#
# 從一個梯度的正負號出發，看它怎麼變成一條曲折的路，再親手把路拉直。
# {.lede}
#
# 這個實驗只用NumPy和本站的`activation_functions`模組，幾秒就跑完。背後的道理在[零中心](../guide/zero-centred.md)那一章，算式在[推導](../derivations/zig-zag.md)。

# %% [markdown] lang="en"
# # Lab: the zig-zag path {#top}
#
# Start from the sign of one gradient, see it grow into a crooked path, and straighten the path yourself.
# {.lede}
#
# The lab uses NumPy and the `activation_functions` module of this site, and runs in seconds. The reasons are in the chapter on [zero-centred outputs](../guide/zero-centred.md), the algebra in the [derivation](../derivations/zig-zag.md).

# %%
import matplotlib.pyplot as plt
import numpy as np

from activation_functions import relu, sigmoid, tanh

rng = np.random.default_rng(0)

# %% [markdown] lang="zh-Hant"
# ## 一個樣本的正負號 {#signs}
#
# 一個神經元有五個輸入，都是上一層Sigmoid的輸出。損失對預激活值的斜率是$\delta$，第$i$個權重的梯度是$\delta\,x_i$。我們取四個樣本，印出每個梯度的正負號，一個樣本一橫列。

# %% [markdown] lang="en"
# ## The signs of one sample {#signs}
#
# A neuron has five inputs, all of them outputs of sigmoids in the layer before. The slope of the loss at the pre-activation is $\delta$, and the gradient of weight $i$ is $\delta\,x_i$. Take four samples and print the sign of every gradient, one sample a row.

# %%
z = rng.standard_normal((4, 5))  # pre-activations of the layer before
delta = rng.standard_normal((4, 1))  # one number a sample

lines = []
for f in (sigmoid, tanh):
    lines.append(f.name)
    for gradients in delta * f(z):
        lines.append("   " + " ".join("+" if g > 0 else "−" for g in gradients))
print("\n".join(lines))

# %% [markdown] lang="zh-Hant"
# Sigmoid的每一橫列都只有一種符號：輸入全正，$\delta$決定一切。$\tanh$的輸入有正有負，符號就混在一起。

# %% [markdown] lang="en"
# With the sigmoid each row has one sign only: the inputs are positive, and $\delta$ decides everything. With $\tanh$ some inputs are negative, and the signs are mixed.

# %% [markdown] lang="zh-Hant"
# ## 一條曲折的路 {#path}
#
# 換成兩個輸入，好把權重畫在平面上。輸入均勻分布在$0$到$1$之間，最佳的權重取作原點。先備一批樣本，再從同一點出發走兩條路：一次一個樣本，以及全批次。

# %% [markdown] lang="en"
# ## A crooked path {#path}
#
# Take two inputs, so that the weights can be drawn in a plane. The inputs are uniform between $0$ and $1$, and the best weights are put at the origin. Make a set of samples, then take two walks from one point: one sample at a time, and the full batch.

# %%
mean = 0.5  # try 0, 0.1, 0.25, 1
x = rng.uniform(-0.5, 0.5, (2000, 2)) + mean
start = np.array([-0.35, 1.6])


def one_at_a_time(x, rate, steps):
    path = [start]
    for sample in x[:steps]:
        delta = path[-1] @ sample
        path.append(path[-1] - rate * delta * sample)
    return np.array(path)


def full_batch(x, steps):
    curvature = x.T @ x / len(x)
    rate = 2 / np.linalg.eigvalsh(curvature).sum()  # the best constant rate for two weights
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - rate * curvature @ path[-1])
    return np.array(path)


steps = np.diff(one_at_a_time(x, 1.0, 200), axis=0)
print("same sign:", np.mean(steps[:, 0] * steps[:, 1] > 0))

# %% [markdown] lang="zh-Hant"
# 印出來的是一次一個樣本時，兩個權重同增或同減的步伐所占的比例。把上面的`mean`改成$0$再跑一次，比例會掉到一半左右。

# %% [markdown] lang="en"
# Printed is the share of single-sample steps in which both weights grow or both shrink. Set `mean` above to $0$ and run again: the share falls to about a half.

# %% [markdown] lang="zh-Hant"
# ## 置中 {#centring}
#
# 現在做唯一的一件事：減去平均值。左圖是原來的輸入，右圖是置中之後；細線是損失的等高線，橘色是沒有置中的路，藍色是置中的路，都是全批次。

# %% [markdown] lang="en"
# ## Centring {#centring}
#
# Now do one thing only: subtract the mean. On the left are the inputs as they were, on the right the centred ones. Thin lines are contours of the loss; the orange path is the one off centre, the blue one is centred, both on the full batch.

# %% alt="兩張等高線圖：左邊的路來回曲折，右邊的路一步直達。 | Two contour plots: on the left a path that goes back and forth, on the right one that arrives in a single step."
figure, axes = plt.subplots(1, 2, figsize=(7.2, 3.6))
u, v = np.meshgrid(np.linspace(-1.4, 1.4, 101), np.linspace(-1, 1.8, 101))
for ax, inputs, colour in zip(axes, (x, x - x.mean(axis=0)), ("#d55e00", "#0072b2"), strict=True):
    (a, b), (_, c) = inputs.T @ inputs / len(inputs)
    ax.contour(u, v, a * u**2 + 2 * b * u * v + c * v**2, levels=6, colors="#6b7280", linewidths=0.6)
    ax.plot(*full_batch(inputs, 20).T, "o-", color=colour, markersize=4, linewidth=1.5)
    ax.plot(0, 0, "*", color="#1f2933", markersize=11)
    ax.set_aspect("equal")
    ax.set_xlabel("w₁")
    ax.set_ylabel("w₂", rotation=0)
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 條件數 {#condition-number}
#
# 等高線有多扁，由$\frac{1}{N}\sum_k x_kx_k^{\mathsf T}$的條件數決定，也就是最陡與最平的方向上彎曲程度的比。公式說，$n$個這樣的輸入，條件數是$1+3n$。拿樣本來驗，再接上一個永遠是$1$的輸入，也就是偏置。

# %% [markdown] lang="en"
# ## The condition number {#condition-number}
#
# How flat the contours are is told by the condition number of $\frac{1}{N}\sum_k x_kx_k^{\mathsf T}$, the curvature in the steepest direction over that in the flattest. The formula says $1+3n$ for $n$ such inputs. Check it against samples, then append an input that is always $1$, the bias.


# %%
def with_bias(x):
    return np.column_stack([x, np.ones(len(x))])


def curvatures(x):
    """From the flattest direction to the steepest."""
    return np.linalg.eigvalsh(x.T @ x / len(x))


lines = ["                    flattest   steepest   condition number"]
for n in (2, 10, 50):
    many = rng.random((50_000, n))
    centred = many - many.mean(axis=0)
    for name, inputs in (("", many), (", centred", centred), (", bias", with_bias(many)), (", bias, centred", with_bias(centred))):
        flattest, *_, steepest = curvatures(inputs)
        lines.append(f"{f'n={n}{name}':20s} {flattest:7.4f} {steepest:10.3f} {steepest / flattest:12.2f}")
print("\n".join(lines))

# %% [markdown] lang="zh-Hant"
# 沒有偏置時，最平的方向置中前後一樣平，變的只有最陡的方向。有偏置時，最陡的更陡，最平的也更平，輸入越多越明顯。
#
# ## 同一個學習率 {#same-rate}
#
# 所以用同一個學習率，有沒有偏置，結果不同。下面數一數全批次梯度下降讓誤差縮到百分之一要幾步：十個輸入，學習率取沒有置中時最好的那一個。

# %% [markdown] lang="en"
# Without a bias the flattest direction is as flat before centring as after; only the steepest one changes. With a bias the steepest is steeper and the flattest is flatter, the more so for more inputs.
#
# ## One learning rate {#same-rate}
#
# So at one and the same learning rate it matters whether there is a bias. Count the full-batch steps to a hundredth of the error: ten inputs, and the rate that is best off centre.


# %%
def count(x, rate):
    curvature = x.T @ x / len(x)
    error = np.random.default_rng(1).standard_normal(x.shape[1])
    goal, steps = 0.01 * np.linalg.norm(error), 0
    while np.linalg.norm(error) > goal:
        error, steps = error - rate * curvature @ error, steps + 1
    return steps


ten = rng.random((5000, 10))
for name, more in (("no bias  ", lambda x: x), ("with bias", with_bias)):
    off_centre, centred = more(ten), more(ten - ten.mean(axis=0))
    spectrum = curvatures(off_centre)
    rate = 2 / (spectrum[0] + spectrum[-1])
    print(f"{name}   off centre {count(off_centre, rate):4d}   centred {count(centred, rate):4d}")

# %% [markdown] lang="zh-Hant"
# 沒有偏置，兩邊步數差不多；有偏置，沒有置中的步數是置中的兩倍以上。
#
# ## 批次大小 {#batch-size}
#
# 最後數一數：五十個輸入的神經元，整批平均之後，所有權重的梯度有多常同號？橘色是Sigmoid，藍色是$\tanh$，綠色是ReLU。

# %% [markdown] lang="en"
# Without a bias the two counts are about the same; with one, off centre takes more than twice as many.
#
# ## Batch size {#batch-size}
#
# Finally, count: for a neuron with fifty inputs, how often do all its weight gradients share a sign once the batch is averaged? Orange is the sigmoid, blue is $\tanh$, green is ReLU.

# %% alt="同號的機率隨批次大小下降，Sigmoid停在最高處，其次是ReLU，tanh幾乎是零。 | The chance of a common sign falls with the batch size; the sigmoid stays highest, then ReLU, and tanh is close to zero."
batches = [1, 2, 4, 8, 16, 32, 64, 128]
figure, ax = plt.subplots(figsize=(7.2, 3.2))
for f, colour, named in ((sigmoid, "#d55e00", 4), (tanh, "#0072b2", 0), (relu, "#009e73", 2)):
    shares = []
    for batch in batches:
        inputs = f(rng.standard_normal((300, batch, 50)))
        delta = rng.standard_normal((300, 1, batch))
        gradients = (delta @ inputs)[:, 0]
        same = np.all(gradients >= 0, axis=1) | np.all(gradients <= 0, axis=1)
        shares.append(same.mean())
    ax.plot(batches, shares, "o-", color=colour, markersize=4)
    ax.annotate(f.name, (batches[named], shares[named]), (4, 8), textcoords="offset points", color=colour)
ax.set_xscale("log", base=2)
ax.set_xticks(batches, batches)
ax.set_yticks([0, 0.5, 1])
plt.show()

# %% [markdown] lang="zh-Hant"
# 批次大小是$1$時，Sigmoid與ReLU的梯度必定不反號。批次一大，ReLU很快就散開了，Sigmoid卻停在半路：它的平均值比它的起伏大得多。
#
# ## 換你動手 {#your-turn}
#
# 先玩一玩：把`mean`從$0$慢慢加到$1$，看左圖的等高線怎麼變扁，路怎麼變曲折。
#
# **問題一**：兩個輸入，沒有偏置，`mean`是$1$。條件數是多少？

# %% [markdown] lang="en"
# With a batch of $1$, gradients after the sigmoid and after ReLU never have opposite signs. With larger batches ReLU soon spreads out, while the sigmoid stops half-way: its mean is much larger than its spread.
#
# ## Your turn {#your-turn}
#
# Play first: raise `mean` from $0$ to $1$ little by little. Watch the contours on the left flatten and the path bend.
#
# **Task 1**: with two inputs and no bias, and `mean` at $1$, what is the condition number?

# %% part="task"
answer = ...

# %% part="check"
flattest, steepest = curvatures(np.random.default_rng(2).uniform(-0.5, 0.5, (100_000, 2)) + 1)
print("…" if answer is ... else "✓" if abs(answer / (steepest / flattest) - 1) < 0.02 else "✗")

# %% part="mistake"
answer = 1 + 3 * 2

# %% part="solution"
answer = 1 + 2 * 12

# %% [markdown] lang="zh-Hant" part="solution"
# 一般的式子是$1+n\,m^2/s^2$，平均$m=1$，變異數$s^2=\frac{1}{12}$。$1+3n$只適用於$m=\frac{1}{2}$。

# %% [markdown] lang="en" part="solution"
# In general it is $1+n\,m^2/s^2$, with the mean $m=1$ and the variance $s^2=\frac{1}{12}$. $1+3n$ is for $m=\frac{1}{2}$ alone.

# %% [markdown] lang="zh-Hant"
# **問題二**：有偏置時，置中之後條件數還不是$1$。由`ten`算出一組輸入，讓它（連同偏置）幾乎是$1$。

# %% [markdown] lang="en"
# **Task 2**: with a bias, the condition number is not $1$ even after centring. Make inputs from `ten` for which, the bias included, it is almost $1$.

# %% part="task"
answer = ...

# %% part="check"
if answer is not ...:
    spectrum = curvatures(with_bias(answer))
print("…" if answer is ... else "✓" if spectrum[-1] / spectrum[0] < 1.2 else "✗")

# %% part="mistake"
answer = ten - ten.mean(axis=0)

# %% part="solution"
answer = (ten - ten.mean(axis=0)) / ten.std(axis=0)

# %% [markdown] lang="zh-Hant" part="solution"
# 再除以標準差，每個輸入的變異數都是$1$，與偏置那個永遠是$1$的輸入一樣大。

# %% [markdown] lang="en" part="solution"
# Divide by the standard deviation as well: then every input has the variance $1$, of a size with the input of the bias, which is always $1$.

# %% [markdown] lang="zh-Hant"
# **問題三**：最後一張圖裡，若把$\delta$換成`abs(delta)`，也就是整批的誤差都偏同一邊，Sigmoid那條線會停在多高？

# %% [markdown] lang="en"
# **Task 3**: in the last picture, with `abs(delta)` for $\delta$, so that the errors of the batch all lean one way, at which height does the line of the sigmoid stay?

# %% part="task"
answer = ...

# %% part="check"
inputs = sigmoid(rng.standard_normal((300, 128, 50)))
gradients = abs(rng.standard_normal((300, 1, 128))) @ inputs
share = np.mean(np.all(gradients >= 0, axis=-1) | np.all(gradients <= 0, axis=-1))
print("…" if answer is ... else "✓" if answer == share else "✗")

# %% part="mistake"
answer = 1 / 2

# %% part="solution"
answer = 1

# %% [markdown] lang="zh-Hant" part="solution"
# 輸入沒有負的，$\delta$又都是正的，加起來不會反號，不論批次多大。ReLU也一樣；$\tanh$仍然接近零，因為它的輸入有正有負。

# %% [markdown] lang="en" part="solution"
# No input is negative and every $\delta$ is positive, so the sums cannot differ in sign, whatever the batch. The same is true of ReLU; $\tanh$ stays close to zero, for its inputs take both signs.
