"""How the project is laid out: its rooms, and one page's way from its Markdown to the browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from language.words import Words, words
from pages.blocks.tables import table
from pages.scribe import Scribe
from project.paths import PACKAGE, ROOT, SCRIPTS
from project.rooms import FLOORS

WAY: tuple[tuple[str, Words], ...] = (
    ("docs/guide/saturation.zh-Hant.md", Words("有人寫下文字；數字、公式、圖與表只寫名字。", "Somebody writes prose; for numbers, formulas, figures and tables only names.")),
    ("scripts/pages/page.py", Words("讀進兩種書寫語言，按標題切成節。", "Both written languages are read and cut into sections at their headings.")),
    ("scripts/language/words.py", Words("簡體中文由正體中文轉換，用語照`docs/glossary.tsv`。", "Simplified Chinese is converted from Traditional, with the vocabulary of `docs/glossary.tsv`.")),
    ("scripts/pages/scribe.py", Words("把名字一個一個換成答案。", "Each name is replaced by its answer.")),
    ("scripts/answers/names.py", Words("答案由程式算出：事實、公式、推導、圖、判定。", "Code gives the answers: facts, formulas, derivations, figures, verdicts.")),
    ("scripts/answers/making.py", Words("還沒有的，匯入它的檔案來算。", "What is not there yet is made, by importing the file that makes it.")),
    ("scripts/answers/cache.py", Words("算過的留在`build/cache`，直到它依賴的檔案改變。", "What has been made is kept in `build/cache` until a file that it depends on changes.")),
    ("scripts/pages/blocks/dispatch.py", Words("單獨一行的名字換成一整塊：圖、表、推導、說法。", "A name on a line of its own becomes a block: a figure, a table, a derivation, a saying.")),
    ("scripts/publish/mathml.py", Words("公式換成MathML，表格放進可捲動的框。", "Formulas become MathML, tables get a frame that scrolls.")),
    ("scripts/publish/navigation.py", Words("`mkdocs.yml`的導覽在每個語言展開一次。", "The navigation of `mkdocs.yml` is carried out in every language.")),
    ("scripts/publish/staging.py", Words("完整的網站以純Markdown寫進`build/stage`；到這裡為止不需要MkDocs。", "The complete site is written to `build/stage` as plain Markdown; so far no MkDocs was needed.")),
    ("scripts/hook.py", Words("把寫好的檔案交給MkDocs，一個建置裡分成三個語言。", "The staged files are handed to MkDocs, three languages in one build.")),
    ("scripts/publish/theme/main.html", Words("Material的版面加上我們的：引用資料、語言連結、搜尋。", "Material's templates with what we add: citation data, language links, search.")),
    ("scripts/publish/assets/site.css", Words("瀏覽器拿到HTML、樣式、數學字型與幾個小程式。", "The browser receives HTML, styles, the maths font and a few small scripts.")),
)  # fmt: skip


def rooms(scribe: Scribe) -> str:
    """The table of rooms, the lowest floor first."""
    head = [Words("層", "Floor"), Words("房間", "Room"), Words("做什麼，誰可以進來", "What it is for")]
    rows = []
    for floor, named in enumerate(FLOORS):
        for room, sentence in named.items():
            place = PACKAGE if room == PACKAGE.name else SCRIPTS / room.replace(".", "/")
            shown = place if place.is_dir() else place.with_suffix(".py")
            rows.append([f"${floor}$", f"`{_path(shown)}`", words(sentence).into(scribe.language)])
    return table(head, rows, scribe.language)


def way(scribe: Scribe) -> str:
    """The steps of one page, each with the file that takes it."""
    return "\n".join(f"{number}. `{_path(ROOT / file)}`<br>{said.into(scribe.language)}" for number, (file, said) in enumerate(WAY, 1))


def _path(place: Path) -> str:
    if not place.exists():
        raise FileNotFoundError(f"scripts/pages/blocks/architecture.py names {place.relative_to(ROOT)}, which is not there: say which file does this step now")
    return place.relative_to(ROOT).as_posix() + ("/" if place.is_dir() else "")


TABLES: dict[str, Callable[[Scribe], str]] = {"rooms": rooms, "way": way}
