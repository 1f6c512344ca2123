import jax
import jax.numpy as jnp


def quick_gelu(x):
    return jnp.maximum(x, -500) * jax.nn.sigmoid(1.702 * x)
