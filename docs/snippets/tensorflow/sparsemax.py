import keras
import tensorflow as tf


def sparsemax(x, axis=-1):
    z = keras.ops.moveaxis(x, axis, -1)
    z = z - tf.reduce_max(z, -1, keepdims=True)
    falling = tf.sort(z, -1, "DESCENDING")
    k = tf.cast(tf.range(1, z.shape[-1] + 1), z.dtype)
    tau = tf.reduce_max((tf.cumsum(falling, -1) - 1) / k, -1, keepdims=True)
    return keras.ops.moveaxis(tf.nn.relu(z - tau), -1, axis)  # keras.activations.sparsemax gives 0 for equal entries
