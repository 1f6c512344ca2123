import jax


def sigmoid(x):
    return jax.nn.sigmoid(x)
