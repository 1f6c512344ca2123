"""The page of the interface says what the module says: every public name, its signature and its docstring, in every language."""

import ast
import html
import inspect
import re

import pytest

import activation_functions.identify
import activation_functions.network
from activation_functions import ALL, Activation
from language import citation
from language.words import LANGUAGES
from pages.blocks import dispatch, interface
from pages.page import read

METHODS = ("derivative", "second_derivative", "vjp")


def shown(language: str) -> str:
    page = read("reference/api", LANGUAGES[language].written)
    return dispatch.scribe_for(page, language).resolve(page.body)


@pytest.fixture(scope="module", params=LANGUAGES)
def page(request: pytest.FixtureRequest) -> str:
    return shown(request.param)


def own(module: object) -> set[str]:
    """Every public function and class that a file defines, read off its text."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    return {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")}


def test_every_public_name_has_a_heading(page: str) -> None:
    heads = set(re.findall(r"^### `([^`]+)`", page, re.M))
    assert own(activation_functions.network) <= heads
    assert {"identify", "Match", "Parameter", "Kink", "f(x)", "Network.forward", "Network.__call__"} <= heads
    assert {f"f.{name}" for name in METHODS} <= heads
    anchors = re.findall(r"\{ #([\w-]+) \}", page)
    assert len(anchors) == len(set(anchors))


def test_every_function_has_its_call_and_a_link(page: str) -> None:
    for name, f in ALL.items():
        assert f"| [`{name}{inspect.signature(f)}`](../functions/{name}.md) |" in page


def test_a_kink_gives_the_slope_that_the_code_returns() -> None:
    rows = dict(re.findall(r"^\| \[`(\w+)\(.*\| (.+) \|$", interface.every(dispatch.scribe_for(read("reference/api", "en"), "en")), re.M))
    assert rows["relu"] == f"$0$: ${ALL['relu'].derivative(0.0):g}$"
    assert rows["step"] == f"$0$: ${ALL['step'].derivative(0.0):g}$"
    assert rows["gelu"] == "—"


@pytest.mark.parametrize(
    "what", [*(getattr(Activation, name) for name in METHODS), activation_functions.network.random_network, activation_functions.identify.identify]
)
def test_a_signature_is_that_of_the_code(what: object) -> None:
    """Read again as Python, it has the names, the kinds and the defaults that `inspect` tells."""
    known = list(inspect.signature(what).parameters.values())  # type: ignore[arg-type]
    method = known[0].name == "self"
    text = interface.signature(what, "f", method)  # type: ignore[arg-type]
    read_again = ast.parse(f"def {text}: ...").body[0]
    assert isinstance(read_again, ast.FunctionDef)
    given = read_again.args
    assert [each.arg for each in [*given.args, *given.kwonlyargs, *filter(None, [given.kwarg])]] == [each.name for each in known[method:]]
    defaults = [ast.literal_eval(each) for each in [*given.defaults, *given.kw_defaults] if each is not None]
    assert defaults == [each.default for each in known if each.default is not inspect.Parameter.empty]
    assert max(map(len, text.split("\n"))) <= interface.WIDTH


def test_docstrings_are_whole(page: str) -> None:
    """Every word of a docstring stands on the page."""
    words = " ".join(re.sub(r"```\w*|<[^>]+>", " ", page).split())
    for what in (*(getattr(Activation, name) for name in METHODS), activation_functions.network.adam, activation_functions.network.random_network):
        for sentence in re.split(r"\n\s*\n", inspect.getdoc(what) or ""):
            assert html.escape(" ".join(sentence.replace("`", " ").split()), quote=False).replace(" ", "") in words.replace(" ", "")


def test_a_docstring_becomes_paragraphs_lists_and_examples() -> None:
    text = interface.docstring("Says a < b.\n\nFields\n------\none, two : a `b`\n    and more\nthree : c\n\n>>> 1\n1\n\n    | x |\n")
    assert text == (
        '<p lang="en">Says a &lt; b.</p>\n\n<p lang="en"><b>Fields</b></p>\n\n'
        '<dl class="fields" lang="en"><dt><code>one, two</code></dt><dd>a <code>b</code> and more</dd><dt><code>three</code></dt><dd>c</dd></dl>\n\n'
        "```pycon\n>>> 1\n1\n```\n\n```text\n| x |\n```"
    )


def test_the_install_line_is_that_of_this_site(page: str) -> None:
    assert f"pip install {citation.site()}/packages/{citation.wheel_name()}\n" in page
    assert not re.search(r"pip install activation", page)


def test_a_call_that_is_not_refused_is_no_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interface, "REFUSED", ("gelu(0.5)",))
    with pytest.raises(ValueError, match=r"gelu\(0.5\) is not refused"):
        interface.refusals(dispatch.scribe_for(read("reference/api", "en"), "en"))
