import tensorflow as tf


def bent_identity(x):
    return x * (1 + tf.tanh(tf.asinh(x) / 2) / 2)
