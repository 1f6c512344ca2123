import tensorflow as tf


def dyt(x, gamma=1.0, alpha=0.5, beta=0.0):
    return gamma * tf.tanh(alpha * x) + beta
