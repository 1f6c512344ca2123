import tensorflow as tf


def sqrt_softplus(x):
    h = tf.exp(tf.minimum(x, -14) / 2)
    left = h * (1 - h**2 / 4 + h**4 * 13 / 96)  # the root of log1p(h^2)
    return tf.where(x < -14, left, tf.sqrt(tf.nn.softplus(tf.maximum(x, -14))))
