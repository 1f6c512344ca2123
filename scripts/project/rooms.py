"""The rooms of scripts/ and who may know whom: one table for the check, the architecture page and its drawing."""

from __future__ import annotations

from pathlib import Path

from project.paths import PACKAGE, SCRIPTS, SOURCE

FLOORS: tuple[dict[str, str], ...] = (
    {
        "project": "檔案放在哪裡、誰匯入誰：路徑、讀取匯入、房間表。 | Where things stand and who imports whom: paths, the reading of imports, the table of rooms.",
    },
    {
        "activation_functions": "模組本身，在src裡：一個函數一個檔案，只認得NumPy與SciPy。 | The module itself, in src: one function, one file; it knows NumPy and SciPy only.",
        "language": "網站說的話與語言：詞句、用語、引用、參考文獻。 | What the site says and in which language: words, vocabulary, citations, bibliography.",
    },
    {
        "mathematics": "什麼是真的：讀公式、證明事實、檢查推導、判定說法。 | What is true: formulas read, facts proved, derivations checked, claims judged.",
    },
    {
        "drawing": "圖怎麼畫：筆、樣式、字型，以及每個函數自己的圖。 | How a figure is drawn: the pen, the style, the typefaces, a function's own picture.",
        "derivations": "內容：一個推導一個檔案；各函數的導數在functions裡。 | Content: one file a derivation; the derivative of each function in functions/.",
    },
    {
        "figures": "內容：一張圖一個檔案。 | Content: one file a figure.",
    },
    {
        "claims": "內容：大家的說法，一個主題一個檔案。 | Content: what people say, one file a topic.",
    },
    {
        "answers": "頁面可以按名字問的東西：每一樣只在程式改變時重算，結果留著。 | What a page may ask by name: each made once for each state of its code, and kept.",
    },
    {
        "pages": "從寫下的文字到純Markdown：讀頁面、解名字、排標記。 | From what people wrote to plain Markdown: pages read, names resolved, markup set.",
    },
    {
        "pages.blocks": "單獨一行的名字會變成什麼：一種區塊一個檔案。 | What a name on a line of its own becomes: one file a kind of block.",
    },
    {
        "publish": "讀者拿到的東西：網站、實驗、資料、搜尋、下載、公式、版面。 | What readers receive: the staged site, labs, data, search, downloads, formulas, theme.",
    },
    {
        "checks": "網站必須成立的事：一類檢查一個檔案。 | What must be true of the site: one file a family of checks.",
        "measured": "在別的函式庫與機器上量到的：腳本與它寫下的紀錄，都有日期。 | What was measured on other libraries and on machines: each script beside its dated record.",
    },
    {
        "docs": "給人的入口。 | The door for people.",
        "hook": "給MkDocs的入口。 | The door for MkDocs.",
    },
)
"""Bottom first. A room may know the rooms on the floors below it, and itself."""

CONTENT = ("derivations", "figures", "claims")
"""Rooms whose files are loaded by name: whoever loads a module by a name that it computes knows all of them."""

HEIGHT = {room: height for height, floor in enumerate(FLOORS) for room in floor}


def room_of(file: Path) -> str:
    """The room that a file of the project stands in; a door is a room of its own."""
    if file.is_relative_to(SOURCE):
        return PACKAGE.name
    parts = file.relative_to(SCRIPTS).with_suffix("").parts
    named = [".".join(parts[:depth]) for depth in range(len(parts), 0, -1)]
    found = next((name for name in named if name in HEIGHT), None)
    if found is None:
        raise ValueError(f"scripts/{'/'.join(parts)}.py stands in no room of project/rooms.py")
    return found
