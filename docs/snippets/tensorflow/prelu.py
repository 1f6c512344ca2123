import tensorflow as tf


def prelu(x, alpha=0.25):
    return tf.where(x > 0, x, alpha * x)
