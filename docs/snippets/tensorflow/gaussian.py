import tensorflow as tf


def gaussian(x):
    return tf.exp(-x * x)
