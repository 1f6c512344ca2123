import jax.numpy as jnp


def tanh(x):
    return jnp.tanh(x)
