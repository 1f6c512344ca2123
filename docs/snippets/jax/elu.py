import jax


def elu(x, alpha=1.0):
    return jax.nn.elu(x, alpha)
