import jax.numpy as jnp


def scaled_tanh(x):
    return 1.7159 * jnp.tanh(x * (2 / 3))
