import jax


def softplus(x, beta=1.0):
    return jax.nn.softplus(beta * x) / beta
