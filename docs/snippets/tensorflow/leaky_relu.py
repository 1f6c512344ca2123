import tensorflow as tf


def leaky_relu(x, alpha=0.01):
    return tf.where(x > 0, x, alpha * x)  # tf.nn.leaky_relu rounds alpha to float32
