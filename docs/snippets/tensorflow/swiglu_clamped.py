import tensorflow as tf


def swiglu_clamped(x, axis=-1, alpha=1.702, beta=1.0, limit=7.0):
    a, b = tf.split(x, 2, axis)
    b = tf.minimum(b, limit)
    return (tf.clip_by_value(a, -limit, limit) + beta) * (b * tf.sigmoid(alpha * b))
