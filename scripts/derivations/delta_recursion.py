"""One step of backpropagation: the gradient at one layer's pre-activations, from the gradient at the next layer's."""

from activation_functions import tanh
from mathematics.derivation import derive

derivation = derive(
    lambda W2, z1, b2, delta2: (W2.T @ delta2) * tanh.derivative(z1),
    """
    jac(W2 @ f(z1) + b2, z1).T @ delta2
    = (W2 @ diag(df(z1))).T @ delta2     # $z_2=W_2f(z_1)+b_2$；$f$逐元素作用，它的雅可比矩陣是對角矩陣 | $z_2=W_2f(z_1)+b_2$; $f$ acts entry by entry, so its Jacobian is diagonal
    = diag(df(z1)) @ W2.T @ delta2       # 轉置把乘積的順序倒過來 | transposing a product reverses its order
    = hadamard(W2.T @ delta2, df(z1))    # 乘上對角矩陣就是逐元素相乘 | a diagonal matrix multiplies entry by entry
    """,
    shapes={"W2": "m n", "z1": "n 1", "b2": "m 1", "delta2": "m 1"},
    sizes=({"m": 1, "n": 2}, {"m": 2, "n": 2}, {"m": 3, "n": 2}),
)
