import jax


def celu(x, alpha=1.0):
    return jax.nn.celu(x, alpha)
