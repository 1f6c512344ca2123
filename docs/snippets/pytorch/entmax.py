import torch


def entmax(x, axis=-1):
    z = x.movedim(axis, -1) / 2
    z = z - z.max(-1, keepdim=True).values
    with torch.no_grad():
        falling = z.sort(-1, descending=True).values.clamp(min=-1)  # tau is never below -1
        k = torch.arange(1, z.shape[-1] + 1, dtype=z.dtype, device=z.device)
        mean = falling.cumsum(-1) / k
        spread = (falling * falling).cumsum(-1) - k * mean * mean
        taus = mean - ((1 - spread).clamp(min=0) / k).sqrt()
        tau = taus.gather(-1, (taus <= falling).sum(-1, keepdim=True) - 1)
    s = (z - tau).clamp(min=0)
    step = ((s * s).sum(-1, keepdim=True) - 1) / (2 * s.sum(-1, keepdim=True).detach())  # Newton's: it carries the gradient through tau
    s = torch.where(s > 0, s - step, 0).clamp(min=0)
    return (s * s).movedim(-1, axis)
