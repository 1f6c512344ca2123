import jax
import jax.numpy as jnp


def elish(x):
    return jax.nn.sigmoid(x) * jnp.where(x > 0, x, jnp.expm1(jnp.where(x > 0, 0, x)))
