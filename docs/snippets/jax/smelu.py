import jax.numpy as jnp


def smelu(x, beta=1.0):
    return (jnp.clip(x, -beta, beta) + beta) ** 2 / (4 * beta) + jnp.maximum(x - beta, 0)
