import jax
import jax.numpy as jnp


def reglu(x, axis=-1):
    a, b = jnp.split(x, 2, axis)
    return a * jax.nn.relu(b)
