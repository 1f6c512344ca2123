import torch


def log_softmax(x, axis=-1):
    largest, at = x.max(axis, keepdim=True)
    others = torch.exp(x - largest).scatter(axis, at, 0)  # those beside the largest, whose 1 would hide them
    return x - largest - torch.log1p(others.sum(axis, keepdim=True))
