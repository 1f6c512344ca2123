import jax
import jax.numpy as jnp


def gelu_tanh(x):
    c = jnp.clip(x, -30, 30)
    return jnp.maximum(x, -30) * jax.nn.sigmoid(1.5957691216057308 * c * (1 + 0.044715 * c * c))
