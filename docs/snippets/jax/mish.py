import jax
import jax.numpy as jnp


def mish(x):
    return jax.nn.mish(jnp.maximum(x, -800))
