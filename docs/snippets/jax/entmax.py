import jax
import jax.numpy as jnp


def entmax(x, axis=-1):
    z = jnp.moveaxis(x, axis, -1) / 2
    z = z - z.max(-1, keepdims=True)
    falling = jnp.maximum(jnp.flip(jnp.sort(jax.lax.stop_gradient(z), -1), -1), -1)  # tau is never below -1
    k = jnp.arange(1, z.shape[-1] + 1, dtype=z.dtype)
    mean = jnp.cumsum(falling, -1) / k
    spread = jnp.cumsum(falling * falling, -1) - k * mean * mean
    taus = mean - jnp.sqrt(jnp.maximum(1 - spread, 0) / k)
    tau = jnp.take_along_axis(taus, jnp.sum(taus <= falling, -1, keepdims=True) - 1, -1)
    s = jax.nn.relu(z - tau)
    step = ((s * s).sum(-1, keepdims=True) - 1) / (2 * jax.lax.stop_gradient(s.sum(-1, keepdims=True)))  # Newton's: it carries the gradient through tau
    s = jax.nn.relu(jnp.where(s > 0, s - step, 0))
    return jnp.moveaxis(s * s, -1, axis)
