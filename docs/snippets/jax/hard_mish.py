import jax.numpy as jnp


def hard_mish(x):
    x = jnp.maximum(x, -2)
    return x * jnp.minimum((x + 2) / 2, 1)
