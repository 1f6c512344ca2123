from scipy import special


def erf(x):
    return special.erf(x)
