import jax.numpy as jnp


def dyt(x, gamma=1.0, alpha=0.5, beta=0.0):
    return gamma * jnp.tanh(alpha * x) + beta
