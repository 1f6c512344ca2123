"""Softmax turns a list of numbers into probabilities that add up to 1.

Its formula is that of the Boltzmann distribution of statistical mechanics, 1868. Bridle made it the output of a network
and gave it this name in two works of 1989, printed 1990; the one usually cited is "Probabilistic interpretation of
feedforward classification network outputs", doi:10.1007/978-3-642-76153-9_28.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats
from activation_functions.rounding import total, two_sum

# Subtracting the largest entry keeps the exponentials from overflowing and changes nothing else, were it not
# for rounding: x - max is off by up to half a unit in its last place, which exp magnifies by |x - max|, into
# the hundreds. The error is known exactly (two_sum) and put back as a factor 1 + error.


def value(x: Floats, present: Array | bool = True) -> Floats:
    difference, error, unsettled = below_largest(x, present)
    e = np.exp(difference) * (1.0 + error)
    return np.where(unsettled, np.nan, e / total(e))


def below_largest(x: Floats, present: Array | bool) -> tuple[Floats, Floats, Array]:
    """x less its largest entry, what the rounding of that dropped, and where there is no limit.

    Entries that share an infinite maximum have none: it depends on which of them grows faster. Those that are not present are -inf
    and share nothing.
    """
    largest = np.max(x, axis=-1, keepdims=True, initial=-np.inf)
    tied = (x == largest) & present
    difference, error = two_sum(x, -largest)
    unsettled = tied & np.isinf(largest) & (tied.sum(axis=-1, keepdims=True) > 1)
    # For an infinite largest entry, too, its own difference is 0; the error of an infinite difference is no number.
    difference = np.where(tied, 0.0, np.where(present, difference, -np.inf))
    return difference, np.where(np.isfinite(error), error, 0.0), unsettled


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    # The Jacobian diag(p) - p p^T is symmetric; applied to g it is p (g - sum of g p).
    p = value(x, present)
    weighted = p * g
    return weighted - p * total(weighted)


softmax = Activation(
    id="softmax",
    name="Softmax",
    formula="exp(x[i]) / sum(exp(x[j]) for j in range(n))",
    zh_hant="把一組數變成加起來等於1的機率。",
    en="turns a list of numbers into probabilities that add up to 1.",
    story=__doc__,
    family="probability",
    sources={"boltzmann1868": "anticipated", "bridle1990b": "named", "bridle1990": "popularised"},
    jacobian="f[i] * (indicator(i == j) - f[j])",
    value=value,
    pullback=pullback,
    absent=0.0,
    zh_hant_notes="所有的輸入同加一個數，輸出不變。",
    en_notes="One number added to all inputs changes nothing.",
)
