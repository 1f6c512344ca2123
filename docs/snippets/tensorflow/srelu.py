import tensorflow as tf


def srelu(x, t_l=-1.0, a_l=0.125, t_r=1.0, a_r=0.125):
    left, right = t_l + a_l * (x - t_l), t_r + a_r * (x - t_r)
    return tf.where(x > t_r, right, tf.where(x > t_l, x, left))
