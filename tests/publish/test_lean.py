"""What a page can do without is left out; what is shown as it stands stays."""

from publish import lean


def test_indents_go_and_code_stays() -> None:
    page = "<div>\n    <p>a\n      b</p>\n\n    <pre>\n    x = 1\n\n    y = 2\n</pre>\n</div>"
    assert lean.tight(page) == "<div>\n<p>a\nb</p>\n<pre>\n    x = 1\n\n    y = 2\n</pre>\n</div>"


def test_what_no_page_asks_for() -> None:
    for uri in ("assets/javascripts/lunr/min/lunr.zh.min.js", "assets/javascripts/bundle.abc.min.js.map", "assets/stylesheets/palette.1.min.css"):
        assert not lean.asked_for(uri)
    for uri in ("assets/javascripts/bundle.abc.min.js", "assets/stylesheets/main.1.min.css", "assets/site.css", "en/index.md"):
        assert lean.asked_for(uri)
