import tensorflow as tf


def arctan(x):
    return tf.atan(x)
