from torch.nn import functional as F


def leaky_relu(x, alpha=0.01):
    return F.leaky_relu(x, alpha)
