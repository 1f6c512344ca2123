from scipy import special


def softmin(x, axis=-1):
    return special.softmax(-x, axis)
