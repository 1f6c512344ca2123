from scipy import special


def softplus(x, beta=1.0):
    return -special.log_expit(-beta * x) / beta
