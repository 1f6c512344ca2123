import tensorflow as tf


def softmin(x, axis=-1):
    return tf.nn.softmax(-x, axis)
