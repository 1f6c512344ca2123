import jax.numpy as jnp


def pelu(x, a=1.0, b=1.0):
    left = jnp.where(x > 0, 0, x)
    return jnp.where(x > 0, a / b * x, a * jnp.expm1(left / b))
