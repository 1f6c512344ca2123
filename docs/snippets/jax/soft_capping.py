import jax.numpy as jnp


def soft_capping(x, c=30.0):
    return c * jnp.tanh(x / c)
