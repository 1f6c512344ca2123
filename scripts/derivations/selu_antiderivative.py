"""What has the exponential times the bell curve for its derivative: complete the square."""

from mathematics.derivation import derive

derivation = derive(
    None,
    """
    D(exp(k**2 / 2) * Phi(x - k))
    = exp(k**2 / 2) * phi(x - k)                                     # $\\Phi$的導數是$\\varphi$ | $\\Phi$ has the derivative $\\varphi$
    = exp(k**2 / 2) * (exp(-(x - k)**2 / 2) / sqrt(2 * pi))          # $\\varphi$的定義 | the definition of $\\varphi$
    = exp(k * x) * (exp(-x**2 / 2) / sqrt(2 * pi))                   # 指數相加，$k^2$抵消 | add the exponents: $k^2$ cancels
    = exp(k * x) * phi(x)                                            # 再用一次定義 | the definition again
    """,
)
