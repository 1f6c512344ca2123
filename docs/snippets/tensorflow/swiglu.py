import tensorflow as tf


def swiglu(x, axis=-1):
    a, b = tf.split(x, 2, axis)
    return a * tf.nn.silu(tf.maximum(b, -800))
