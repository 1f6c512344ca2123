import torch


def sparsemax(x, axis=-1):
    z = x.movedim(axis, -1)
    z = z - z.max(-1, keepdim=True).values
    falling = z.sort(-1, descending=True).values
    k = torch.arange(1, z.shape[-1] + 1, dtype=z.dtype, device=z.device)
    tau = ((falling.cumsum(-1) - 1) / k).max(-1, keepdim=True).values
    return (z - tau).clamp(min=0).movedim(-1, axis)
