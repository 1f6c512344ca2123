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
# # 實驗：數值陷阱 {#top}
#
# 公式沒有錯，照著打進電腦，答案卻錯了。錯在哪裡，怎麼改寫？
# {.lede}
#
# 這個實驗配合[數值](../guide/numerics.md)那一章，也用到[飽和](../guide/saturation.md#in-digits)與[輸出層](../guide/output.md#log-sum-exp)。

# %% [markdown] lang="en"
# # Lab: numerical traps {#top}
#
# The formula is right, but typed in as it stands it gives a wrong answer. Where does it go wrong, and how should it be written?
# {.lede}
#
# This lab goes with the chapter on [numerics](../guide/numerics.md), and also draws on [saturation](../guide/saturation.md#in-digits) and [the output layer](../guide/output.md#log-sum-exp).

# %%
import math

import matplotlib.pyplot as plt
import numpy as np

from activation_functions import gelu, log_sigmoid, log_softmax, sigmoid, softplus, tanh

# %% [markdown] lang="zh-Hant"
# ## 太大的指數 {#overflow}
#
# $\sigma(x)=\frac{1}{1+e^{-x}}$也可以寫成$\frac{e^x}{1+e^x}$，紙上完全相同。在float32裡試試看，再和本站的套件比。

# %% [markdown] lang="en"
# ## Exponentials too large {#overflow}
#
# $\sigma(x)=\frac{1}{1+e^{-x}}$ may also be written $\frac{e^x}{1+e^x}$; on paper they are the same. Try both in float32, and compare with the package of this site.

# %%
x = np.array([-120, -90, -1, 0, 1, 90, 120], dtype=np.float32)
with np.errstate(all="ignore"):
    first, second = 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x))
print("      x   1/(1+e⁻ˣ)     eˣ/(1+eˣ)     sigmoid(x)")
for row in zip(x, first, second, sigmoid(x), strict=True):
    print("{:7.0f}   {:.6g}".format(*row[:2]).ljust(24) + f"{row[2]:<14.6g}{row[3]:.6g}")

# %% [markdown] lang="zh-Hant"
# 第二種寫法在右邊得到NaN，因為無限大除以無限大。第一種在左邊把還表示得出來的很小的數弄成了零。好的寫法看正負號：讓指數的次方永遠不是正的。
#
# ## 相減之後剩下什麼 {#cancellation}
#
# 兩個差不多的數相減，前面的位數抵消，剩下的都是捨入誤差。下面三種寫法各有一個這樣的減法，或把很小的數加到$1$上。圖是相對誤差，縱軸用對數刻度；灰線是float32相鄰兩數的相對間隔。

# %% [markdown] lang="en"
# The second gives NaN on the right, infinity divided by infinity. The first, on the left, gives zero where a small number could still be represented. A good way looks at the sign, so that no exponent is ever positive.
#
# ## What is left after a subtraction {#cancellation}
#
# Subtract two numbers that are nearly equal, and the leading digits cancel; what is left is rounding. Each of the three ways below has such a subtraction in it, or adds something very small to $1$. The picture shows relative errors on a logarithmic scale; the grey line is the relative spacing of float32.

# %%
erf = np.vectorize(math.erf)
TYPED = {
    "tanh": (tanh, lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)), np.geomspace(1e-6, 5, 150)),
    "Softplus": (softplus, lambda x: np.log(1 + np.exp(x)), -np.geomspace(1e-6, 25, 150)),
    "GELU": (gelu, lambda x: x / 2 * (1 + erf(x / np.sqrt(2)).astype(x.dtype)), -np.geomspace(1e-6, 8, 150)),
}

errors = {}
for name, (f, typed, x) in TYPED.items():
    x = x.astype(np.float32)
    right = f(x.astype(np.float64))
    errors[name] = x, np.abs(typed(x) - right) / np.abs(right)
    ours = np.abs(f(x) - right) / np.abs(right)
    print(f"{name:9s} worst relative error: as typed {errors[name][1].max():.2g}   package {ours.max():.2g}")

# %% alt="三條相對誤差的線：tanh在零附近變大，Softplus與GELU在左邊遠處升到一，也就是全錯。 | Three lines of relative error: tanh gets worse near zero, Softplus and GELU rise to one far to the left, where everything is wrong."
figure, ax = plt.subplots(figsize=(7.2, 3.4))
for (name, (x, error)), colour in zip(errors.items(), ("#0072b2", "#009e73", "#d55e00"), strict=True):
    ax.plot(np.abs(x), np.maximum(error, 1e-9), color=colour, linewidth=1.2)
    ax.text(*{"tanh": (1e-5, 0.05), "GELU": (3, 1e-3), "Softplus": (20, 1e-3)}[name], name, color=colour, ha="right" if name == "GELU" else "left")
ax.axhline(np.finfo(np.float32).eps, color="#6b7280", linewidth=0.8)
ax.set_xscale("log")
ax.set_yscale("log")
ax.set_ylim(1e-9, 3)
ax.set_xlim(right=300)
ax.set_xlabel("|x|")
plt.show()

# %% [markdown] lang="zh-Hant"
# 相對誤差是$1$，表示一位都不對：電腦回答零，真正的值不是零。
#
# ## 先取機率，再取對數 {#log-softmax}
#
# 分數是$z$，$\operatorname{softmax}$之後取對數，就是交叉熵要的東西。分兩步做，在float32裡會遇到兩種麻煩。

# %% [markdown] lang="en"
# A relative error of $1$ means that no digit is right: the computer says zero, and the true value is not.
#
# ## First the probability, then its logarithm {#log-softmax}
#
# Take the logarithm after $\operatorname{softmax}$ of the scores $z$: that is what cross-entropy needs. In two steps there are two kinds of trouble in float32.


# %%
def in_two_steps(z):
    e = np.exp(z)
    return np.log(e / e.sum())


def after_a_shift(z):
    e = np.exp(z - z.max())
    return np.log(e / e.sum())


for z in ([1, 2, 3], [100, 0, -10], [0, -60, -200]):
    z = np.array(z, dtype=np.float32)
    with np.errstate(all="ignore"):
        print(f"{'scores':14s}", z)
        for f in (in_two_steps, after_a_shift, log_softmax):
            print(f"{getattr(f, 'name', getattr(f, '__name__', '')):14s}", f(z))

# %% [markdown] lang="zh-Hant"
# 減去最大的分數，不再有無限大除以無限大。但是很小的機率只剩幾位，或者變成零，對數就不準，或者是負無限大。所以兩步要合成一步，對數直接由分數算出。
#
# ## 差分的步長 {#step}
#
# 用差分檢查斜率時，步長$h$太大，弦就不是切線；太小，分子只剩捨入誤差。看看$\tanh$在$x=1$的誤差怎麼隨$h$改變，用float64。

# %% [markdown] lang="en"
# With the largest score subtracted there is no more infinity over infinity. But a very small probability keeps few digits or becomes zero, and its logarithm is inexact, or minus infinity. So the two steps should be one, with the logarithm computed from the scores.
#
# ## The step of a difference quotient {#step}
#
# Where slopes are checked by differences, too large a step $h$ makes the chord no tangent, and too small a one leaves nothing but rounding above. See how the error of $\tanh$ at $x=1$ changes with $h$, in float64.


# %%
def error_of(h):
    return np.abs((tanh(1 + h) - tanh(1 - h)) / (2 * h) - tanh.derivative(1.0))


# %% alt="V字形的線：步長由大到小，誤差先下降，過了谷底又上升，而且變得凌亂。 | A line like a V: with smaller steps the error first falls, then beyond the lowest point rises and becomes ragged."
steps = np.geomspace(1e-13, 1e-1, 200)
figure, ax = plt.subplots(figsize=(7.2, 3.2))
ax.plot(steps, error_of(steps), color="#0072b2", linewidth=1.2)
ax.set_xscale("log")
ax.set_yscale("log")
ax.set_xlabel("h")
plt.show()

# %% [markdown] lang="zh-Hant"
# ## 換你動手 {#your-turn}
#
# **問題一**：寫出$\ln\sigma(x)$，對正的、負的、很大的$x$都對，不溢位，也不用`log_sigmoid`。

# %% [markdown] lang="en"
# ## Your turn {#your-turn}
#
# **Task 1**: write $\ln\sigma(x)$ so that it is right for positive, negative and very large $x$, without overflow, and without `log_sigmoid`.


# %% part="task"
def my_log_sigmoid(x):
    return ...


# %% part="check"
tried = np.array([-1000.0, -40.0, -1.0, 0.0, 1.0, 40.0, 1000.0])
with np.errstate(all="ignore"):
    answer = my_log_sigmoid(tried)
print("…" if answer is ... else "✓" if np.allclose(answer, log_sigmoid(tried), rtol=1e-12, atol=0) else "✗")


# %% part="mistake"
def my_log_sigmoid(x):
    return np.log(1 / (1 + np.exp(-x)))


# %% part="solution"
def my_log_sigmoid(x):
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))


# %% [markdown] lang="zh-Hant" part="solution"
# $\ln\sigma(x)=-\ln(1+e^{-x})$。$x$是負的時候改寫成$x-\ln(1+e^{x})$，兩種情形合起來，次方永遠是$-|x|$。`log1p`計算$\ln(1+u)$，$u$很小也不會丟掉。

# %% [markdown] lang="en" part="solution"
# $\ln\sigma(x)=-\ln(1+e^{-x})$. For negative $x$ write it as $x-\ln(1+e^{x})$; put together, the exponent is always $-|x|$. `log1p` computes $\ln(1+u)$ and does not lose a small $u$.

# %% [markdown] lang="zh-Hant"
# **問題二**：在float32裡，`sigmoid(x)`從哪一個整數開始恰好等於$1$？

# %% [markdown] lang="en"
# **Task 2**: in float32, from which integer on is `sigmoid(x)` exactly $1$?

# %% part="task"
answer = ...

# %% part="check"
integers = np.arange(100, dtype=np.float32)
print("…" if answer is ... else "✓" if answer == np.flatnonzero(sigmoid(integers) == 1)[0] else "✗")

# %% part="mistake"
answer = 37

# %% part="solution"
answer = 18

# %% [markdown] lang="zh-Hant" part="solution"
# $1-\sigma(x)\approx e^{-x}$。$1$底下相鄰的float32相差$2^{-24}$，差不到它的一半就捨入成$1$。一半是$2^{-25}$，所以$x$要超過$[[rounds_to_one.bits]]\ln 2$。在float64裡則要晚得多。

# %% [markdown] lang="en" part="solution"
# $1-\sigma(x)\approx e^{-x}$. Next below $1$, float32 is $2^{-24}$ away, and less than half of that rounds to $1$. Half of it is $2^{-25}$, so $x$ has to exceed $[[rounds_to_one.bits]]\ln 2$. In float64 it happens much later.

# %% [markdown] lang="zh-Hant"
# **問題三**：由上面的圖，選一個好的步長$h$。

# %% [markdown] lang="en"
# **Task 3**: choose a good step $h$ by the picture above.

# %% part="task"
answer = ...

# %% part="check"
print("…" if answer is ... else "✓" if error_of(np.array([answer / 2, answer, answer * 2])).max() < 1e-9 else "✗")

# %% part="mistake"
answer = 1e-12

# %% part="solution"
answer = np.finfo(float).eps ** (1 / 3)

# %% [markdown] lang="zh-Hant" part="solution"
# 兩邊的差分，弦的誤差與$h^2$成正比，捨入的誤差與$\varepsilon/h$成正比，兩者一樣大時最好，$h$約是$\varepsilon^{1/3}$。

# %% [markdown] lang="en" part="solution"
# For two-sided differences the error of the chord is proportional to $h^2$, and that of rounding to $\varepsilon/h$. It is best where they are of one size, with $h$ about $\varepsilon^{1/3}$.
