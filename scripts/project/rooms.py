"""The rooms of scripts/ and who may know whom: one table for the check, the architecture page and its drawing."""

from __future__ import annotations

from pathlib import Path

from project.fault import Fault, Wrong
from project.paths import PACKAGE, SCRIPTS, SOURCE

FLOORS: tuple[dict[str, str], ...] = (
    {
        "project": "檔案放在哪裡、誰匯入誰：路徑、匯入關係、房間表。 | Where files stand and who imports whom: paths, imports, the table of rooms.",
    },
    {
        "activation_functions": "模組本身，在src裡：一個函數一個檔案，只用到NumPy與SciPy。 | The module itself, in src: one file a function; it uses NumPy and SciPy alone.",
        "language": "網站說什麼、用哪種語言：字句、用語、引用、參考文獻。 | What the site says and in which language: words, vocabulary, citations, bibliography.",
    },
    {
        "mathematics": "什麼是真的：讀公式、證明事實、檢查推導、判定說法。 | What is true: formulas read, facts proved, derivations checked, claims judged.",
    },
    {
        "drawing": "圖怎麼畫：筆、樣式、字型，以及每個函數自己的圖。 | How a figure is drawn: the pen, the style, the typefaces, a function's own picture.",
        "derivations": "內容：一個推導一個檔案；各函數的導數在functions裡。 | Content: one file a derivation; the derivative of each function in functions/.",
        "studies": "內容：一次訓練或大量的隨機試驗一個檔案，旁邊是有日期的紀錄。 | Content: one file for each training or long random trial, beside its dated record.",
    },
    {
        "figures": "內容：一張圖一個檔案。 | Content: one file a figure.",
    },
    {
        "claims": "內容：大家的說法，一個主題一個檔案。 | Content: what people say, one file a topic.",
        "exercises": "內容：習題的答案由什麼決定，一章一個檔案。 | Content: what decides the answers of exercises, one file a chapter.",
    },
    {
        "answers": "頁面可以用名字問的東西：算好就留著，程式改了才重算。 | What a page may ask for by name: computed once, kept, and computed again only when its code changes.",
    },
    {
        "pages": "把寫好的文字變成純Markdown：讀頁面、回答名字、加標記。 | From what people wrote to plain Markdown: pages are read, names answered, markup added.",
    },
    {
        "pages.blocks": "單獨一行的名字會變成什麼：一種區塊一個檔案。 | What a name on a line of its own becomes: one file for each kind of block.",
    },
    {
        "publish": "讀者拿到的東西：網站、實驗、資料、搜尋、下載、公式、版面。 | What readers receive: the staged site, labs, data, search, downloads, formulas, theme.",
    },
    {
        "checks": "對網站的要求：一類檢查一個檔案。 | What must be true of the site: one file for each family of checks.",
        "measured": "在別的函式庫與機器上量到的數值：腳本和它寫下的紀錄放在一起，紀錄有日期。 | What was measured on other libraries and on machines: each script beside its dated record.",
    },
    {
        "docs": "人用的入口：檢查、對照與建置的指令。 | The door for people: commands that check, compare and build.",
        "hook": "MkDocs用的入口。 | The door for MkDocs.",
    },
)
"""Bottom first. A room may know the rooms on the floors below it, and itself."""

CONTENT = ("derivations", "studies", "figures", "claims", "exercises")
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
        raise Wrong(Fault(file, 1, f"scripts/{'/'.join(parts)}.py stands in no room of project/rooms.py", "move it into a room, or give the table another"))
    return found
