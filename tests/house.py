"""A house in miniature: two pages, a lab, a figure, a derivation and a claim, all sound, for tests to break."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from answers import exercises, forms, names, undecided, uses
from answers.names import Made
from checks import agreement, every, ledger, printed
from language.words import LANGUAGES
from project import fault, noting
from project.paths import ROOT, SCRIPTS
from project.rooms import room_of

FILES = {
    "docs/index.zh-Hant.md": "# 首頁 { #top }\n\n最低點在$x = [[gelu.minimum.x]]$。\n\n見[平坦](guide/flat.md)。\n",
    "docs/index.en.md": "# Home { #top }\n\nThe lowest point is at $x = [[gelu.minimum.x]]$.\n\nSee [Flat](guide/flat.md).\n",
    "docs/guide/flat.zh-Hant.md": """# 平坦 { #top }

離開中央，斜率就變小。
{ .lede }

[[hill]]

[[claim.hill_is_high]]

## 有多平？ { #how-flat }

最大斜率是$[[sigmoid.steepest]]$，見[@hendrycks2016]。呼叫`gelu(x)`即可。

```python
# 註解 [[not.a.name]] 0.17 { }
```

!!! try "試試看"

    公式是$\\text{甲} = [[silu.formula]]$。

## 推導 { #derivation }

[[chain]]
""",
    "docs/guide/flat.en.md": """# Flat { #top }

Away from the centre the slope gets small.
{ .lede }

[[hill]]

[[claim.hill_is_high]]

## How flat? { #how-flat }

The largest slope is $[[sigmoid.steepest]]$, see [@hendrycks2016]. Call `gelu(x)`.

```python
# 註解 [[not.a.name]] 0.17 { }
```

!!! try "Try it"

    The formula is $\\text{A} = [[silu.formula]]$.

## The derivation { #derivation }

[[chain]]
""",
    "docs/labs/walk.py": """# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% [markdown] lang="zh-Hant"
# # 散步 { #top }
#
# 走幾步看看。
# { .lede }

# %% [markdown] lang="en"
# # A walk { #top }
#
# Take a few steps.
# { .lede }

# %%
steps = 3
print(f"{steps} steps of {2 / 8:.2f}")

# %% [markdown] lang="zh-Hant"
# ## 最低點 { #lowest }
#
# 在$x = [[gelu.minimum.x]]$。

# %% [markdown] lang="en"
# ## The lowest point { #lowest }
#
# It is at $x = [[gelu.minimum.x]]$.
""",
    "docs/glossary.tsv": "# zh-Hant\tzh-Hans\ten\tother names\n函數\t函数\tfunction\t函式\n斜率\t斜率\tslope\t\n網路\t网络\tnetwork\t\n呼叫\t调用\tcall\t\n",
    "docs/rows.tsv": "# id\tsource\tzh-Hant\ten\nA01\t000\t山很高。\tThe hill is high.\nA02\t000\t山很矮。\tThe hill is low.\n",
    "docs/undecided.tsv": "# row\tzh-Hant\ten\nA02\t沒有說和什麼比。\tIt does not say low beside what.\n",
    "docs/sources.tsv": "# code\tzh-Hant\ten\n000\t山的筆記。\tA note on hills.\n",
    "docs/synced.tsv": "",
    "tests/ledger.txt": "",
    "scripts/figures/hill.py": """from language.words import Words

title = Words('山', 'A hill')
caption = Words("一座山，高$[[sigmoid.steepest]]$。", "A hill, $[[sigmoid.steepest]]$ high.")
alt = Words("一座山。", "A hill.")
description = Words("中央高，兩端低。", "High in the middle, low at the ends.")


def holds(drawn):
    return {Words('山', 'A hill'): True}
""",
    "scripts/derivations/chain.py": """derivation = derive(
    None,
    \"\"\"
    x
    = x + 0   # 加零 | add zero
    = x * 1   # 驗算 | check
    \"\"\",
)
""",
    "scripts/claims/hills.py": """hill_is_high = Claim(
    said=Words("山很高。", "The hill is high."),
    rows=("A01",),
    assumes=(Words("一座山，從山腳量起。", "One hill, measured from its foot."),),
    variations=(Variation("range", Words("從海面量起", "Measured from the sea")),),
    immaterial=(Immaterial(("bias",), Words("山沒有偏置。", "A hill has no bias.")),),
    why=Words("它的高度只有$[[hill.count]]$。", "Its height is only $[[hill.count]]$."),
    control=Words("換一座山。", "Take another hill."),
    holds_when=Words("在月球上。", "On the moon."),
    reads=("hendrycks2016",),
    judge=high,
    about=HILL,
    instead=MOUNTAIN,
)

# What people say of hills.
TALL = 9000  # metres
HILL, MOUNTAIN = {"height": 7}, {"height": 9001}


def metres(hill):
    return hill["height"]


def high(hill):
    return metres(hill) > TALL
""",
    "mkdocs.yml": "nav:\n  - 首頁 | Home: index.md\n  - 導讀 | Guide:\n      - guide/flat.md\n  - 實驗 | Labs:\n      - labs/*\n",
}
HILL: dict[str, Any] = {
    "title": ["山", "A hill"],
    "caption": ["一座山，高$[[sigmoid.steepest]]$。", "A hill, $[[sigmoid.steepest]]$ high."],
    "alt": ["一座山。", "A hill."],
    "description": ["中央高，兩端低。", "High in the middle, low at the ends."],
    "assumes": [],
    "live": None,
    "numbers": {"share": {"observed": {"mean": 0.5, "spread": 0.02, "runs": 9}}, "count": {"ball": ["7", "0", "0", "0"]}},
    "drawings": {f"{language}{width}": "<svg/>" for language in LANGUAGES for width in ("", ".narrow")},
    "sizes": {f"{language}{width}": [720, 405] for language in LANGUAGES for width in ("", ".narrow")},
    "data": "curve,x,y\n",
    "words": {f"{language}{width}": [["1 title left", "A hill", ""]] for language in LANGUAGES for width in ("", ".narrow")},
    "frames": {f"en{width}": ["x 0 to 1 linear, y 0 to 1 linear"] for width in ("", ".narrow")},
    "shapes": {f"en{width}": [] for width in ("", ".narrow")},
}
CHAIN: dict[str, Any] = {
    "steps": [
        {"tex": "x", "reason": None, "how": ""},
        {"tex": "x + 0", "reason": ["加零", "add zero"], "how": "algebra"},
        {"tex": "x < y", "reason": ["驗算", "check"], "how": "digits"},
    ],
    "numbers": {},
}
CLAIM: dict[str, Any] = {
    "said": ["山很高。", "The hill is high."],
    "says": "generally",
    "verdict": "wrong",
    "ruling": "wrong",
    "assumes": [["一座山，從山腳量起。", "One hill, measured from its foot."]],
    "variations": [{"of": "range", "change": ["從海面量起", "Measured from the sea"], "verdict": "wrong"}],
    "immaterial": [{"what": ["bias"], "why": ["山沒有偏置。", "A hill has no bias."]}],
    "unsettled": [],
    "why": ["它的高度只有$[[hill.count]]$。", "Its height is only $[[hill.count]]$."],
    "numbers": {},
    "control": ["換一座山。", "Take another hill."],
    "control_verdict": "holds",
    "holds_when": ["在月球上。", "On the moon."],
    "rows": ["A01"],
    "reads": ["hendrycks2016"],
    "topic": "guide/flat",
    "code": "def high(hill):\n    return hill > 9000\n",
    "about": "Hills.",
    "file": "scripts/claims/hills.py",
}
INHABITANTS = ("gelu", "leaky_relu", "relu", "sigmoid", "silu", "softmax", "tanh")
"""The functions that the small house knows: all of them would be read anew for every test."""
OUTPUTS: list[dict[str, Any]] = [{"output_type": "stream", "name": "stdout", "text": "3 steps of 0.25\n"}]


@dataclass
class House:
    """The files under `root`, and what the scripts say of the made things."""

    root: Path
    hill: dict[str, Any]
    chain: dict[str, Any]
    claims: dict[str, dict[str, Any]]
    outputs: list[list[dict[str, Any]]]

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        text = self.read(path)
        for old, new in changes:
            assert old in text, (path, old)
            text = text.replace(old, new, 1)
        self.write(path, text)

    def faults(self, check: str) -> list[str]:
        forget()
        return every.faults(check)

    def sync(self) -> None:
        forget()
        self.write("docs/synced.tsv", "".join("\t".join((address, *hashes)) + "\n" for address, hashes in agreement.sides().items()))

    def settle(self) -> None:
        forget()
        self.write("tests/ledger.txt", ledger.ledger())


LOOKS = ("language", "pages", "pages.blocks", "publish", "checks")
"""Rooms that look into the small house."""


def modules(*rooms: str) -> list[ModuleType]:
    """Every module of these rooms, loaded now: one that came later would read the real tree."""
    files = [file for file in sorted(SCRIPTS.rglob("*.py")) if file.stem != "__init__" and room_of(file) in rooms]
    return [import_module(".".join(file.relative_to(SCRIPTS).with_suffix("").parts)) for file in files]


LOOKING, ANSWERING = modules(*LOOKS), modules("answers")


def forget() -> None:
    """What the modules have read before."""
    for module in [*LOOKING, *ANSWERING]:
        for thing in vars(module).values():
            if isinstance(thing, (_lru_cache_wrapper, noting.cache)) and thing.__module__ == module.__name__:
                thing.cache_clear()


def build(root: Path, patch: pytest.MonkeyPatch) -> House:
    """Every module that looks at files looks into the small house instead of the real one."""
    house = House(root, dict(HILL), {**CHAIN, "steps": [dict(step) for step in CHAIN["steps"]]}, {"hill_is_high": dict(CLAIM)}, [list(OUTPUTS)])
    entries = re.split(
        r"^(?=@)", re.sub(r"note = \{[^}]*\}, ", "", (ROOT / "docs/references.bib").read_text("utf-8")), flags=re.M
    )  # notes have words that this small glossary does not settle
    cited = {key for name in INHABITANTS for key in names._record(name).sources}
    works = "".join(entry for entry in entries if entry[entry.find("{") + 1 : entry.find(",")] in cited)
    for path, text in [*FILES.items(), ("CITATION.cff", (ROOT / "CITATION.cff").read_text("utf-8")), ("docs/references.bib", works)]:
        house.write(path, text)
    docs, scripts = root / "docs", root / "scripts"
    made = {"hill": Made("figures", "hill", scripts / "figures" / "hill.py"), "chain": Made("derivations", "chain", scripts / "derivations" / "chain.py")}
    real, answer = (
        {name: each for name, each in names.catalogue().items() if each.kind in ("facts", "vectors", "numerics") and name.partition("_")[2] in INHABITANTS},
        names.answer,
    )
    small = {"hill": lambda: house.hill, "chain": lambda: house.chain}
    places = {
        "ROOT": root, "DOCS": docs, "LABS": docs / "labs", "SCRIPTS": scripts, "SOURCE": root / "src", "FUNCTIONS": root / "src/activation_functions/functions",
        "SYNCED": docs / "synced.tsv", "LEDGER": root / "tests/ledger.txt", "STAGE": root / "build/stage/docs", "STAGED": root / "build/stage/mkdocs.yml", "TESTS": root / "tests",
    }  # fmt: skip
    for module in LOOKING:
        stand_ins = places | {
            "catalogue": (lambda: made) if module.__name__.startswith("checks.") else (lambda: made | real),
            "functions": lambda: INHABITANTS,
            "claims": lambda: names.Claims(house.claims),
            "answer": lambda each: small[each.name]() if each.name in small else answer(each),
        }
        for name, stand_in in stand_ins.items():
            if hasattr(module, name):
                patch.setattr(module, name, stand_in)
    patch.setattr(printed, "put_out", lambda file: house.outputs)
    patch.setattr(fault, "ROOT", root)
    for module in ANSWERING:  # what they make of the module's own functions is the same for every house
        for name in ("catalogue", "functions", "claims", "answer"):
            if hasattr(module, name):
                patch.setattr(module, name, stand_ins[name])
    for module in (exercises, forms, undecided, uses):
        patch.setattr(module, "DOCS", docs)
    patch.setattr(exercises, "EXERCISES", scripts / "exercises")
    patch.setattr(fault, "ROOT", root)
    forget()
    house.sync()
    house.settle()
    return house
