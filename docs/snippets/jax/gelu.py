import jax
import jax.numpy as jnp


def gelu(x):
    return jax.nn.gelu(jnp.maximum(x, -40), approximate=False)
