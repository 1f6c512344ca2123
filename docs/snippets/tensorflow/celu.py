import tensorflow as tf


def celu(x, alpha=1.0):
    return tf.nn.relu(x) + alpha * tf.math.expm1(tf.minimum(x, 0) / alpha)
