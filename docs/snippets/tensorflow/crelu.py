import tensorflow as tf


def crelu(x, axis=-1):
    return tf.nn.crelu(x, axis)
