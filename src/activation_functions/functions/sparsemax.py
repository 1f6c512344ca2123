"""Sparsemax turns a list of numbers into probabilities, of which the small ones are exactly 0.

The point of the probability simplex nearest to the input: Martins and Astudillo, "From softmax to sparsemax: a sparse
model of attention and multi-label classification", 2016, arXiv:1602.02068.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats
from activation_functions.functions import softmax
from activation_functions.rounding import total, two_sum

# Entries above the threshold tau keep what they rise above it. Of the k largest alone tau would be their sum less 1,
# divided by k; the largest of these over all k is the true one, for any other choice leaves a term of the sum out or
# counts a negative one. Small probabilities are differences of nearly equal numbers: what the first tau leaves of the
# equation is therefore computed with all its digits, and the shift that settles it put in. The sum is a convex
# function of tau, so after one such step of Newton's method tau only rises: entries drop out, none comes back.


def value(x: Floats, present: Array | bool = True) -> Floats:
    difference, error, unsettled = softmax.below_largest(x, present)
    sums = np.cumsum(np.sort(difference, axis=-1)[..., ::-1], axis=-1)
    tau = np.max((sums - 1.0) / np.arange(1, x.shape[-1] + 1), axis=-1, keepdims=True)
    distance, rest = two_sum(difference, -tau)
    rest = np.where(np.isfinite(rest), rest, 0.0) + error
    p = _settled(distance, rest, distance > 0.0)
    inside = p > 0.0
    while ((p := _settled(distance, rest, inside)) <= 0.0)[inside].any():
        inside &= p > 0.0
    return np.where(unsettled, np.nan, np.maximum(p, 0.0))


def _settled(distance: Floats, rest: Floats, inside: Array) -> Floats:
    """The distances to the threshold for which those inside add up to 1."""
    parts = [np.where(inside, distance, 0.0), np.where(inside, rest, 0.0), np.full((*distance.shape[:-1], 1), -1.0)]
    shift: Floats = total(np.concatenate(parts, axis=-1)) / inside.sum(axis=-1, keepdims=True)
    return (distance - shift) + rest


def pullback(x: Floats, g: Floats, present: Array | bool = True) -> Floats:
    # The Jacobian is I - 1 1^T / k among the k entries above 0, and 0 elsewhere.
    p = value(x, present)
    inside = p > 0.0
    mean = total(np.where(inside, g / inside.sum(axis=-1, keepdims=True), 0.0))
    return np.where(inside, g - mean, np.where(np.isnan(p).any(axis=-1, keepdims=True), np.nan, 0.0))


sparsemax = Activation(
    id="sparsemax",
    name="Sparsemax",
    formula="max(0, x[i] - tau)",
    where="sum(max(0, x[j] - tau) for j in range(n)) == 1",
    jacobian="indicator(f[i] > 0) * indicator(f[j] > 0) * (indicator(i == j) - 1 / sum(indicator(f[k] > 0) for k in range(n)))",
    zh_hant="把一組數變成機率，其中小的恰好是零。",
    en="turns a list of numbers into probabilities, of which the small ones are exactly 0.",
    zh_hant_notes="門檻值由「加起來等於1」決定，不超過門檻值的輸入得到零。所有的輸入同加一個數，輸出不變。剛好等於門檻值的一項算是零，梯度不流過它。",
    en_notes="The threshold tau follows from the sum of 1; inputs that do not exceed it give 0. One number added to all inputs changes nothing. "
    "An entry right on the threshold counts as 0, and no gradient flows through it.",
    story=__doc__,
    family="probability",
    sources={"martins2016": "introduced"},
    value=value,
    pullback=pullback,
    absent=0.0,
)
