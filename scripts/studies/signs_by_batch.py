"""How often all weight gradients of a neuron share a sign, by batch size, for inputs with and without a mean."""

import numpy as np

from activation_functions import sigmoid, tanh

FUNCTIONS = {"sigmoid": sigmoid, "tanh": tanh}

seeds = range(5)
arms = [{"f": f} for f in FUNCTIONS]


def run(seed, *, f, counts=(2, 10, 50), batches=tuple(2**k for k in range(9)), trials=300):
    """The share of trials in which the first n gradients have one sign: a row a batch size, a column a count n of inputs."""
    rng, found = np.random.default_rng(seed), []
    for batch in batches:
        inputs = FUNCTIONS[f](rng.standard_normal((trials, batch, max(counts))))
        delta = rng.standard_normal((trials, 1, batch))
        positive = (delta @ inputs)[:, 0] > 0
        found.append([np.mean(positive[:, :n].all(axis=1) | ~positive[:, :n].any(axis=1)) for n in counts])
    return {"shares": found}
