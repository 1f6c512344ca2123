import tensorflow as tf


def hard_tanh(x):
    return tf.clip_by_value(x, -1, 1)
