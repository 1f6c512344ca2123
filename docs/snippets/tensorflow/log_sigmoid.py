import tensorflow as tf


def log_sigmoid(x):
    return tf.math.log_sigmoid(x)
