import tensorflow as tf


def softpick(x, axis=-1, epsilon=1e-8):
    m = tf.stop_gradient(tf.maximum(tf.reduce_max(x, axis, keepdims=True), 0))
    small = tf.exp(-m)
    rise = tf.where(x < 1, tf.math.expm1(tf.minimum(x, 1)) * small, tf.exp(x - m) - small)
    total = epsilon * small + tf.reduce_sum(tf.abs(rise), axis, keepdims=True)
    return tf.math.divide_no_nan(tf.nn.relu(rise), total)  # epsilon is 0 in float16
