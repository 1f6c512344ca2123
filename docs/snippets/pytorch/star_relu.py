from torch.nn import functional as F


def star_relu(x):
    r = F.relu(x)
    return 0.8944271909999159 * r * r - 0.4472135954999579
