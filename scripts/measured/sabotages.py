"""Breakages that somebody could make unnoticed, each a few words replaced in a few files: what `docs.py sabotage` tries."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """The first place of `old` in the file becomes `new`; without `old`, `new` is added at the end; without `new`, the file goes."""

    file: str
    old: str | None
    new: str | None


class Sabotage(NamedTuple):
    """One breakage: its name, its class, its edits, and the tests concerned, which are asked where no check notices it."""

    name: str
    kind: str
    edits: tuple[Edit, ...]
    tests: tuple[str, ...] = ()


def both(page: str, hant: tuple[str, str], en: tuple[str, str]) -> tuple[Edit, ...]:
    """The same change in both written languages of a page."""
    return (Edit(f"docs/{page}.zh-Hant.md", *hant), Edit(f"docs/{page}.en.md", *en))


SOFT, SIGMOID, ZIGZAG = (f"scripts/figures/{name}.py" for name in ("soft_and_hard", "sigmoid_slope", "zigzag"))
SATURATION = "scripts/claims/saturation.py"
FUNCTIONS = "src/activation_functions/functions"
GRAPHS, ACCURACY = ("tests/figures", "tests/drawing"), "tests/activation_functions/test_accuracy.py"

SABOTAGES: tuple[Sabotage, ...] = (
    # ---- pictures
    Sabotage("second_derivative_as_slope", "pictures", (Edit("scripts/drawing/shape.py", "derivative=1", "derivative=2"),), GRAPHS),
    Sabotage("orders_swapped", "pictures", (Edit("scripts/drawing/graph.py", '".derivative", ".second"', '".second", ".derivative"'),), GRAPHS),
    Sabotage(
        "tanh_for_sigmoid",
        "pictures",
        (
            Edit(SIGMOID, "pen.graph(ax, sigmoid, x, derivative=1", "pen.graph(ax, tanh, x, derivative=1"),
            Edit(SIGMOID, "import sigmoid\n", "import sigmoid, tanh\n"),
        ),
        GRAPHS,
    ),
    Sabotage("panels_swapped", "pictures", (Edit(ZIGZAG, 'Words("照原樣", "as they are")', 'Words("減去平均值", "mean taken away")'),), GRAPHS),
    Sabotage("wrong_axis_word", "pictures", (Edit(ZIGZAG, 'set_xlabel("w₁"', 'set_xlabel("w₂"'),)),
    Sabotage("tick_relabelled", "pictures", (Edit(SOFT, '"10⁻³"', '"10⁻⁴"'),)),
    Sabotage("range_cropped", "pictures", (Edit(ZIGZAG, "ax.set_xlim(-1.4, 1.4)", "ax.set_xlim(-1.4, 0.2)"),)),
    Sabotage(
        "false_title",
        "pictures",
        (
            Edit(SIGMOID, "在中央最陡，往兩端趨平", "在中央最平，往兩端變陡"),
            Edit(SIGMOID, "steep in the middle and flat at both ends", "flat in the middle and steep at both ends"),
        ),
    ),
    Sabotage(
        "false_alternative_text", "pictures", (Edit(SIGMOID, "由零升到一", "由一降到零"), Edit(SIGMOID, "rises from zero to one", "falls from one to zero"))
    ),
    Sabotage("another_seed", "pictures", (Edit("scripts/studies/gradient_by_depth.py", "default_rng(seed)", "default_rng(seed + 7)"),)),
    # ---- typed numbers
    Sabotage(
        "number_between_signs",
        "typed",
        both(
            "guide/saturation",
            ("{ .lede }", "{ .lede }\n\n若$x<c$，約有0.17的斜率，直到$d>x$。"),
            ("{ .lede }", "{ .lede }\n\nIf $x<c$, about 0.17 of the slope is left, until $d>x$."),
        ),
    ),
    # ---- words
    Sabotage("caption_in_one_language", "words", (Edit(SIGMOID, "to the same scale. The slope", "to different scales. The slope"),)),
    Sabotage(
        "caption_in_both",
        "words",
        (Edit(SIGMOID, "畫在同一個尺度上", "畫在不同的尺度上"), Edit(SIGMOID, "to the same scale. The slope", "to different scales. The slope")),
    ),
    Sabotage("interface_word", "words", (Edit("scripts/pages/blocks/card.py", '"not monotone"', '"monotone"'),)),
    Sabotage("note_of_a_function", "words", (Edit(f"{FUNCTIONS}/relu.py", "Negative inputs get no gradient", "Negative inputs get a gradient"),)),
    # ---- claims
    Sabotage(
        "saying_negated",
        "claims",
        (Edit(SATURATION, "Sigmoid關於$x=0$對稱。", "Sigmoid不關於$x=0$對稱。"), Edit(SATURATION, "The sigmoid is symmetric", "The sigmoid is not symmetric")),
    ),
    Sabotage(
        "reason_false",
        "claims",
        (
            Edit(SATURATION, "左右對稱的是它的導數", "左右對稱的是它自己"),
            Edit(SATURATION, "what is symmetric is its derivative", "what is symmetric is the sigmoid itself"),
        ),
    ),
    Sabotage("subject_swapped", "claims", (Edit(SATURATION, "about=sigmoid,", "about=tanh,"),)),
    Sabotage("threshold_moved", "claims", (Edit(SATURATION, "share < 1 / 20", "share < 1 / 30"),)),
    # ---- printed numbers
    Sabotage("time_edited", "numbers", (Edit("scripts/measured/speed.json", '"elements": 1', '"elements": 2'),)),
    Sabotage("error_edited", "numbers", (Edit("scripts/measured/peers.json", "0.5", "0.6"),)),
    Sabotage("closed_form_wrong", "numbers", (Edit(f"{FUNCTIONS}/relu.py", '"mean": "1 / sqrt(2 * pi)"', '"mean": "1 / sqrt(3 * pi)"'),)),
    # ---- numbers in words and typed mathematics
    Sabotage("fifty_to_sixty_in_one", "typed words", (Edit("docs/guide/vanishing.zh-Hant.md", "五十層的隨機網路", "六十層的隨機網路"),)),
    Sabotage(
        "fifty_to_sixty_in_both",
        "typed words",
        both("guide/vanishing", ("五十層的隨機網路", "六十層的隨機網路"), ("random networks of fifty layers", "random networks of sixty layers")),
    ),
    Sabotage("logit_inverted", "typed words", both("guide/neuron", (r"\ln\frac{a}{1-a}", r"\ln\frac{1-a}{a}"), (r"\ln\frac{a}{1-a}", r"\ln\frac{1-a}{a}"))),
    # ---- what stands beside the text
    Sabotage("family_moved", "metadata", (Edit(f"{FUNCTIONS}/mish.py", 'family="self_gated"', 'family="sigmoidal"'),)),
    Sabotage("digit_of_a_doi", "metadata", (Edit("docs/references.bib", "10.1007/BF02478220", "10.1007/BF02478221"),)),
    Sabotage("arxiv_of_another_year", "metadata", (Edit("docs/references.bib", "eprint = {1606.08415}", "eprint = {1706.08415}"),)),
    Sabotage("role_of_a_source", "metadata", (Edit(f"{FUNCTIONS}/relu.py", '"nair2010": "named"', '"nair2010": "introduced"'),)),
    Sabotage(
        "row_negated",
        "metadata",
        (
            Edit("docs/rows.tsv", "Sigmoid關於x=0對稱。", "Sigmoid不關於x=0對稱。"),
            Edit("docs/rows.tsv", "The sigmoid is symmetric about x=0.", "The sigmoid is not symmetric about x=0."),
        ),
    ),
    Sabotage("date_of_the_edition", "metadata", (Edit("CITATION.cff", "2026-11-21", "2025-11-21"),)),
    Sabotage(
        "command_of_the_readme",
        "metadata",
        (Edit("README.md", "pip install -r requirements.txt && pytest", "pip install -r requirement.txt && pytest"),),
        ("tests/project/test_readme.py",),
    ),
    # ---- vocabulary
    Sabotage("gradient_in_simplified", "vocabulary", (Edit("docs/glossary.tsv", "梯度\t梯度\tgradient", "梯度\t斜度\tgradient"),)),
    Sabotage("gradient_in_english", "vocabulary", (Edit("docs/glossary.tsv", "梯度\t梯度\tgradient", "梯度\t梯度\tslope"),)),
    # ---- interface
    Sabotage("chinese_in_english", "interface", (Edit("docs/guide/saturation.en.md", "{ .lede }", "{ .lede }\n\n飽和 is the word."),)),
    Sabotage("style_cut_off", "interface", (Edit("scripts/publish/assets/site.css", "color-scheme: light dark }", "color-scheme: light dark"),)),
    Sabotage("page_out_of_navigation", "interface", (Edit("mkdocs.yml", "      - reference/kinks.md\n", ""),)),
    Sabotage("marks_of_a_merge", "interface", (Edit("docs/guide/saturation.en.md", "{ .lede }", "{ .lede }\n\n<<<<<<< ours\n"),)),
    Sabotage(
        "ragged_table",
        "interface",
        (Edit("docs/guide/vanishing.en.md", "| $\\frac{1}{2}$ | $[[ten_layers.grown]]$ |", "| $\\frac{1}{2}$ | $[[ten_layers.grown]]$ | 1 |"),),
    ),
    Sabotage(
        "claims_not_searched",
        "interface",
        (
            Edit(
                "scripts/publish/search.py",
                'if section.id not in ("cite", "references"):',
                'if section.id not in ("cite", "references") and "claims/" not in location:',
            ),
        ),
    ),
    # ---- derivations and labs
    Sabotage(
        "fewer_steps",
        "derivations",
        (
            Edit(
                "scripts/derivations/functions/silu_derivative.py",
                "    = sigma(x) + x * sigma(x) * sigma(-x)        # Sigmoid的對稱 | the sigmoid's symmetry\n",
                "",
            ),
        ),
    ),
    Sabotage(
        "false_step",
        "derivations",
        (
            Edit(
                "scripts/derivations/functions/silu_derivative.py", "= sigma(x) + x * sigma(x) * (1 - sigma(x)) ", "= sigma(x) + x * sigma(x) * (1 + sigma(x)) "
            ),
        ),
    ),
    Sabotage("seed_of_a_lab", "derivations", (Edit("docs/labs/zigzag.py", "default_rng(0)", "default_rng(3)"),)),
    # ---- what is kept
    Sabotage("kept_and_poisoned", "kept", (Edit("build/cache/facts-gelu-*.json", "0", "1"),)),
    Sabotage("typeface_gone", "kept", (Edit("scripts/drawing/typefaces/house-tc-regular.ttf", None, None),)),
    # ---- messages: breakages whose place must be told
    Sabotage("figure_is_no_python", "messages", (Edit(SIGMOID, "def draw(ax, pen):", "def draw(ax, pen:"),)),
    Sabotage("work_nobody_has", "messages", (Edit(f"{FUNCTIONS}/relu.py", '"nair2010": "named"', '"nair2011": "named"'),)),
    Sabotage("name_misspelt", "messages", (Edit(SIGMOID, "[[sigmoid.lower]]", "[[sigmoid.lowest]]"),)),
    Sabotage("import_upwards", "messages", (Edit("scripts/mathematics/digits.py", None, "\nfrom pages import page\n"),)),
    # ---- functions
    Sabotage(
        "sign_in_a_formula",
        "functions",
        (Edit(f"{FUNCTIONS}/silu.py", 'formula="x * sigma(x)"', 'formula="x * sigma(-x)"'),),
        (f"{ACCURACY}::test_meets_the_standard", "-k", "silu"),
    ),
    Sabotage(
        "slope_at_a_kink",
        "functions",
        (Edit(f"{FUNCTIONS}/relu.py", 'left="0", right="1"', 'left="1", right="1"'),),
        ("tests/activation_functions/test_functions.py", "-k", "kink and relu"),
    ),
    Sabotage("another_default", "functions", (Edit(f"{FUNCTIONS}/leaky_relu.py", "default=0.01", "default=0.02"),)),
    Sabotage(
        "textbook_code",
        "functions",
        (Edit(f"{FUNCTIONS}/silu.py", "    return x / (r + 1.0 / r) * r\n", "    return x / (1.0 + np.exp(-x))\n"),),
        (ACCURACY, "-k", "meets_the_standard and silu"),
    ),
    # ---- claims about claims
    Sabotage(
        "judge_inverted", "judges", (Edit(SATURATION, '"holds" if np.allclose(f(x), f(-x)) else "wrong"', '"wrong" if np.allclose(f(x), f(-x)) else "holds"'),)
    ),
    Sabotage("control_that_controls_nothing", "judges", (Edit(SATURATION, "instead=sigmoid.derivative,", "instead=sigmoid,"),)),
    Sabotage("assumption_left_out", "judges", (Edit(SATURATION, "        ONE_UNIT,\n", ""),)),
)

LIMITS = frozenset(
    {
        "panels_swapped",
        "another_seed",
        "range_cropped",
        "caption_in_one_language",
        "caption_in_both",
        "interface_word",
        "note_of_a_function",
        "saying_negated",
        "reason_false",
        "row_negated",
        "threshold_moved",
        "judge_inverted",
        "fifty_to_sixty_in_both",
        "digit_of_a_doi",
        "role_of_a_source",
        "date_of_the_edition",
        "gradient_in_simplified",
        "gradient_in_english",
        "fewer_steps",
        "seed_of_a_lab",
        "another_default",
    }
)
"""What is told to somebody, with the pages to read, and passes once they say that they read it: words in all languages, and what people decide."""
