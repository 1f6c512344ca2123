from torch.nn import functional as F


def softplus(x, beta=1.0):
    return F.softplus(x, beta, threshold=40)  # the threshold of 20 that goes without saying costs digits in float64
