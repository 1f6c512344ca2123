"""Softmax with a sink turns a list of numbers into shares that may add up to less than 1: an extra entry takes the rest.

The softmax of Mesh TensorFlow takes such an extra logit since 2018. With the logit 0 it is Miller's softmax-one,
"Attention is off by one", 2023. gpt-oss learns the logit, one for each attention head: OpenAI, "gpt-oss-120b &
gpt-oss-20b model card", 2025, arXiv:2508.10925.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats, Parameter
from activation_functions.functions import softmax

# It is softmax of the entries and s, without what s gets.


def value(x: Floats, present: Array | bool = True, s: float = 0.0) -> Floats:
    return softmax.value(*_with_sink(x, present, s))[..., :-1]


def pullback(x: Floats, g: Floats, present: Array | bool = True, s: float = 0.0) -> Floats:
    entries, counted = _with_sink(x, present, s)
    return softmax.pullback(entries, _beside(g, 0.0), counted)[..., :-1]


def _with_sink(x: Floats, present: Array | bool, s: float) -> tuple[Floats, Array]:
    return _beside(x, s), _beside(np.broadcast_to(present, x.shape), True)


def _beside(a: Array, last: float) -> Array:
    return np.concatenate((a, np.full((*a.shape[:-1], 1), last)), axis=-1)


softmax_sink = Activation(
    id="softmax_sink",
    name="Softmax with a sink",
    formula="exp(x[i]) / (exp(s) + sum(exp(x[j]) for j in range(n)))",
    jacobian="f[i] * (indicator(i == j) - f[j])",
    zh_hant="把一組數變成份額，加起來可以不到1，其餘歸給額外的一項。",
    en="turns a list of numbers into shares that may add up to less than 1: an extra entry takes the rest.",
    zh_hant_notes="就是把s接在輸入後面，算Softmax，再丟掉s的那一份；s的梯度也可以這樣由Softmax的vjp求得。s=0是softmax-one；s越小，越接近Softmax。"
    "所有的輸入與s同加一個數，輸出不變；只加在輸入上就會變。gpt-oss的每個注意力頭各學一個s，所以每個頭要分別呼叫。",
    en_notes="It is softmax of the inputs and s together, without the share of s; the gradient of s comes the same way from the vjp of softmax. "
    "With s = 0 it is softmax-one; the smaller s, the closer to softmax. One number added to all inputs and to s changes nothing; added to the inputs alone it does. "
    "In gpt-oss each attention head learns an s of its own, so each head takes a call of its own.",
    story=__doc__,
    family="probability",
    sources={"meshtensorflow2018": "anticipated", "miller2023": "named", "openai2025": "popularised"},
    parameters={"s": Parameter(0.0)},
    value=value,
    pullback=pullback,
    absent=0.0,
)
