import tensorflow as tf


def hard_elish(x):
    ramp = tf.minimum(tf.where(x > -1, (x + 1) / 2, tf.zeros_like(x)), 1)
    return ramp * tf.where(x > 0, x, tf.math.expm1(tf.minimum(x, 0)))
