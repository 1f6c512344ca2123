import jax.numpy as jnp


def xielu(x, alpha_p=0.8, alpha_n=0.8, beta=0.5):
    right, left = jnp.where(x > 0, x, 0), jnp.where(x > 0, 0, x)
    return right * (alpha_p * right + beta) + alpha_n * jnp.expm1(left) + (beta - alpha_n) * left
