import tensorflow as tf


def gelu(x):
    x = tf.maximum(x, -40)
    return x * (tf.math.erfc(-x * 0.7071067811865476) / 2)
