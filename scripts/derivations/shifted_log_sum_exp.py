"""Any number may be taken out of a log-sum-exp before the exponentials are computed."""

from activation_functions import log_softmax
from mathematics.derivation import derive

derivation = derive(
    lambda z1, z2, m: z1 - log_softmax([z1, z2])[0],
    """
    log(exp(z1) + exp(z2))
    = log(exp(m) * (exp(z1 - m) + exp(z2 - m)))    # 提出$e^{m}$ | take out $e^{m}$
    = m + log(exp(z1 - m) + exp(z2 - m))           # 乘積的對數是對數的和 | the logarithm of a product is the sum of logarithms
    """,
)
