from torch.nn import functional as F


def hard_tanh(x):
    return F.hardtanh(x)
