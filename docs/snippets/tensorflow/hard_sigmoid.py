import tensorflow as tf


def hard_sigmoid(x, width=6.0, offset=0.5):
    return tf.clip_by_value(x / width + offset, 0, 1)
