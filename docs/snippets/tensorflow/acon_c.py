import tensorflow as tf


def acon_c(x, p1=1.0, p2=0.0, beta=1.0):
    d = (p1 - p2) * x
    s = tf.sigmoid(beta * d)
    return tf.where(s > 0, d, tf.zeros_like(d)) * s + p2 * tf.clip_by_value(x, x.dtype.min, x.dtype.max)  # no 0 times infinity
