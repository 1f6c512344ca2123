"""How often Python looks for objects that hold each other and that nobody else holds."""

import gc


def seldom() -> None:
    """After 50,000 new objects in place of 700 or 2,000: formulas, drawings and pages are many small objects that live as long as the work on them."""
    gc.set_threshold(50_000, 20, 20)
