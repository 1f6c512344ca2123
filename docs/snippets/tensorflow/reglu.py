import tensorflow as tf


def reglu(x, axis=-1):
    a, b = tf.split(x, 2, axis)
    return a * tf.nn.relu(b)
