import jax.numpy as jnp


def hard_elish(x):
    ramp = jnp.clip((x + 1) / 2, 0, 1)
    return ramp * jnp.where(x > 0, x, jnp.expm1(jnp.where(x > 0, 0, x)))
