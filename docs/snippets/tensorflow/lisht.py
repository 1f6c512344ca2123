import tensorflow as tf


def lisht(x):
    return x * tf.tanh(x)
