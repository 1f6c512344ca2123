import jax.numpy as jnp


def sine(x, omega=1.0):
    return jnp.sin(omega * x)
