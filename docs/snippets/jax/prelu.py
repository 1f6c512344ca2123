import jax.numpy as jnp


def prelu(x, alpha=0.25):
    return jnp.where(x > 0, x, alpha * x)
