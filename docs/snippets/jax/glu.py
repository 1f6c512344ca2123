import jax


def glu(x, axis=-1):
    return jax.nn.glu(x, axis)
