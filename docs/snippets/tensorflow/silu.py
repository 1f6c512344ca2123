import tensorflow as tf


def silu(x):
    return tf.nn.silu(tf.maximum(x, -800))
