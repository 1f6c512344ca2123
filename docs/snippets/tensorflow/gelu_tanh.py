import tensorflow as tf


def gelu_tanh(x):
    c = tf.clip_by_value(x, -30, 30)
    return tf.maximum(x, -30) * tf.sigmoid(1.5957691216057308 * c * (1 + 0.044715 * c * c))
