import jax


def hard_tanh(x):
    return jax.nn.hard_tanh(x)
