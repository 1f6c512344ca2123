import tensorflow as tf


def sigmoid(x):
    return tf.sigmoid(x)
