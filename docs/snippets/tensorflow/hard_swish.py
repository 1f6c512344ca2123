import tensorflow as tf


def hard_swish(x):
    x = tf.maximum(x, -3)
    return x * tf.minimum((x + 3) / 6, 1)
