import tensorflow as tf


def sine(x, omega=1.0):
    return tf.sin(omega * x)
