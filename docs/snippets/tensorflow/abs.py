import tensorflow as tf


def abs(x):
    return tf.abs(x)
