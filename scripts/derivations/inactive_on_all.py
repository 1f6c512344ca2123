"""The gradient of one ReLU unit's weights over N samples: each sample counts with the slope of ReLU there, and where all these slopes are 0 nothing is left."""

from mathematics.derivation import derive

derivation = derive(
    lambda r, S, X, w: r.T @ S @ X,
    r"""
    jac(r.T @ S @ (X @ w), w)
    = r.T @ S @ jac(X @ w, w)    # $r$與$S$都當作常數 | $r$ and $S$ count as constants
    = r.T @ S @ X                # 預激活值$Xw$對$w$的導數是$X$ | the derivative of the pre-activations $Xw$ by $w$ is $X$
    """,
    shapes={"r": "N 1", "S": "N N", "X": "N n", "w": "n 1"},
    sizes=[{"N": 2, "n": 2}, {"N": 3, "n": 2}],
)
