import jax
import jax.numpy as jnp


def apl(x, a1=0.5, b1=1.0, a2=-0.5, b2=-1.0):
    low, high = min(b1, b2), max(b1, b2)
    steep = a1 if b1 > b2 else a2  # of the hinge that opens first
    one = steep * (high - jnp.clip(x, low, high))
    both = (a1 + a2) * jax.nn.relu(low - jnp.nan_to_num(x, nan=jnp.nan))  # two hinges taken together do not cancel
    return jax.nn.relu(x) + one + both
