import jax.numpy as jnp


def hard_sigmoid(x, width=6.0, offset=0.5):
    return jnp.clip(x / width + offset, 0, 1)
