import jax
import jax.numpy as jnp


def swiglu_clamped(x, axis=-1, alpha=1.702, beta=1.0, limit=7.0):
    a, b = jnp.split(x, 2, axis)
    a = jnp.where(jnp.abs(a) > limit, jnp.sign(a) * limit, a)
    b = jnp.where(b > limit, limit, b)
    return (a + beta) * (b * jax.nn.sigmoid(alpha * b))
