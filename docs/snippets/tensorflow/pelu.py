import tensorflow as tf


def pelu(x, a=1.0, b=1.0):
    return a / b * tf.nn.relu(x) + a * tf.math.expm1(tf.minimum(x, 0) / b)
