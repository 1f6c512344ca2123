def hard_mish(x):
    x = x.clamp(min=-2)
    return x * ((x + 2) / 2).clamp(max=1)
