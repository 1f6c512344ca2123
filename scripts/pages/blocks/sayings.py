"""Sayings on a page: a margin note in a chapter, and the parts of a saying's own page."""

from __future__ import annotations

from typing import Any

from answers import names
from answers.names import claims, slug
from language import citation
from language.words import Words
from mathematics.claim import ASSUMPTIONS
from pages.blocks import tables
from pages.blocks.tables import table
from pages.markup import inline, quoted, say, verdict
from pages.scribe import Scribe
from project.paths import ROOT

CHANGED = {
    "bias": Words("偏置", "bias"),
    "width": Words("寬度", "width"),
    "depth": Words("層數", "depth"),
    "inputs": Words("輸入的分布", "distribution of the inputs"),
    "initialisation": Words("初始化", "initialisation"),
    "optimiser": Words("訓練方法", "optimiser"),
    "batch": Words("批次", "batch"),
    "range": Words("範圍", "range scanned"),
    "activation": Words("激活函數", "activation"),
    "precision": Words("精度", "precision"),
    "form": Words("寫法或算法", "form"),
}
SAYS = {
    "definition": Words(
        "這句話下定義，或指出原因、方向：說錯了，就是不成立。",
        "The saying defines something, or names a cause or a direction: if it gets that wrong, it is wrong.",
    ),
    "always": Words("這句話說的是「一定」：一個常見的反例就使它不成立。", "The saying claims to be true always: one common counterexample makes it wrong."),
    "generally": Words(
        "這句話沒有說「一定」：在有些情形成立、有些不成立，就是有條件。",
        "The saying does not claim to be true always: if it is true in some cases and false in others, it is conditional.",
    ),
}


def claim(name: str, part: str, scribe: Scribe) -> str:
    """A margin note on a chapter, or a part of the claim's own page."""
    if name not in claims():
        raise names.unknown(name, claims())
    said = claims()[name]
    match part:
        case "":
            often = Words("常聽到", "Often said").into(scribe.language)
            link = scribe.to_page(f"claims/{slug(name)}")
            return f'!!! said "{often}"\n\n    [{quoted(said["said"], scribe)}]({link}) {verdict(said["verdict"], scribe)}'
        case "said":
            return quoted(said["said"], scribe)
        case "judgement":
            return f'<p class="judgement">{verdict(said["verdict"], scribe)} {inline(said["why"], scribe)}</p>'
        case "assumptions":
            return assumptions(said, scribe)
        case "variations":
            return variations(said, scribe)
        case "holds_when" | "control":
            return say(said[part], scribe)
        case "control_verdict":
            return verdict(said["control_verdict"], scribe)
        case "code":
            return f"```python\n{said['code'].rstrip()}\n```"
        case "file":
            return f"`{said['file']}`"
        case "rows":
            return tables.rows(said, scribe)
        case "topic":
            return tables.topic(said, scribe)
        case "reads":
            citation.sought(said["reads"], ROOT / said["file"])
            return scribe.resolve(f"[{'; '.join('@' + key for key in said['reads'])}]") if said["reads"] else Words("無。", "None.").into(scribe.language)
    raise names.unknown(
        part, ["said", "judgement", "assumptions", "variations", "holds_when", "control", "control_verdict", "code", "file", "rows", "topic", "reads"]
    )


def assumptions(said: dict[str, Any], scribe: Scribe) -> str:
    """What the judge takes for granted, and what cannot matter."""
    lines = [f"- {say(each, scribe)}" for each in said["assumes"]]
    for each in said["immaterial"]:
        why = say(each["why"], scribe)
        if len(each["what"]) == len(ASSUMPTIONS):
            lines.append(f"- {why}")
        else:
            gap = "、" if scribe.language != "en" else ", "
            what = gap.join(CHANGED[what].into(scribe.language) for what in each["what"])
            lines.append(Words(f"- 與{what}無關：{why}", f"- Cannot matter: {what}. {why}").into(scribe.language))
    return "\n".join(lines)


def variations(said: dict[str, Any], scribe: Scribe) -> str:
    """The judge again, with one thing changed at a time; which changes turn its ruling."""
    language = scribe.language
    rule = SAYS[said["says"]].into(language)
    if not said["variations"]:
        return rule
    head = [Words("改了什麼", "What changes"), Words("改成", "To"), Words("程式的判定", "Verdict")]
    turned = Words("翻轉", "changed").into(language)
    rows = [["—", Words("照上面的假設", "As assumed above").into(language), verdict(said["ruling"], scribe)]]
    for each in said["variations"]:
        mark = f" <b>({turned})</b>" if each["verdict"] != said["ruling"] else ""
        rows.append([CHANGED[each["of"]].into(language), say(each["change"], scribe), verdict(each["verdict"], scribe) + mark])
    count = sum(each["verdict"] != said["ruling"] for each in said["variations"])
    many = len(said["variations"])
    summary = (
        Words("這一種改法得到同樣的判定。", "The one variation gives the same verdict.")
        if (many, count) == (1, 0)
        else Words("這一種改法使判定翻轉。", "The one variation changes the verdict.")
        if many == 1
        else Words(f"${many}$種改法都得到同樣的判定。", f"All ${many}$ variations give the same verdict.")
        if not count
        else Words(f"${many}$種改法裡，有${count}$種使判定翻轉。", f"Of ${many}$ variations, ${count}$ {'changes' if count == 1 else 'change'} the verdict.")
    )
    return f"{rule}{'' if language != 'en' else ' '}{summary.into(language)}\n\n{table(head, rows, language)}"
