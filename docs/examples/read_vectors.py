"""How far is math.tanh off? python read_vectors.py data/vectors/tanh.json"""

import json
import math
import sys
from decimal import Decimal
from pathlib import Path

rows = json.loads(Path(sys.argv[1]).read_text("utf-8"))["vectors"]
worst, place = Decimal(0), 0.0
for row in rows:
    x = float.fromhex(row["x"])  # or float(row["x_decimal"]): the same number
    if math.isfinite(x):
        true = Decimal(row["value"])
        error = abs(Decimal(math.tanh(x)) - true) / Decimal(math.ulp(float(true)))
        worst, place = max((worst, place), (error, x))
print(f"{len(rows)} inputs; at most {worst:.2f} units in the last place off, at x = {place!r}")
