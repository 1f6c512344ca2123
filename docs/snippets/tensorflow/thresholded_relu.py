import tensorflow as tf


def thresholded_relu(x, theta=1.0):
    return tf.where(x <= theta, tf.zeros_like(x), x)
