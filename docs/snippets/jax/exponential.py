import jax.numpy as jnp


def exponential(x):
    return jnp.exp(x)
