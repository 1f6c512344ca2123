"""Functions told by what they compute: formulas typed into the search find them."""

from __future__ import annotations

SEARCHES = {
    "x*sigmoid(x)": ["functions/silu/"],
    "x/(1+exp(-x))": ["functions/silu/"],
    "x*sigmoid(1.702x)": ["functions/quick_gelu/"],
    "x·σ(βx)": ["functions/swish/"],
    "max(0,x)": ["functions/relu/"],
    "log(1+exp(x))": ["functions/softplus/"],
    "x*tanh(softplus(x))": ["functions/mish/"],
    "0.5*x*(1+erf(x/sqrt(2)))": ["functions/gelu/"],
    "x if x>0 else a*x": ["functions/leaky_relu/", "functions/prelu/"],
    "exp(x)/sum(exp(x))": ["functions/softmax/"],
    "sparse_plus": ["functions/smelu/"],
    "hard silu": ["functions/hard_swish/"],
    "telu": ["functions/tanhexp/"],
    "gelu_new": ["functions/gelu_tanh/"],
}
"""What a reader may type, and the page that must come first or second."""
