import tensorflow as tf


def smelu(x, beta=1.0):
    return (tf.clip_by_value(x, -beta, beta) + beta) ** 2 / (4 * beta) + tf.nn.relu(x - beta)
