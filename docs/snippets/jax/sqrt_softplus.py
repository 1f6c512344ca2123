import jax
import jax.numpy as jnp


def sqrt_softplus(x):
    h = jnp.exp(jnp.minimum(x, -14) / 2)
    left = h * (1 - h**2 / 4 + h**4 * 13 / 96)  # the root of log1p(h^2)
    return jnp.where(x < -14, left, jnp.sqrt(jax.nn.softplus(jnp.maximum(x, -14))))
