"""The exercises on numerics: the skill that each asks for, and its answer computed."""

import ml_dtypes
import numpy as np

from language.words import Words
from mathematics.exercise import Exercise

E4M3 = ml_dtypes.float8_e4m3fn


def numbers_of(dtype):
    """All finite numbers of a format of eight bits, in their order."""
    every = np.arange(256, dtype=np.uint8).view(dtype).astype(np.float64)
    return np.unique(every[np.isfinite(every)])


def reading_a_format():
    every = numbers_of(E4M3)  # three bits of fraction

    def distance(at):
        return np.diff(every[(every >= at) & (every <= 2 * at)])

    return {
        Words("$2^3=8$個", "$2^3=8$ of them"): ((every >= 1) & (every < 2)).sum() == 2**3 == 8,
        Words(
            "$1$與$2$之間是$\\frac{1}{8}$，$4$與$8$之間是$\\frac{1}{2}$", "between $1$ and $2$ it is $\\frac{1}{8}$, between $4$ and $8$ it is $\\frac{1}{2}$"
        ): bool((distance(1) == 1 / 8).all() and (distance(4) == 1 / 2).all()),
    }


def nan_or_not():
    with np.errstate(invalid="ignore"):
        inf, zero = np.float64(np.inf), np.float64(0)
        results = [inf + inf, inf - inf, zero * inf, 1 / inf, inf / inf]
    return {
        Words("第二、第三與第五個", "The second, the third and the fifth"): [bool(np.isnan(each)) for each in results] == [False, True, True, False, True],
        Words("$\\infty+\\infty=\\infty$", "$\\infty+\\infty=\\infty$"): results[0] == np.inf,
        Words("$1/\\infty=0$", "$1/\\infty=0$"): results[3] == 0,
    }


def stable_softplus():
    x = np.linspace(-20, 20, 401)
    small = np.float32(np.exp(-20.0))
    return {
        Words("$1+e^x=e^x(1+e^{-x})$", "$1+e^x=e^x(1+e^{-x})$"): bool(
            np.allclose(np.log(1 + np.exp(x)), np.maximum(x, 0) + np.log(1 + np.exp(-abs(x))), rtol=1e-6)
        ),
        Words("float32算$1+e^{-20}$得到恰好是$1$", "float32 makes $1+e^{-20}$ exactly $1$"): np.float32(1) + small == 1,
        Words("`log1p`不先加$1$，位數都在", "`log1p` does not add the $1$ first, and keeps the digits"): bool(
            np.isclose(np.log1p(small), np.exp(-20.0), rtol=1e-6)
        ),
    }


def adding_up():
    total, seen = E4M3(1), [1.0]
    for _ in range(40):
        total = E4M3(float(total) + 1 / 8)
        seen.append(float(total))
    return {
        Words("$2$以前間隔是$\\frac{1}{8}$，都加得上去", "Below $2$ the distance is $\\frac{1}{8}$, and every step counts"): seen[:9]
        == [1 + k / 8 for k in range(9)],
        Words("停在$2$", "It stops at $2$"): set(seen[8:]) == {2.0},
    }


def outliers():
    def ones_are_lost(largest):
        """Int8 with the largest size at 127: what becomes of a 1."""
        return np.rint(1 / (largest / (2**7 - 1))) == 0

    def first(power):
        return next(c for c in range(1, 1000) if ones_are_lost(float(c) ** power))

    return {
        Words("$c=16$就是了", "$c=16$ is enough"): first(2) == 16,
        Words("$c\\ge 2m=[[2 * (2**7 - 1)]]$", "$c\\ge 2m=[[2 * (2**7 - 1)]]$"): first(1) == 2 * (2**7 - 1),
        Words("只剩下平方根", "leaves only the square root of what could be borne"): first(2) == int(np.ceil(np.sqrt(first(1)))),
    }


def scaling_the_loss():
    fits = [k for k in range(40) if 2.0 ** (k - 16) >= float(ml_dtypes.finfo(E4M3).smallest_normal) and 2.0 ** (k - 4) <= float(ml_dtypes.finfo(E4M3).max)]
    return {
        Words("所以是$10$、$11$或$12$", "That leaves $10$, $11$ or $12$"): fits == [10, 11, 12],
        Words(
            "$k$至少是$10$；最大的指數$-4+k$不能高於$8$，$k$至多是$12$",
            "so $k$ is at least $10$; the largest, $-4+k$, must not be above $8$, so $k$ is at most $12$",
        ): (fits[0], fits[-1]) == (10, 12),
    }


EXERCISES = (
    Exercise("reading", reading_a_format),
    Exercise("reading", nan_or_not),
    Exercise("proving", stable_softplus),
    Exercise("computing", adding_up),
    Exercise("deriving", outliers),
    Exercise("computing", scaling_the_loss),
)
