"""Softmax turns a list of numbers into probabilities that add up to 1.

The Boltzmann distribution of statistical mechanics. Bridle brought it to networks under this name: "Probabilistic
interpretation of feedforward classification network outputs", 1990, doi:10.1007/978-3-642-76153-9_28.
"""

import numpy as np

from activations.activation import Activation, Floats
from activations.rounding import total, two_sum

# Subtracting the largest entry keeps the exponentials from overflowing and changes nothing else, were it not
# for rounding: x - max is off by up to half a unit in its last place, which exp magnifies by |x - max|, into
# the hundreds. The error is known exactly (two_sum) and put back as a factor 1 + error.


def value(x: Floats) -> Floats:
    largest = np.max(x, axis=-1, keepdims=True, initial=-np.inf)
    tied = x == largest
    difference, error = two_sum(x, -largest)
    difference = np.where(tied, 0.0, difference)  # also for an infinite largest entry
    e = np.exp(difference) * (1.0 + np.nan_to_num(error))  # the error of an infinite difference is no number
    p = e / total(e)
    # Entries that share an infinite maximum have no limit: it depends on which of them grows faster.
    unsettled = tied & np.isinf(largest) & (tied.sum(axis=-1, keepdims=True) > 1)
    return np.where(unsettled, np.nan, p)


def pullback(x: Floats, g: Floats) -> Floats:
    # The Jacobian diag(p) - p p^T is symmetric; applied to g it is p (g - sum of g p).
    p = value(x)
    weighted = p * g
    return weighted - p * total(weighted)


softmax = Activation(
    id="softmax",
    name="Softmax",
    formula="exp(x[i]) / sum(exp(x[j]) for j in range(n))",
    zh_hant="把一組數變成加起來等於1的機率。",
    en="turns a list of numbers into probabilities that add up to 1.",
    story=__doc__,
    sources=("bridle1990",),
    value=value,
    pullback=pullback,
)
