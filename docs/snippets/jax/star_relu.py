import jax


def star_relu(x):
    r = jax.nn.relu(x)
    return 0.8944271909999159 * r * r - 0.4472135954999579
