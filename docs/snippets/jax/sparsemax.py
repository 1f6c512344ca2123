import jax
import jax.numpy as jnp


def sparsemax(x, axis=-1):
    z = jnp.moveaxis(x, axis, -1)
    z = z - z.max(-1, keepdims=True)
    falling = jnp.flip(jnp.sort(z, -1), -1)
    k = jnp.arange(1, z.shape[-1] + 1, dtype=z.dtype)
    tau = ((jnp.cumsum(falling, -1) - 1) / k).max(-1, keepdims=True)
    return jnp.moveaxis(jax.nn.relu(z - tau), -1, axis)
