import tensorflow as tf


def squareplus(x, b=4.0):
    size = tf.where(x > 0, x, -x)
    c = tf.minimum(size, x.dtype.max**0.5 / 2)  # beyond it b is too small to be seen
    m = (size - c) + (c / 2 + tf.sqrt(c * c + b) / 2)
    return tf.where(x > 0, m, b / 4 / m)  # x + sqrt(x^2 + b) cancels left of 0
