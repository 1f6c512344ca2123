"""The smallest eigenvalue of the sample mean of x xᵀ and its condition number, by the number of uniform inputs."""

import numpy as np

COUNTS = (2, 5, 10, 20, 50, 100)

seeds = range(5)
arms = [{"centred": centred, "bias": bias} for centred in (False, True) for bias in (False, True)]


def moment(covariance, mean, bias):
    """E[x xᵀ], or that of (x, 1)."""
    mean = np.append(mean, 1) if bias else mean
    return np.pad(covariance, (0, int(bias))) + np.outer(mean, mean)


def run(seed, *, centred, bias, counts=COUNTS, samples=100_000):
    """By the number of inputs: the smallest eigenvalue, and the condition number."""
    x = np.random.default_rng(seed).random((samples, max(counts)))
    mean = x.mean(axis=0)
    covariance = (x - mean).T @ (x - mean) / samples
    moments = [moment(covariance[:n, :n], 0 * mean[:n] if centred else mean[:n], bias) for n in counts]
    return {"smallest": [np.linalg.eigvalsh(each)[0] for each in moments], "condition": [np.linalg.cond(each) for each in moments]}
