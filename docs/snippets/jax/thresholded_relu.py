import jax.numpy as jnp


def thresholded_relu(x, theta=1.0):
    return jnp.where(x <= theta, 0, x)
