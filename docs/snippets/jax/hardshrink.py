import jax.numpy as jnp


def hardshrink(x, lam=0.5):
    return jnp.where(jnp.abs(x) <= lam, 0, x)
