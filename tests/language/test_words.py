"""Simplified Chinese is derived: what must change, what must not, and whether the critic hears every doubtful word."""

from collections.abc import Iterator

import pytest

from language import words
from language.words import LANGUAGES, WRITTEN, Term, Words, glossary, hans, surprises


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A glossary of the test's own, to be filled before it is first read."""
    made: dict[str, str] = {"向量": "向量"}
    monkeypatch.setattr(words, "glossary", lambda: tuple(Term(a, b, "", ()) for a, b in made.items()))
    words._glossary.cache_clear()
    yield made
    words._glossary.cache_clear()


# ---- the glossary

# What a reader in mainland China expects; each is also free of surprises.
SETTLED = {
    "神經網路的激活函數": "神经网络的激活函数",
    "連鎖律與梯度下降": "链式法则与梯度下降",
    "特徵向量與特徵值": "特征向量与特征值",
    "行向量與列向量": "列向量与行向量",
    "資料的變異數與共變異數": "数据的方差与协方差",
    "隨機變數服從常態分布": "随机变量服从正态分布",
    "批次正規化與正則化": "批量归一化与正则化",
    "反曲點在原點": "拐点在原点",
    "程式回傳陣列": "代码返回数组",
    "函式庫預設使用單精度": "框架默认使用单精度",
    "他說「零中心」與『飽和』": "他说“零中心”与‘饱和’",
    "解析度取決於記憶體": "分辨率取决于内存",
    "類比並不恰當": "类比并不恰当",
    "建立在可微的基礎上": "建立在可微的基础上",
    "以滑鼠點選螢幕上的連結": "以鼠标点击屏幕上的链接",
}

# A term of the glossary inside a longer word, or across two words.
LONGER = {
    "每個位元組": "每个字节",
    "單位元素": "单位元素",
    "定位元素": "定位元素",
    "數位元件": "数字元件",
    "滲透過程": "渗透过程",
    "看透過程": "看透过程",
    "微分方程式": "微分方程",
    "改變數值": "改变数值",
    "改變變數": "改变变量",
    "複雜訊號": "复杂信号",
    "重疊代表": "重叠代表",
    "事實作為": "事实作为",
    "把導數往回傳": "把导数往回传",
    "平行向量": "平行向量",
    "進行向量化": "进行向量化",
    "矩陣列出": "矩阵列出",
    "抽取樣本": "抽取样本",
    "互相依賴": "互相依赖",
    "從這些點選擇": "从这些点选择",
    "曲線上的點": "曲线上的点",
    "小數位數": "小数位数",
    "函數位於": "函数位于",
    "那幾行程式碼": "那几行代码",
    "下面的幾行程式": "下面的几行代码",
    "給程式用的資料": "给程序用的数据",
    "執行之後印出來": "运行之后显示出来",
    "執行緒": "线程",
    "輸入大致對稱於零": "输入大致关于零对称",
    "沿階梯狀的路徑": "沿阶梯状的路径",
    "單純量測": "单纯测量",
    "排除錯誤": "排除错误",
    "假設定理": "假设定理",
    "聲音訊號": "声音信号",
    "索引數量": "索引数量",
    "投影像": "投影像",
    "很快取得": "很快取得",
}


@pytest.mark.parametrize(("hant", "simplified"), (SETTLED | LONGER).items())
def test_vocabulary(hant: str, simplified: str) -> None:
    assert hans(hant) == simplified
    assert surprises(hant) == []


def test_rows_are_well_formed() -> None:
    terms = glossary()
    assert len({term.hant for term in terms}) == len(terms)
    for term in terms:
        every = (term.hant, term.hans, term.en, *term.others)
        assert all(cell == cell.strip() and "\t" not in cell for cell in every)
        assert hans(term.hant) == term.hans
        assert surprises(term.hant) == []
        assert term.hant not in term.others


def test_the_simplified_side_is_simplified() -> None:
    for term in glossary():
        bare = term.hans.replace("著", "")  # 著 stays in 显著, becomes 着 elsewhere
        assert words._opencc("tw2s").convert(bare) == bare, term


# ---- what stays as it is

VERBATIM = [
    "`網路`",
    "```python\n# 網路的資料\nx = 資料\n```",
    "~~~\n程式\n~~~",
    r"$\sigma(網路)$",
    "$$\n資料\n$$",
    "[[網路.資料]]",
    "[@網路2016]",
    '<img alt="網路" src="資料.svg">',
    "</網路>".replace("網路", "section"),
    "{ #網路 }",
    "{ .程式 }",
]


@pytest.mark.parametrize("text", VERBATIM)
def test_code_mathematics_and_names_are_left_alone(text: str) -> None:
    assert hans(f"前文\n\n{text}\n\n後文") == f"前文\n\n{text}\n\n后文"
    assert surprises(f"前文\n\n{text}\n\n後文") == []


def test_only_the_text_of_a_link_is_converted() -> None:
    assert hans("見[網路](網路.md#資料)。") == "见[网络](網路.md#資料)。"


def test_text_inside_mathematics_is_converted() -> None:
    assert hans(r"$x = 1 \text{，若網路飽和}$與$$\text{資料}$$") == r"$x = 1 \text{，若网络饱和}$与$$\text{数据}$$"


def test_comparisons_in_prose_are_no_tags() -> None:
    assert hans("若 a < 網路 且 c > 資料") == "若 a < 网络 且 c > 数据"


# ---- the critic


def test_a_word_without_a_row_is_a_surprise(rows: dict[str, str]) -> None:
    assert surprises("這個網路很深。") == ["這個網路很深 (网络)"]
    assert surprises("這個神經元很深。") == []


def test_a_row_settles_a_doubt(rows: dict[str, str]) -> None:
    rows |= {"網路": "网络", "執行": "执行"}
    assert surprises("執行這個網路。") == []


def test_a_row_may_decide_against_the_phrase_book(rows: dict[str, str]) -> None:
    assert words._opencc("tw2sp").convert("向量") == "矢量"
    assert surprises("向量") == []
    assert hans("向量") == "向量"


def test_a_row_hit_inside_a_longer_word_is_a_surprise(rows: dict[str, str]) -> None:
    rows |= {"位元": "位", "程式": "程序"}
    assert surprises("三十二位元的程式") == []
    assert surprises("每個位元組") == ["每個位元組 (字节)"]
    assert surprises("這段程式碼") == ["這段程式碼 (代码)"]
    assert len(surprises("數位元件")) == 2  # 數位 runs into the row's 位元


def test_a_row_for_the_longer_word_settles_it(rows: dict[str, str]) -> None:
    rows |= {"位元": "位", "位元組": "字节"}
    assert surprises("位元與位元組") == []
    assert hans("位元與位元組") == "位与字节"


def test_a_row_before_an_accidental_word_settles_it(rows: dict[str, str]) -> None:
    """The phrase book hears 線上 (online) in 曲線上; a row for 曲線 comes first in reading order."""
    assert surprises("曲線上的點") == ["曲線上的點 (在线)"]
    rows |= {"曲線": "曲线"}
    words._glossary.cache_clear()
    assert surprises("曲線上的點") == []


def test_agreement_in_other_words_is_no_surprise(rows: dict[str, str]) -> None:
    rows |= {"預設": "默认"}  # the phrase book knows 預設值 only
    assert surprises("預設值") == []


def test_every_surprise_is_reported(rows: dict[str, str]) -> None:
    assert len(surprises("網路很深，資料很多，程式寫入檔案；$x$與`程式`不算。")) == 4


def test_words_inside_mathematics_are_heard(rows: dict[str, str]) -> None:
    assert surprises(r"$\text{網路} + 資料$") == ["網路 (网络)"]


def test_masked_text_does_not_join_its_neighbours(rows: dict[str, str]) -> None:
    assert surprises("網`x`路，網$x$路") == []


# ---- sentences in every written language


def test_words() -> None:
    pair = words.words("網路 | network")
    assert pair == Words("網路", "network")
    assert [pair.into(language) for language in LANGUAGES] == ["網路", "网络", "network"]


@pytest.mark.parametrize("line", ["網路", "網路 | ", "a | b | c", ""])
def test_a_line_says_it_once_in_each_written_language(line: str) -> None:
    with pytest.raises(ValueError, match=" on one line, found"):
        words.words(line)


def test_every_language_is_written_or_derived() -> None:
    assert WRITTEN == ("zh-Hant", "en")
    assert all(language.written in LANGUAGES for language in LANGUAGES.values())
    assert LANGUAGES["zh-Hans"].site_name == hans(LANGUAGES["zh-Hant"].site_name)
    assert LANGUAGES["zh-Hans"].description == hans(LANGUAGES["zh-Hant"].description)
