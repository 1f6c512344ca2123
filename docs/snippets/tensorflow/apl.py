import tensorflow as tf


def apl(x, a1=0.5, b1=1.0, a2=-0.5, b2=-1.0):
    low, high = min(b1, b2), max(b1, b2)
    steep = a1 if b1 > b2 else a2  # of the hinge that opens first
    one = steep * (high - tf.clip_by_value(x, low, high))
    both = (a1 + a2) * tf.nn.relu(low - tf.clip_by_value(x, x.dtype.min, x.dtype.max))  # two hinges taken together do not cancel
    return tf.nn.relu(x) + one + both
