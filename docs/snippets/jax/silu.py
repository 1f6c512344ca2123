import jax
import jax.numpy as jnp


def silu(x):
    return jax.nn.silu(jnp.maximum(x, -800))
