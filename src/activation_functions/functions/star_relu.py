"""StarReLU squares what is positive, then shifts and scales so that normal inputs come out with mean 0 and variance 1.

Yu and others, "MetaFormer baselines for vision", 2024, arXiv:2210.13452.
"""

from math import sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Kink

# 2x^2 - 1 would lose its digits near the root 1 / sqrt 2. With the root r to 32 digits it is
# 2 (x - r) (x + r), and nothing cancels.

ROOT, ROOT_REST = 0.7071067811865476, -4.833646656726457e-17  # their sum is 1 / sqrt 2 to 32 digits


def value(x: Floats) -> Floats:
    x = np.maximum(x, 0.0)
    return 2.0 / sqrt(5) * ((x - ROOT) - ROOT_REST) * (x + ROOT)


def slope(x: Floats) -> Floats:
    return 4.0 / sqrt(5) * np.maximum(x, 0.0) + 0.0  # + 0.0 makes max(-0.0, 0), whose sign is left open, +0.0


def second(x: Floats) -> Floats:
    return 4.0 / sqrt(5) * np.maximum(np.sign(x), 0.0)


star_relu = Activation(
    id="star_relu",
    name="StarReLU",
    formula="(2 * max(0, x)**2 - 1) / sqrt(5)",
    derivative_formula="4 * max(0, x) / sqrt(5)",
    second_formula="4 / sqrt(5) if x > 0 else 0",
    zh_hant="把正數平方後再平移並縮放，使標準常態的輸入得到平均0、變異數1的輸出。",
    en="squares what is positive, then shifts and scales so that normal inputs come out with mean 0 and variance 1.",
    story=__doc__,
    family="rectifier",
    sources={"yu2024": "introduced"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="0", left="0", right="0"),),
    closed={
        "lower": "-1 / sqrt(5)",
        "root1.x": "1 / sqrt(2)",
        "fixed1.x": "-1 / sqrt(5)",
        "fixed2.x": "(sqrt(5) + sqrt(13)) / 4",
        "second_moment": "1",
        "slope_mean": "4 / sqrt(10 * pi)",
        "slope_moment": "8 / 5",
        "gain": "1",
        "chi": "8 / 5",
    },
    zh_hant_notes="兩側的斜率在0處相等，跳躍的是二階導數。",
    en_notes="Both slopes agree at 0; there it is the second derivative that jumps.",
)
