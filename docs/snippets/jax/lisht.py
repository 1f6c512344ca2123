import jax.numpy as jnp


def lisht(x):
    return x * jnp.tanh(jnp.clip(x, -20, 20))
