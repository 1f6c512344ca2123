import jax
import jax.numpy as jnp


def clipped_gelu(x):
    return jnp.minimum(jax.nn.gelu(jnp.maximum(x, -40), approximate=False), 10)
