import tensorflow as tf


def rrelu(x, lower=1 / 8, upper=1 / 3):
    return tf.where(x > 0, x, (lower + upper) / 2 * x)  # tf.nn.leaky_relu rounds its slope to float32
