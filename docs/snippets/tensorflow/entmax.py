import keras
import tensorflow as tf


def entmax(x, axis=-1):
    z = keras.ops.moveaxis(x, axis, -1) / 2
    z = z - tf.reduce_max(z, -1, keepdims=True)
    falling = tf.maximum(tf.sort(tf.stop_gradient(z), -1, "DESCENDING"), -1)  # tau is never below -1
    k = tf.cast(tf.range(1, z.shape[-1] + 1), z.dtype)
    mean = tf.cumsum(falling, -1) / k
    spread = tf.cumsum(falling * falling, -1) - k * mean * mean
    taus = mean - tf.sqrt(tf.maximum(1 - spread, 0) / k)
    last = tf.reduce_sum(tf.cast(taus <= falling, tf.int32), -1, keepdims=True) - 1
    s = tf.nn.relu(z - tf.gather(taus, last, axis=-1, batch_dims=z.shape.rank - 1))
    step = (tf.reduce_sum(s * s, -1, keepdims=True) - 1) / (
        2 * tf.stop_gradient(tf.reduce_sum(s, -1, keepdims=True))
    )  # Newton's: it carries the gradient through tau
    s = tf.nn.relu(tf.where(s > 0, s - step, tf.zeros_like(s)))
    return keras.ops.moveaxis(s * s, -1, axis)
