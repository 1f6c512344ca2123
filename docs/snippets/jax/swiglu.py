import jax
import jax.numpy as jnp


def swiglu(x, axis=-1):
    a, b = jnp.split(x, 2, axis)
    return a * jax.nn.silu(jnp.maximum(b, -800))
