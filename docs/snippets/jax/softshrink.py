import jax.numpy as jnp


def softshrink(x, lam=0.5):
    return x - jnp.clip(x, -lam, lam)
