import tensorflow as tf


def softshrink(x, lam=0.5):
    return x - tf.clip_by_value(x, -lam, lam)
