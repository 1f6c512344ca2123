def hard_swish(x):
    x = x.clamp(min=-3)
    return x * ((x + 3) / 6).clamp(max=1)  # F.hardswish is infinite near the end of the range
