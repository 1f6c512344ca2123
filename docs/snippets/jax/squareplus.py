import jax.numpy as jnp


def squareplus(x, b=4.0):
    m = jnp.where(x > 0, x, -x) / 2 + jnp.hypot(x, b**0.5) / 2
    return jnp.where(x > 0, m, b / 4 / m)  # x + sqrt(x^2 + b) cancels left of 0
