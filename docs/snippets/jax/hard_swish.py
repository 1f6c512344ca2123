import jax
import jax.numpy as jnp


def hard_swish(x):
    return jax.nn.hard_swish(jnp.maximum(x, -3))
