import torch


def step(x):
    return torch.where(x.isnan(), x, (x > 0).to(x.dtype))
