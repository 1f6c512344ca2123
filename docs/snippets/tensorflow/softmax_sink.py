import tensorflow as tf


def softmax_sink(x, axis=-1, s=0.0):
    m = tf.stop_gradient(tf.maximum(tf.reduce_max(x, axis, keepdims=True), s))
    e = tf.exp(x - m)
    return e / (tf.exp(s - m) + tf.reduce_sum(e, axis, keepdims=True))
