from torch.nn import functional as F


def log_sigmoid(x):
    return F.logsigmoid(x)
