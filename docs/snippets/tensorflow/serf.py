import tensorflow as tf


def serf(x):
    x = tf.maximum(x, -800)
    return x * tf.math.erf(tf.minimum(tf.nn.softplus(x), 10))  # the erf is 1 from there on
