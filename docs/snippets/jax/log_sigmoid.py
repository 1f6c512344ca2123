import jax


def log_sigmoid(x):
    return jax.nn.log_sigmoid(x)
