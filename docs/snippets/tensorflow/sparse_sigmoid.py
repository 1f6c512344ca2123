import tensorflow as tf


def sparse_sigmoid(x):
    return tf.clip_by_value((x + 1) / 2, 0, 1)
