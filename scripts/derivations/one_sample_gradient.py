"""The gradient of one sample for a linear neuron: one number, the error δ, times the input."""

from mathematics.derivation import derive

derivation = derive(
    lambda w, x, b, t: (w.T @ x + b - t) * x.T,
    r"""
    jac((w.T @ x + b - t)**2 / 2, w)
    = (w.T @ x + b - t) @ jac(w.T @ x + b, w)    # 連鎖律：先對預激活值微分，這個因子就是$\delta$ | chain rule: first by the pre-activation; that factor is $\delta$
    = (w.T @ x + b - t) @ x.T                    # 預激活值對第$i$個權重的導數，就是第$i$個輸入 | the derivative of the pre-activation by weight $i$ is input $i$
    """,
    shapes={"w": "n 1", "x": "n 1", "b": "1 1", "t": "1 1"},
    sizes=[{"n": 2}, {"n": 3}, {"n": 5}],
)
