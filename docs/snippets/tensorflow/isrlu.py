import tensorflow as tf


def isrlu(x, alpha=1.0):
    s = alpha**0.5
    return tf.nn.relu(x) + tf.tanh(tf.asinh(s * tf.minimum(x, 0))) / s  # x / sqrt(1 + alpha x^2) without a square
