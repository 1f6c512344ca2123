import jax
import jax.numpy as jnp


def crelu(x, axis=-1):
    return jax.nn.relu(jnp.concatenate([x, -x], axis))
