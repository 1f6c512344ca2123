"""The gains that PyTorch hands out for initialising weights: read off by asking it, written down with the date.

Run it where PyTorch is installed:

    pip install torch && PYTHONPATH=src:scripts python scripts/measured/gains.py [DATE]

It writes gains.json beside itself. The site is built from that record and needs no PyTorch.
"""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from importlib.metadata import version

from mathematics.recorded import write

# Our function, and the word by which PyTorch knows it.
WORDS = {"identity": "linear", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "relu", "leaky_relu": "leaky_relu", "selu": "selu"}


def measure(day: str) -> dict[str, object]:
    calculate_gain = import_module("torch.nn.init").calculate_gain
    return {"date": day, "versions": {"torch": version("torch").partition("+")[0]}, "gains": {name: calculate_gain(word) for name, word in WORDS.items()}}


if __name__ == "__main__":
    write("gains", measure(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
