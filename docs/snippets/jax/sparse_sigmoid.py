import jax.numpy as jnp


def sparse_sigmoid(x):
    return jnp.clip((x + 1) / 2, 0, 1)
