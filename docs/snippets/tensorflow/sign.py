import tensorflow as tf


def sign(x):
    return tf.sign(x)
