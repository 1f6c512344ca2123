import tensorflow as tf


def softplus(x, beta=1.0):
    return tf.nn.softplus(beta * x) / beta
