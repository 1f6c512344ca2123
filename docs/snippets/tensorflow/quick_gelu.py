import tensorflow as tf


def quick_gelu(x):
    return tf.maximum(x, -500) * tf.sigmoid(1.702 * x)
