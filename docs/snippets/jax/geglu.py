import jax
import jax.numpy as jnp


def geglu(x, axis=-1):
    a, b = jnp.split(x, 2, axis)
    return a * jax.nn.gelu(jnp.maximum(b, -40), approximate=False)
