import jax


def derf(x, gamma=1.0, alpha=0.5, s=0.0, beta=0.0):
    return gamma * jax.lax.erf(alpha * x + s) + beta
