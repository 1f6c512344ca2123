"""Clamped SwiGLU is SwiGLU with limits: the gate is cut off above, the other half on both sides, and 1 is added to it.

The unit of gpt-oss, whose report only says that its SwiGLU is unconventional, with clamping and a residual connection:
OpenAI, "gpt-oss-120b & gpt-oss-20b model card", 2025, arXiv:2508.10925. The formula is that of the code.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.functions.glu import SHUT, chained, halves, times
from activation_functions.rounding import exp, exponent

# With t = alpha b the gate is b sigma(t). As in glu.py, what it is multiplied by meets the falling exponential in two
# steps where the gate is all but shut. The exponential would magnify the rounding of t: what it drops is kept.
LEAST = -1500.0  # the gate is 0 by then


def value(x: Floats, alpha: float, beta: float, limit: float) -> Floats:
    a, b = halves(x)
    return gated(np.clip(a, -limit, limit) + beta, np.minimum(b, limit), alpha)


def gated(a: Floats, b: Floats, alpha: float) -> Floats:
    """a b sigma(alpha b)."""
    near = np.maximum(b, LEAST / alpha)
    t, dropped = exponent(near, alpha)
    h = exp(t / 2.0, dropped / 2.0)
    return np.where(t < SHUT, (a * h) * (near * h), chained(a, near, opened(t, dropped)))


def opened(t: Floats, dropped: Floats) -> Floats:
    """sigma(t + dropped)."""
    p, q = exp(np.minimum(t, 0.0), np.where(t < 0.0, dropped, 0.0)), exp(np.minimum(-t, 0.0), np.where(t < 0.0, 0.0, -dropped))
    return p / (p + q)


def pullback(x: Floats, g: Floats, alpha: float, beta: float, limit: float) -> Floats:
    a, b = halves(x)
    factor, gate = np.clip(a, -limit, limit) + beta, np.minimum(b, limit)
    near = np.maximum(gate, LEAST / alpha)
    t, dropped = exponent(near, alpha)
    h = exp(t / 2.0, dropped / 2.0)
    slope = opened(t, dropped) * (1.0 + t * opened(-t, -dropped))
    steep = np.where(t < SHUT, times(g * h, factor * h * (1.0 + t)), chained(g, factor, slope))
    passed, opening = gated(g, gate, alpha), np.where(b > limit, 0.0, steep)
    return np.concatenate((np.where((a > limit) | (a <= -limit), 0.0, passed), opening), axis=-1)


swiglu_clamped = Activation(
    id="swiglu_clamped",
    name="Clamped SwiGLU",
    formula="(max(-limit, min(x[i], limit)) + beta) * min(x[i + n], limit) * sigma(alpha * min(x[i + n], limit))",
    jacobian="indicator(j == i) * indicator(x[j] > -limit) * indicator(x[j] <= limit) * min(x[i + n], limit) * sigma(alpha * min(x[i + n], limit))"
    " + indicator(j == i + n) * indicator(x[j] <= limit) * (max(-limit, min(x[i], limit)) + beta)"
    " * sigma(alpha * min(x[i + n], limit)) * (1 + alpha * min(x[i + n], limit) * sigma(-alpha * min(x[i + n], limit)))",
    zh_hant="是有上下限的SwiGLU：閘門只截去上端，另一半兩端都截，再加上1。",
    en="is SwiGLU with limits: the gate is cut off above, the other half on both sides, and 1 is added to it.",
    zh_hant_notes="順序與GLU相同：當閘門的是後半。transformers的程式都讓閘門在前：gpt_oss的閘門與另一半逐項交錯，minimax_m3_vl與openai_privacy_filter的是前後兩半。"
    "deepseek_v4、hy_v4與glm5_next也有上下限，但是不加1，閘門是SiLU，上限是10：那就是α=1、β=0，前半是閘門。step3p7先算SiLU才截，是另一個函數。"
    "恰好在上下限時，導數取左側的。",
    en_notes="The order is that of GLU: the second half is the gate. In the code of transformers the gate comes first: in gpt_oss gate and other half alternate entry by entry, "
    "in minimax_m3_vl and openai_privacy_filter they are two halves. deepseek_v4, hy_v4 and glm5_next have limits too, but add no 1; their gate is SiLU and their limit 10: "
    "that is alpha = 1 and beta = 0, and the first half is the gate. step3p7 takes SiLU first and cuts after it, which is another function. "
    "Right at a limit the derivative is that of the left.",
    story=__doc__,
    family="gate",
    sources={"openai2025": "introduced"},
    parameters={"alpha": Parameter(1.702, above=0.0), "beta": Parameter(1.0), "limit": Parameter(7.0, above=0.0)},
    value=value,
    pullback=pullback,
    width=0.5,
)
