import jax
import jax.numpy as jnp


def softmax_sink(x, axis=-1, s=0.0):
    m = jax.lax.stop_gradient(jnp.maximum(x.max(axis, keepdims=True), s))
    e = jnp.exp(x - m)
    return e / (jnp.exp(s - m) + e.sum(axis, keepdims=True))
