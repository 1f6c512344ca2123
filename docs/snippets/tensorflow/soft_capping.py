import tensorflow as tf


def soft_capping(x, c=30.0):
    return c * tf.tanh(x / c)
