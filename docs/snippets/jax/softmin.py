import jax


def softmin(x, axis=-1):
    return jax.nn.softmax(-x, axis)
