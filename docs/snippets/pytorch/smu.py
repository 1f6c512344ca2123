import torch


def smu(x, alpha=0.25, mu=2.5):
    share = torch.erfc(-mu * (1 - alpha) * x) / 2
    return x * (alpha + (1 - alpha) * share)
