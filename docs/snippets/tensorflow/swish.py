import tensorflow as tf


def swish(x, beta=1.0):
    s = tf.sigmoid(beta * x)
    return tf.where(s > 0, x, tf.zeros_like(x)) * s  # no 0 times infinity
