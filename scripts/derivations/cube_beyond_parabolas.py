"""No parabola comes nearer to the cube than a quarter: four values of a parabola cancel, those of the cube do not."""

from mathematics.derivation import derive

derivation = derive(
    None,
    """
    (a + b + c) - 2 * (a / 4 + b / 2 + c) + 2 * (a / 4 - b / 2 + c) - (a - b + c)
    = a * (1 - 1 / 2 + 1 / 2 - 1) + b * (1 - 1 - 1 + 1) + c * (1 - 2 + 2 - 1)    # 依$a$、$b$、$c$收在一起 | gather by $a$, $b$ and $c$
    = 0                                                                         # 三個括號都是零 | all three brackets are zero
    """,
)
