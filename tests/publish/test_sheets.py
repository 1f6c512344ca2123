"""The sheet of a built site holds what pages and scripts can need, and nothing else."""

from publish import marks, sheets

PAGE = '<html class="no-js"><body dir="ltr"><p class="a b" id="here" data-kind="x">text</p><input type="radio"></body></html>'
SHEET = """
.a{color:var(--used);animation:turn 1s}.gone{color:red}p.b,p.gone{margin:0}#here{top:0}#there{top:0}
.open{left:0}[dir=rtl] p{left:1px}[dir=ltr] p{left:2px}[data-state=on]{left:3px}[data-missing]{left:4px}
p:not(.gone){right:0}video{right:1px}details[open]{right:2px}
:root{--used:1;--unused:2}@keyframes turn{to{top:1px}}@keyframes rest{to{top:2px}}
@media print{.gone{top:0}.a{top:5px}}@media screen{.gone{top:0}}
"""


def test_rules_that_nothing_meets_go() -> None:
    script = 'box.classList.add("open"); box.dataset.state = "on"'
    cut = sheets.cut(SHEET, sheets.said([PAGE], [script]))
    for kept in (".a{", "p.b{", "#here", ".open", "[dir=ltr]", "[data-state=on]", "p:not(.gone)", "--used:1", "@keyframes turn", "@media print{.a"):
        assert kept in cut, kept
    for gone in ("color:red", "p.gone{", "#there", "rtl", "data-missing", "video", "--unused", "rest", "screen"):
        assert gone not in cut, gone


def test_rules_for_more_tabs_than_there_are_go() -> None:
    sheet = "".join(f".tabbed-set > input:nth-child({tab}):checked{{top:{tab}px}}" for tab in range(1, 7)) + "p:nth-child(9){left:9px}"
    page = '<div class="tabbed-set"><input id="__tabbed_1_1"><input id="__tabbed_1_2"><input id="__tabbed_2_4"></div><p>text</p>'
    cut = sheets.cut(sheet, sheets.said([page], []))
    assert "top:4px" in cut
    assert "top:5px" not in cut
    assert "left:9px" in cut


def test_tables_are_marked_by_their_columns() -> None:
    row = "<tr>" + "<th>a</th>" * 7 + "</tr>"
    assert marks.marked(f'<table class="table">{row}</table>').startswith('<table class="of-4 of-7 table">')
    assert marks.marked("<table><tr><th>a</th></tr></table>") == "<table><tr><th>a</th></tr></table>"
    assert 'class="sparks table"' in marks.marked('<table class="table"><tr><td><svg class="spark"></svg></td></tr></table>')
    assert 'class="no-js wide"' in marks.marked('<html class="no-js"><meta name="wide" content="yes">')
