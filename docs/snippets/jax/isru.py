import jax.numpy as jnp


def isru(x, alpha=1.0):
    s = alpha**0.5
    return jnp.tanh(jnp.arcsinh(s * x)) / s  # x / sqrt(1 + alpha x^2) without a square
