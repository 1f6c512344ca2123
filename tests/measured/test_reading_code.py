"""What is read off code is what the code says, shown on small packages made up for it, right ones and wrong ones."""

import ast
from pathlib import Path
from typing import Any

import pytest

from measured import definitions, models, reading_code
from measured.reading_code import Stated, Use

CONFIGURATION = '''
class TinyTextConfig(PreTrainedConfig):
    """Says `hidden_act = "relu"` in its words alone."""
    hidden_size: int = 8
    hidden_act: str = "silu"
    activation_dropout: float = 0.1
    pooler_act: str | None = None


class TinyVisionConfig(PreTrainedConfig):
    hidden_act: str = checked(default="gelu")

    def __init__(self, classifier_activation="tanh", *, act_layer=nn.GELU, impact="gelu"):
        pass


class TinyPlusConfig(TinyTextConfig):
    projector_hidden_act: str = "relu"
'''
MODELING = """
class TinyTextMLP(nn.Module):
    def __init__(self, config):
        self.act_fn = ACT2FN[config.hidden_act]

    def forward(self, x):
        return self.down(self.act_fn(self.gate(x)) * self.up(x))


class TinyVisionMLP(nn.Module):
    def __init__(self, config):
        self.act = ACT2FN[config.hidden_act] if isinstance(config.hidden_act, str) else config.hidden_act

    def forward(self, x, mask):
        h = self.act(self.fc1(x))
        h = h * mask
        return self.fc2(h) * self.layer_scale
"""


def test_defaults_are_read_off_fields_and_arguments() -> None:
    said = reading_code.stated(ast.parse(CONFIGURATION))
    assert said["TinyTextConfig"] == [Stated("hidden_act", "silu", 5, code=False)]
    assert [(each.field, each.says, each.code) for each in said["TinyVisionConfig"]] == [
        ("hidden_act", "gelu", False),
        ("classifier_activation", "tanh", False),
        ("act_layer", "nn.GELU", True),
    ]
    assert reading_code.bases(ast.parse(CONFIGURATION))["TinyPlusConfig"] == ["TinyTextConfig"]


def test_a_gate_is_a_product_with_another_branch() -> None:
    assert reading_code.uses(ast.parse(MODELING)) == [Use("TinyTextMLP", "hidden_act", True), Use("TinyVisionMLP", "hidden_act", False)]


@pytest.mark.parametrize(
    ("body", "gated"),
    [
        ("return self.act(gate) * up", True),
        ("return up * self.act(gate)", True),
        ("return (up + 1) * self.act(gate)", True),
        ("return self.act(gate).to(up.dtype) * up", True),
        ("h = self.act(self.wi_0(x))\n  u = self.wi_1(x)\n  return h * u", True),
        ("a, b = x.chunk(2)\n  return self.act(a) * b", True),
        ("return self.act(x)", False),
        ("return self.act(x) * 0.5", False),
        ("return self.act(x) * attention_mask", False),
        ("return self.act(x) * routing_weights[0]", False),
        ("return self.down(self.act(x)) * gate", False),
        ("return self.other(x) * up", False),
        ("return self.act(x) + up", False),
    ],
)
def test_gates(body: str, gated: bool) -> None:
    assert reading_code.gates(ast.parse(f"def forward(self, x, gate, up):\n  {body}"), "act") is gated


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three installed packages with next to nothing in them."""
    for name in models.PACKAGES:
        (tmp_path / name / "models").mkdir(parents=True)
    tiny = tmp_path / "transformers" / "models" / "tiny"
    tiny.mkdir()
    (tiny / "configuration_tiny.py").write_text(CONFIGURATION)
    (tiny / "modeling_tiny.py").write_text(MODELING)
    monkeypatch.setattr(models, "root", lambda name: tmp_path / name)
    monkeypatch.setattr(models, "version", lambda _: "1.0.0")
    monkeypatch.setattr(models, "RULES", ())
    for kept in (models.used, models._classes, models.mlps):
        kept.cache_clear()
    return tmp_path


def test_a_row_says_where_it_was_read(package: Path) -> None:
    rows = list(models.of_transformers())
    said = [(row["class"], row["part"], row["name"], row["gated"], row["how"], row["line"]) for row in rows]
    assert ("TinyTextConfig", "text", "silu", True, "stated", 5) in said
    assert ("TinyVisionConfig", "vision", "gelu", False, "stated", 11) in said
    assert ("TinyPlusConfig", "", "silu", True, "inherited", 5) in said
    assert ("TinyPlusConfig", "projector", "relu", None, "stated", 18) in [(*each[:3], None, *each[4:]) for each in said]
    assert {row["file"] for row in rows} == {"transformers/models/tiny/configuration_tiny.py"}


def test_a_rule_finds_its_line_or_says_that_it_is_gone(package: Path) -> None:
    file = package / "transformers" / "models" / "tiny" / "modeling_tiny.py"
    found = models._ruled(models.Rule("tiny", file.name, "h = self.act(self.fc1(x))", "nn.GELU()(x)"), file)
    assert (found["line"], found["class"], found["how"]) == (15, "TinyVisionMLP", "read")
    with pytest.raises(SystemExit, match=r"modeling_tiny.py: no line says 'nn.Mish' any more; read the code again"):
        models._ruled(models.Rule("tiny", file.name, "nn.Mish", "nn.Mish()(x)"), file)


def test_a_number_of_a_rule_is_the_default_of_the_class(package: Path) -> None:
    folder = package / "transformers" / "models" / "tiny"
    assert models.filled("f(x, {configuration_tiny.hidden_size})", folder) == "f(x, 8)"
    with pytest.raises(SystemExit, match="states no default of slope"):
        models.filled("f(x, {configuration_tiny.slope})", folder)


def test_code_that_does_not_parse_is_told_by_its_file(package: Path) -> None:
    file = package / "timm" / "models" / "broken.py"
    file.write_text("class Net(:\n")
    with pytest.raises(SyntaxError) as error:
        list(models.of_timm())
    assert error.value.filename == str(file)


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(SystemExit, match="no_such_package is not installed here"):
        reading_code.root("no_such_package")


def test_timm_states_it_in_an_argument_or_in_all_blocks(package: Path) -> None:
    layers, folder = package / "timm" / "layers", package / "timm" / "models"
    layers.mkdir()
    (layers / "mlp.py").write_text(
        "class Mlp:\n  def forward(self, x):\n    return self.act(x)\nclass Glu:\n  def forward(self, x):\n    a, b = x.chunk(2)\n    return a * self.act(b)\n"
    )
    (folder / "one.py").write_text("class Net:\n  def __init__(self, num_classes=10, mlp_layer=Glu, act_layer=nn.SiLU):\n    pass\n")
    (folder / "two.py").write_text(
        "class Block:\n  def __init__(self, act_layer=nn.GELU):\n    self.mlp = Mlp(act_layer)\nclass Net:\n  def __init__(self, num_classes=10):\n    pass\n"
    )
    (folder / "three.py").write_text("class Net:\n  def __init__(self, num_classes=10, act_layer=None):\n    act_layer = act_layer or nn.ReLU\n")
    said = {row["model"]: (row["name"], row["gated"], row["how"], row["line"]) for row in models.of_timm()}
    assert said == {"one": ("nn.SiLU", True, "stated", 2), "two": ("nn.GELU", False, "code", 2), "three": ("nn.ReLU", None, "stated", 3)}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("gelu_new", "gelu_new"),
        ('ACT2FN["relu2"](x)', "relu2"),
        ("nn.GELU()(x)", "nn.GELU"),
        ("F.leaky_relu(x, 0.2)", "F.leaky_relu"),
        ("Snake1d(1)(x.reshape(1, 1, -1)).reshape(x.shape)", "Snake1d"),
        ("torch.square(torch.relu(x))", "torch.square(torch.relu(x))"),
        ("x * torch.sigmoid(x * 1.702)", "x * torch.sigmoid(x * 1.702)"),
    ],
)
def test_what_a_rule_calls_is_shown_as_a_name(name: str, shown: str) -> None:
    assert definitions.called(name) == shown


def test_a_name_is_told_by_what_it_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    def swapped(package: str, name: str, file: str) -> Any:
        return {"relu": lambda x: x * x.clip(0), "gelu": lambda x: x.clip(0)}[name]

    monkeypatch.setattr(models, "defined", swapped)
    models._identified.cache_clear()
    assert models.identify_once("p", "relu", "f.py").id == "relu2"
    assert models.identify_once("p", "gelu", "f.py").id == "relu"
    with pytest.raises(SystemExit, match="what 'silu' in its table computes cannot be run"):
        models.identify_once("p", "silu", "f.py")
    models._identified.cache_clear()
