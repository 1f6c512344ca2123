"""The exercises on numerics: the skill that each asks for, and its answer computed."""

from fractions import Fraction
from itertools import pairwise

import numpy as np

from language.words import Words
from mathematics.exercise import Exercise

NORMAL = sorted((8 + fraction) * Fraction(2) ** (exponent - 3) for exponent in range(-6, 9) for fraction in range(8) if not (exponent == 8 and fraction == 7))
"""The positive normal numbers of E4M3: three bits of fraction, exponents from -6 to 8; the very last pattern is NaN."""


def rounded(x):
    """The nearest normal number of E4M3, a tie going to the one whose fraction ends in a zero."""
    return min(enumerate(NORMAL), key=lambda each: (abs(each[1] - x), each[0] % 2))[1]


def reading_a_format():
    one, four = ([x for x in NORMAL if low <= x <= 2 * low] for low in (1, 4))
    return {
        Words("$2^3=8$個", "$2^3=8$ of them"): len(one) - 1 == 2**3 == 8,
        Words(
            "$1$與$2$之間是$\\frac{1}{8}$，$4$與$8$之間是$\\frac{1}{2}$", "between $1$ and $2$ it is $\\frac{1}{8}$, between $4$ and $8$ it is $\\frac{1}{2}$"
        ): [{b - a for a, b in pairwise(each)} for each in (one, four)] == [{Fraction(1, 8)}, {Fraction(1, 2)}],
    }


def nan_or_not():
    infinite, zero, one = np.float32(np.inf), np.float32(0), np.float32(1)
    with np.errstate(invalid="ignore"):
        results = [infinite + infinite, infinite - infinite, zero * infinite, one / infinite, infinite / infinite]
    return {
        Words("第二、第三與第五個", "The second, the third and the fifth"): [k for k, x in enumerate(results, 1) if np.isnan(x)] == [2, 3, 5],
        Words("$\\infty+\\infty=\\infty$，$1/\\infty=0$", "$\\infty+\\infty=\\infty$, and $1/\\infty=0$"): (results[0], results[3]) == (infinite, 0),
    }


def stable_softplus():
    x = np.linspace(-30, 30, 601)
    small = np.exp(np.float32(-20))
    kept = np.log1p(small)
    return {
        Words("$1+e^x=e^x(1+e^{-x})$，取對數就是", "$1+e^x=e^x(1+e^{-x})$; take logarithms"): bool(
            np.allclose(np.logaddexp(0, x), np.maximum(x, 0) + np.log1p(np.exp(-abs(x))), rtol=1e-12)
        ),
        Words("float32算$1+e^{-20}$得到恰好是$1$，對數是零", "float32 makes $1+e^{-20}$ exactly $1$, whose logarithm is zero"): np.float32(1) + small == 1
        and np.log(np.float32(1) + small) == 0,
        Words("`log1p`不先加$1$，位數都在", "`log1p` does not add the $1$ first, and keeps the digits"): kept.dtype == np.float32
        and bool(np.isclose(float(kept), np.exp(-20.0), rtol=1e-6)),
    }


def adding_up():
    reached = [Fraction(1)]
    while len(reached) < 15:
        reached.append(rounded(reached[-1] + Fraction(1, 8)))
    middle = 2 + Fraction(1, 8)
    nearest = min(abs(x - middle) for x in NORMAL)
    beside = [x for x in NORMAL if abs(x - middle) == nearest]
    return {
        Words("$2$以前間隔是$\\frac{1}{8}$，都加得上去", "Below $2$ the distance is $\\frac{1}{8}$, and every step counts"): reached[:9]
        == [1 + Fraction(k, 8) for k in range(9)],
        Words("$2+\\frac{1}{8}$剛好在中間", "$2+\\frac{1}{8}$ lies right in the middle"): beside == [2, 2 + Fraction(1, 4)],
        Words("停在$2$", "It stops at $2$"): set(reached[8:]) == {2},
    }


def gates_and_outliers():
    def lost(largest):
        """Whether an entry 1 beside the largest becomes zero in int8; np.rint takes a half to even."""
        return np.rint(1 / (largest / (2**7 - 1))) == 0

    whole = range(1, 400)
    return {
        Words("即$c^2\\ge 2m$，整數$c$從$16$起就是了", "that is $c^2\\ge 2m$, for whole $c$ from $16$ on"): [c for c in whole if lost(c * c)]
        == [*range(16, 400)]
        and all(lost(square) == (square >= 2 * (2**7 - 1)) for square in whole),
        Words("不相乘是$c\\ge 2m=[[2 * (2**7 - 1)]]$", "Without the product it is $c\\ge 2m=[[2 * (2**7 - 1)]]$"): min(c for c in whole if lost(c))
        == 2 * (2**7 - 1),
        Words("只剩下平方根", "leaves only the square root"): all(lost(c * c) == (c >= np.sqrt(2 * (2**7 - 1))) for c in whole),
    }


def how_far():
    least, largest = Fraction(1, 2**16), Fraction(1, 2**4)
    fits = [k for k in range(30) if least * 2**k >= NORMAL[0] and largest * 2**k <= NORMAL[-1]]
    return {
        Words("$k$至少是$10$", "so $k$ is at least $10$"): min(k for k in range(30) if least * 2**k >= NORMAL[0]) == 10,
        Words("$k$至多是$12$", "so $k$ is at most $12$"): max(k for k in range(30) if largest * 2**k <= NORMAL[-1]) == 12,
        Words("所以是$10$、$11$或$12$", "That leaves $10$, $11$ or $12$"): fits == [10, 11, 12],
    }


EXERCISES = (
    Exercise("reading", reading_a_format),
    Exercise("reading", nan_or_not),
    Exercise("deriving", stable_softplus),
    Exercise("computing", adding_up),
    Exercise("deriving", gates_and_outliers),
    Exercise("computing", how_far),
)
