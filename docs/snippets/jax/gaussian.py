import jax.numpy as jnp


def gaussian(x):
    return jnp.exp(-x * x)
