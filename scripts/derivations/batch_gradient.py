"""The mean-square loss of a linear neuron over a batch X, by its error e = w − w*: the gradient is the second moment times e."""

from mathematics.derivation import derive

derivation = derive(
    lambda X, e: ((X.T @ X / len(X)) @ e).T,
    r"""
    jac((X @ e).T @ (X @ e) / (2*N), e)
    = (X @ e).T @ X / N                    # 平方的導數 | the derivative of a square
    = e.T @ (X.T @ X / N)                  # 換一個括法：中間是$xx^{\mathsf T}$的平均 | bracket it the other way: inside is the mean of $xx^{\mathsf T}$
    """,
    shapes={"X": "N n", "e": "n 1"},
    sizes=[{"N": 3, "n": 2}, {"N": 2, "n": 3}],
)
