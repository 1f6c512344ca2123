import jax
import jax.numpy as jnp


def softpick(x, axis=-1, epsilon=1e-8):
    m = jax.lax.stop_gradient(jnp.maximum(x.max(axis, keepdims=True), 0))
    small = jnp.exp(-m)
    rise = jnp.where(x < 1, jnp.expm1(jnp.minimum(x, 1)) * small, jnp.exp(x - m) - small)
    size = jax.nn.relu(rise) + jax.nn.relu(-rise)  # abs has the slope 1 at 0 in JAX
    total = epsilon * small + size.sum(axis, keepdims=True)
    total = jnp.where(total > 0, total, 1)  # epsilon is 0 in float16
    scale = jax.lax.stop_gradient(total)  # the gradient of a / b squares b, which may be too small for it
    return jax.nn.relu(rise / scale) / (total / scale)
