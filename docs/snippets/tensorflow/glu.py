import tensorflow as tf


def glu(x, axis=-1):
    a, b = tf.split(x, 2, axis)
    return a * tf.sigmoid(b)
