import tensorflow as tf


def elish(x):
    return tf.sigmoid(x) * tf.where(x > 0, x, tf.math.expm1(tf.minimum(x, 0)))
