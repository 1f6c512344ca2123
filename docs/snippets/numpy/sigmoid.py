from scipy import special


def sigmoid(x):
    return special.expit(x)
