import jax.numpy as jnp


def isrlu(x, alpha=1.0):
    s = alpha**0.5
    left = jnp.where(x > 0, 0, x)
    return jnp.where(x > 0, x, jnp.tanh(jnp.arcsinh(s * left)) / s)  # x / sqrt(1 + alpha x^2) without a square
