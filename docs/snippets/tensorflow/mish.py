import tensorflow as tf


def mish(x):
    x = tf.maximum(x, -800)
    return x * tf.tanh(tf.nn.softplus(x))
