import jax


def leaky_relu(x, alpha=0.01):
    return jax.nn.leaky_relu(x, alpha)
