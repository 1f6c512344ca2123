import tensorflow as tf


def geglu(x, axis=-1):
    a, b = tf.split(x, 2, axis)
    b = tf.maximum(b, -40)
    return a * (b * (tf.math.erfc(-b * 0.7071067811865476) / 2))
