"""What a page can do without is left out; what is shown as it stands stays."""

from urllib.parse import unquote

from project.paths import ASSETS
from publish import lean


def test_indents_go_and_code_stays() -> None:
    page = "<div>\n    <p>a\n      b</p>\n\n    <pre>\n    x = 1\n\n    y = 2\n</pre>\n</div>"
    assert lean.tight(page) == "<div>\n<p>a\nb</p>\n<pre>\n    x = 1\n\n    y = 2\n</pre>\n</div>"


def test_the_icon_stands_in_the_page() -> None:
    told = lean.tight('<link rel="icon" href="../assets/favicon.svg">')
    assert told.endswith('">')
    assert unquote(told[len('<link rel="icon" href="data:image/svg+xml,') : -2]) == lean.ICON.read_text("utf-8").strip()
    assert lean.tight('<a href="favicon.svg">') == '<a href="favicon.svg">'


def test_marks_on_code_that_show_nothing_go() -> None:
    code = '<span class="k">if</span><span class="w"> </span><span class="n">x</span>'
    assert lean.tight(f"<pre>{code}\n  1</pre>") == '<pre><span class="k">if</span> x\n  1</pre>'
    assert lean.tight(f"<p>\n  {code}</p>") == f"<p>\n{code}</p>"
    style = (ASSETS / "site.css").read_text("utf-8")
    assert "--md-code-hl-name-color: var(--ink);" in style  # they show nothing as long as a name has the colour of code
    assert "--md-code-fg-color: var(--ink);" in style


def test_what_no_page_asks_for() -> None:
    for uri in ("assets/javascripts/lunr/min/lunr.zh.min.js", "assets/javascripts/bundle.abc.min.js", "assets/stylesheets/palette.1.min.css"):
        assert not lean.asked_for(uri)
    for uri in ("assets/theme.js", "assets/stylesheets/main.1.min.css", "assets/site.css", "en/index.md"):
        assert lean.asked_for(uri)
