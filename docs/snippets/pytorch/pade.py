import torch


def pade(x, a0=0.0335582, a1=0.505, a2=1.65345, a3=2.01002625, a4=0.931912, a5=0.15242415, b1=0.0, b2=3.98025, b3=0.0, b4=0.30183):
    near = torch.abs(x) <= 1
    t, y = torch.where(near, x, 0), 1 / torch.where(near, 1, x)  # further out, both polynomials divided by x^4
    inner = (a0 + t * (a1 + t * (a2 + t * (a3 + t * (a4 + t * a5))))) / (1 + torch.abs(t * (b1 + t * (b2 + t * (b3 + t * b4)))))
    outer = (a5 + y * (a4 + y * (a3 + y * (a2 + y * (a1 + y * a0))))) / (y**4 + torch.abs(b4 + y * (b3 + y * (b2 + y * b1))))
    return torch.where(near, inner, x * outer)
