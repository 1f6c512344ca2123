import tensorflow as tf


def softsign(x):
    return tf.nn.softsign(tf.clip_by_value(x, x.dtype.min, x.dtype.max))
