import tensorflow as tf


def xielu(x, alpha_p=0.8, alpha_n=0.8, beta=0.5):
    right, left = tf.nn.relu(x), tf.minimum(x, 0)
    return right * (alpha_p * right + beta) + alpha_n * tf.math.expm1(left) + (beta - alpha_n) * left
