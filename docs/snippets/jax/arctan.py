import jax.numpy as jnp


def arctan(x):
    return jnp.arctan(x)
