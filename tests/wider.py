"""Who has a wider standard than the others, and when: read by the judges, and in their question only for the function on trial."""

from typing import Any

ULPS = {"gelu": 10, "clipped_gelu": 10, "gelu_tanh": 10, "laplace": 10, "smu": 10}
"""GELU and its kin: the tail under the bell curve is not to be had closer in NumPy and SciPy."""

SCALED = {"xielu", "pade", "sine", "snake"}

MOVED = {"dyt": "beta", "derf": "beta", "smu": "alpha"}
"""Functions whose roots move once this parameter is not what it was."""


def shifted(name: str, settings: dict[str, Any]) -> float:
    """How far the input of what is scaled lies from x: of Derf the shift, in units of x. Where it cancels against x, x alone is too small a measure."""
    return abs(settings["s"] / settings["alpha"]) if name == "derf" and settings.get("s") and settings.get("alpha") else 0.0


def scaled(name: str, settings: dict[str, Any]) -> bool:
    """Whether the wider standard holds: for some only once they have learned what makes their roots move, as ACON-C two slopes."""
    if name == "acon_c":
        return bool(settings.get("p1", 1.0) != 0.0 and settings.get("p2", 0.0) != 0.0)
    return name in SCALED or bool(settings.get(MOVED.get(name, ""), 0.0) != 0.0)
