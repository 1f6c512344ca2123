import tensorflow as tf


def exponential(x):
    return tf.exp(x)
