import tensorflow as tf


def hardshrink(x, lam=0.5):
    return tf.where(tf.abs(x) <= lam, tf.zeros_like(x), x)
