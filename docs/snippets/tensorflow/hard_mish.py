import tensorflow as tf


def hard_mish(x):
    x = tf.maximum(x, -2)
    return x * tf.minimum((x + 2) / 2, 1)
