from scipy import special


def log_sigmoid(x):
    return special.log_expit(x)
