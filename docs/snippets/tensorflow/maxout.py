import tensorflow as tf


def maxout(x, axis=-1):
    return tf.reduce_max(x, axis)
