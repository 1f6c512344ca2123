"""Which models use which function: read from the code of published packages, without running a model, and written down with the date.

Run it where the packages are installed, beside NumPy, SciPy and PyTorch:

    pip install torch numpy scipy && pip install --no-deps transformers timm diffusers
    pip install huggingface_hub safetensors tokenizers regex pyyaml && PYTHONPATH=src:scripts python scripts/measured/models.py [DATE]

It writes models.json beside itself; the site is built from that record and needs none of the packages. A default is read off the syntax
tree of the class that states it. Where no class states one, a rule below names the line that does. What a package's name for a function
means is never taken from the name: the package's own definition is run and held against this module's functions.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from activation_functions.identify import Match, identify
from mathematics.recorded import write
from measured.definitions import FEED_FORWARD, called, defined, feed_forward, timm_layers
from measured.reading_code import Stated, Use, arguments, bases, gates, root, stated, tree, uses

PACKAGES = ("transformers", "timm", "diffusers")


class Rule(NamedTuple):
    """A family whose code must be read: the file, a piece of the line that says so, and that line's own function as a call on x."""

    model: str
    file: str
    evidence: str
    call: str
    gated: bool | None = False
    part: str = ""


RULES = (
    Rule("bark", "modeling_bark.py", "self.gelu = nn.GELU()", "nn.GELU()(x)"),
    Rule("bloom", "modeling_bloom.py", "return bloom_gelu_forward(input)", "bloom_gelu_forward(x)"),
    Rule("cpmant", "modeling_cpmant.py", "self.act = torch.nn.GELU()", "torch.nn.GELU()(x)", True),
    Rule("ctrl", "modeling_ctrl.py", "nn.Sequential(nn.Linear(d_model_size, dff), nn.ReLU(), nn.Linear(dff, d_model_size))", "nn.ReLU()(x)"),
    Rule("cvt", "modeling_cvt.py", "self.activation = nn.GELU()", "nn.GELU()(x)"),
    Rule("dac", "modeling_dac.py", "self.snake1 = Snake1d(dimension)", "Snake1d(1)(x.reshape(1, 1, -1)).reshape(x.shape)", None),
    Rule("dbrx", "configuration_dbrx.py", 'self.ffn_act_fn = {"name": "silu"}', 'ACT2FN["silu"](x)', True),
    Rule("deepseek_vl", "modeling_deepseek_vl.py", "self.activation = nn.GELU()", "nn.GELU()(x)", False, "aligner"),
    Rule("depth_pro", "modeling_depth_pro.py", "self.activation1 = nn.ReLU()", "nn.ReLU()(x)", None, "fusion"),
    Rule("encodec", "modeling_encodec.py", "block += [nn.ELU()]", "nn.ELU()(x)", None),
    Rule("esm", "modeling_esm.py", "hidden_states = gelu(hidden_states)", "gelu(x)"),
    Rule("esmfold2", "modeling_esmfold2.py", 'self.activation_fn = ACT2FN["silu"]', 'ACT2FN["silu"](x)', True),
    Rule("flaubert", "modeling_flaubert.py", "self.act = gelu if config.gelu_activation else nn.functional.relu", 'ACT2FN["gelu"](x)'),
    Rule(
        "gpt_oss", "modeling_gpt_oss.py", "glu = gate * torch.sigmoid(gate * self.alpha)", "x * torch.sigmoid(x * {configuration_gpt_oss.swiglu_alpha})", True
    ),
    Rule("levit", "modeling_levit.py", "self.activation = nn.Hardswish()", "nn.Hardswish()(x)"),
    Rule("lfm2", "modeling_lfm2.py", "self.w2(F.silu(self.w1(x)) * self.w3(x))", "F.silu(x)", True),
    Rule("lfm3", "modeling_lfm3.py", "self.w2(F.silu(self.w1(x)) * self.w3(x))", "F.silu(x)", True),
    Rule("lighton_ocr", "modeling_lighton_ocr.py", "self.act = nn.GELU()", "nn.GELU()(x)", False, "projector"),
    Rule("nemotron_h_omni", "modeling_nemotron_h_omni.py", 'self.act = ACT2FN["relu2"]', 'ACT2FN["relu2"](x)', False, "projector"),
    Rule("oneformer", "modeling_oneformer.py", "self.activation_fn = nn.functional.relu", "nn.functional.relu(x)"),
    Rule("perception_lm", "modeling_perception_lm.py", "self.gelu = nn.GELU()", "nn.GELU()(x)", False, "projector"),
    Rule("rwkv", "modeling_rwkv.py", "key = torch.square(torch.relu(self.key(key)))", "torch.square(torch.relu(x))"),
    Rule("superpoint", "modeling_superpoint.py", "self.relu = nn.ReLU(inplace=True)", "nn.ReLU()(x)", None),
    Rule("timesfm", "modeling_timesfm.py", "gate = F.relu(gate)", "F.relu(x)"),
    Rule(
        "univnet",
        "modeling_univnet.py",
        "nn.functional.leaky_relu(hidden_states, self.leaky_relu_slope)",
        "F.leaky_relu(x, {configuration_univnet.leaky_relu_slope})",
        None,
    ),
    Rule("upernet", "modeling_upernet.py", "self.activation = nn.ReLU()", "nn.ReLU()(x)", None),
    Rule("vitmatte", "modeling_vitmatte.py", "self.relu = nn.ReLU()", "nn.ReLU()(x)", None, "decoder"),
    Rule("wavtokenizer", "modeling_wavtokenizer.py", "self.act = nn.GELU()", "nn.GELU()(x)", False, "decoder"),
    Rule("xcodec", "modeling_xcodec.py", "self.activation = nn.ELU()", "nn.ELU()(x)", None),
    Rule("xlm", "modeling_xlm.py", "self.act = gelu if config.gelu_activation else nn.functional.relu", 'ACT2FN["gelu"](x)'),
)
"""Families of transformers whose configuration states no function, or another than the code computes. `{file.field}` is that default."""

UNREAD = {"gpt_oss": "hidden_act"}
"""A field that the code never reads: the rule above says what the code computes."""

FUNCTIONS_BY_NAME = {"feed_forward_proj": {"gated-gelu": "gelu_new"}}
"""T5 and its kin: `gated-gelu` is a gate, and the function in it is set to `gelu_new` by the configuration itself."""


# ---- places ----------------------------------------------------------------------------------


def _short(file: Path, package: str) -> str:
    return file.relative_to(root(package).parent).as_posix()


def row(package: str, model: str, part: str, cls: str, file: Path, line: int, name: str, gated: bool | None, how: str) -> dict[str, Any]:
    return {
        "model": model,
        "part": part,
        "class": cls,
        "package": package,
        "version": version(package),
        "file": _short(file, package),
        "line": line,
        "name": name,
        "gated": gated,
        "how": how,
    }


# ---- transformers ----------------------------------------------------------------------------


def of_transformers() -> Iterator[dict[str, Any]]:
    """One row a configuration class and field, its own or inherited; then the rules."""
    folder = root("transformers") / "models"
    files = sorted(folder.glob("*/configuration_*.py"))
    known = {name: (file, said, bases(tree(file))[name]) for file in files for name, said in stated(tree(file)).items()}
    for file in files:
        for name in stated(tree(file)):
            if "Config" in name:
                fields = _inherited(name, known)
                named = {field for _, field in fields}
                for at, said in fields.items():
                    if at[1] == "dense_act_fn" and "feed_forward_proj" in named:
                        continue  # set from the other
                    yield from _configured(file.parent.name, name, said, known[at[0]][0], at[0])
    for rule in RULES:
        yield _ruled(rule, folder / rule.model / rule.file)


def _inherited(name: str, known: dict[str, tuple[Path, list[Stated], list[str]]]) -> dict[tuple[str, str], Stated]:
    """Every field that a class has, by the class that states it: nearer classes first."""
    found: dict[str, tuple[str, Stated]] = {}
    waiting, seen = [name], set()
    while waiting:
        here = waiting.pop(0)
        if here in known and here not in seen:
            seen.add(here)
            for said in known[here][1]:
                found.setdefault(said.field, (here, said))
            waiting += known[here][2]
    return {(where, field): said for field, (where, said) in found.items()}


def _configured(model: str, cls: str, said: Stated, file: Path, stating: str) -> Iterator[dict[str, Any]]:
    if UNREAD.get(model) == said.field:
        return
    name, gated = said.says, gate(model, cls, said.field)
    if gated is None and stating != cls:
        gated = gate(file.parent.name, stating, said.field)
    if said.field in FUNCTIONS_BY_NAME:
        kind, _, last = name.rpartition("-")
        gated, name = kind == "gated", FUNCTIONS_BY_NAME[said.field].get(name, last)
    yield row("transformers", model, part_of(model, cls, said.field), cls, file, said.line, name, gated, "stated" if stating == cls else "inherited")


MAIN = {"hidden", "act", "activation", "function", "fn", "func", "ff", "ffn", "dense", "nonlinearity", "feed", "forward", "proj", "layer", "fns"}


PARTS = re.compile(r"Text|Vision|Audio|Speech|Image|Video|Encoder|Decoder|Talker|Predictor|Projector|Adapter|Perceiver|QFormer|Mask|Hiera|Memory|Prompt")


def part_of(model: str, cls: str, field: str) -> str:
    """`CLIPTextConfig` of clip is its text part; `pooler_act` is the pooler of whatever the class configures."""
    words = [word.lower() for word in PARTS.findall(cls) if word.lower() not in model]
    return " ".join(dict.fromkeys([*words, *(word for word in field.split("_") if word not in MAIN)]))


@cache
def used(model: str) -> tuple[Use, ...]:
    """Where the code of a family takes its functions from the table."""
    return tuple(use for file in sorted((root("transformers") / "models" / model).glob("modeling_*.py")) for use in uses(tree(file)))


FEEDS = re.compile(r"MLP|Mlp|FeedForward|FFN|Ffn|Expert|Intermediate|Dense|Layer")
MLPS = re.compile(r"MLP|Mlp|FeedForward|FFN|Expert")
SENSES = re.compile(r"vision|vit|image|audio|speech|video|patch|projector|connector|perceiver|talker|encoder|decoder|sam|adapter", re.I)


def gate(model: str, cls: str, field: str) -> bool | None:
    """Whether the modules that read the field gate with it; None where no module says, or they do not agree."""
    here = [use for use in used(model) if use.field == field] or [use for use in used(model) if use.field.split("_")[-1] in ("act", "activation", "fn")]
    stem, others = cls.removesuffix("Config"), [other.removesuffix("Config") for other in _classes(model) if other != cls]
    longer = [other for other in others if len(other) > len(stem)]
    own = [use for use in here if use.module.startswith(stem) and not any(use.module.startswith(other) for other in longer)]
    free = [use for use in here if not any(use.module.startswith(other) and len(other) > len(_family(model, others)) for other in others)]
    chosen = own or free
    sense = [word.lower() for word in SENSES.findall(cls)]
    feeding = [use for use in chosen if FEEDS.search(use.module)] or chosen
    if len({use.gated for use in feeding}) == 2:
        feeding = [use for use in feeding if MLPS.search(use.module)] or feeding
    if len({use.gated for use in feeding}) == 2:
        feeding = [use for use in feeding if (any(word in use.module.lower() for word in sense) if sense else not SENSES.search(use.module))] or feeding
    verdicts = {use.gated for use in feeding}
    return verdicts.pop() if len(verdicts) == 1 else None


def _family(model: str, stems: list[str]) -> str:
    """What all classes of a family begin with, as far as it is the family's own name."""
    return next((stem for stem in sorted(stems, key=len) if stem.lower() == model.replace("_", "")), "")


@cache
def _classes(model: str) -> tuple[str, ...]:
    return tuple(name for file in (root("transformers") / "models" / model).glob("configuration_*.py") for name in stated(tree(file)))


def _ruled(rule: Rule, file: Path) -> dict[str, Any]:
    lines = file.read_text("utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if rule.evidence in text), None)
    if line is None:
        raise SystemExit(f"{file}: no line says {rule.evidence!r} any more; read the code again, and mend the rule for {rule.model} in RULES")
    return row("transformers", rule.model, rule.part, enclosing(tree(file), line), file, line, filled(rule.call, file.parent), rule.gated, "read")


def enclosing(whole: ast.Module, line: int) -> str:
    """The outermost class or function that a line stands in."""
    inside = (node for node in whole.body if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or line))
    return next((node.name for node in inside), "")


def filled(call: str, folder: Path) -> str:
    """`{configuration_x.field}` by the number that the class states there."""

    def default(word: re.Match[str]) -> str:
        stem, _, field = word[1].partition(".")
        for node in ast.walk(tree(folder / f"{stem}.py")):
            match node:
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=number)) if name == field:
                    return repr(number)
        raise SystemExit(f"{folder / stem}.py states no default of {field}; mend the rule in RULES")

    return re.sub(r"\{([\w.]+)\}", default, call)


# ---- timm ------------------------------------------------------------------------------------


def of_timm() -> Iterator[dict[str, Any]]:
    """One row a model class, by the default of its `act_layer` or by that of all its blocks; and one a function that builds a family with another."""
    for file in sorted((root("timm") / "models").glob("[a-z]*.py")):
        for node in tree(file).body:
            if isinstance(node, ast.ClassDef):
                yield from _layered(file, node)
            elif isinstance(node, ast.FunctionDef):
                seen = set()
                for call in ast.walk(node):
                    match call:
                        case ast.Call(func=ast.Name(id="resolve_act_layer"), args=[_, ast.Constant(value=str(name))]) if name not in seen:
                            seen.add(name)
                            yield row("timm", file.stem, "", node.name, file, call.lineno, name, None, "stated")


def _layered(file: Path, node: ast.ClassDef) -> Iterator[dict[str, Any]]:
    start = next((each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"), None)
    if start is None or not {"num_classes", "in_chans"} & {argument.arg for argument in (*start.args.args, *start.args.kwonlyargs)}:
        return
    gated = mlp_gates(file, start)
    own = [said for said in (*arguments(start), *_otherwise(start)) if said.field == "act_layer"]
    if own:
        yield row("timm", file.stem, "", node.name, file, own[0].line, own[0].says, gated, "stated")
        return
    inside = [said for each in stated(tree(file)).values() for said in each if said.field == "act_layer"]
    if len({said.says for said in inside}) == 1:  # its blocks state it, all the same
        yield row("timm", file.stem, "", node.name, file, inside[0].line, inside[0].says, gated, "code")


def _otherwise(start: ast.FunctionDef) -> Iterator[Stated]:
    """`act_layer or nn.GELU`: the function where None was given."""
    for node in ast.walk(start):
        match node:
            case ast.BoolOp(op=ast.Or(), values=[first, (ast.Attribute() | ast.Name()) as last]) if "act_layer" in ast.unparse(first):
                yield Stated("act_layer", ast.unparse(last), node.lineno, code=True)


@cache
def mlps() -> dict[str, bool]:
    """The feed-forward parts of timm, and whether each gates."""
    return {node.name: gates(node, "act") for node in tree(root("timm") / "layers" / "mlp.py").body if isinstance(node, ast.ClassDef)}


def mlp_gates(file: Path, start: ast.FunctionDef) -> bool | None:
    """By the default of `mlp_layer`; without one, by the feed-forward parts that the file calls, if all are of one kind."""
    named = start.args
    plain = zip(named.args[len(named.args) - len(named.defaults) :], named.defaults, strict=True)
    default = next((ast.unparse(value) for argument, value in plain if argument.arg == "mlp_layer"), "")
    if default in mlps():
        return mlps()[default]
    called = {node.func.id for node in ast.walk(tree(file)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    verdicts = {mlps()[name] for name in called & mlps().keys()}
    return verdicts.pop() if len(verdicts) == 1 else None


# ---- diffusers -------------------------------------------------------------------------------


def of_diffusers() -> Iterator[dict[str, Any]]:
    """One row a model class and field; where a class states none, the function that its file hands to every feed-forward part."""
    for file in sorted((root("diffusers") / "models").rglob("*.py")):
        above = bases(tree(file))
        for cls, said in stated(tree(file)).items():
            if {"ModelMixin", "ConfigMixin"} & set(above[cls]):
                for each in said:
                    yield row(
                        "diffusers", file.stem, part_of("", cls, each.field), cls, file, each.line, each.says, gated_there(each.field, each.says), "stated"
                    )
                if not said:
                    yield from _handed(file, cls)


def _handed(file: Path, cls: str) -> Iterator[dict[str, Any]]:
    found: dict[str, int] = {}
    for node in ast.walk(tree(file)):
        match node:
            case ast.Call(func=ast.Name(id="FeedForward"), keywords=keywords):
                for keyword in keywords:
                    match keyword:
                        case ast.keyword(arg="activation_fn", value=ast.Constant(value=str(name))):
                            found.setdefault(name, keyword.value.lineno)
    if len(found) == 1:
        for name, line in found.items():
            yield row("diffusers", file.stem, "", cls, file, line, name, gated_there("activation_fn", name), "code")


def gated_there(field: str, name: str) -> bool | None:
    """Of a feed-forward part of diffusers, by running it: a gate makes one number of two."""
    if field != "activation_fn":
        return None
    return feed_forward(name)[1]


# ---- the record ------------------------------------------------------------------------------


def everything() -> list[dict[str, Any]]:
    """Every row with the function of ours that its name turns out to be."""
    rows = [each for read in (of_transformers, of_timm, of_diffusers) for each in read()]
    for done, each in enumerate(rows):
        if done % 100 == 0:
            print(f"{done} of {len(rows)}", file=sys.stderr, flush=True)
        best = identify_once(each["package"], each["name"], each["file"])
        each["function"] = best.id if best.same else None
        each["parameters"] = dict(best.parameters) if best.same else {}
        each["name"] = called(each["name"])
    return sorted(rows, key=lambda each: (each["package"], each["model"], each["class"], each["part"], each["line"]))


def identify_once(package: str, name: str, file: str) -> Match:
    """A word means the same in a whole package; an expression is that of its file."""
    return _identified(package, name, "" if re.fullmatch(r"[a-z][a-z0-9_-]*", name) else file)


@cache
def _identified(package: str, name: str, file: str) -> Match:
    try:
        return identify(defined(package, name, file))[0]
    except (KeyError, NameError, TypeError, ValueError) as error:
        raise SystemExit(
            f"{package}: what {name!r} in {file or 'its table'} computes cannot be run ({error}); look for its definition, and name it here"
        ) from error


def names() -> dict[str, dict[str, Any]]:
    """Every word of each package's table of functions: what it turns out to be, or the nearest that it is not."""
    layers = timm_layers()
    tables = {
        "transformers": list(import_module("transformers.activations").ACT2CLS),
        "timm": [name for name in layers._ACT_LAYER_DEFAULT if layers._ACT_LAYER_DEFAULT[name] is not None],
        "diffusers": sorted({*import_module("diffusers.models.activations").ACT2CLS, *FEED_FORWARD}),
    }
    return {package: {name: _said(package, name, _identified(package, name, "")) for name in words} for package, words in tables.items()}


def _said(package: str, name: str, best: Match) -> dict[str, Any]:
    said: dict[str, Any] = {"function": best.id if best.same else None, "parameters": dict(best.parameters) if best.same else {}}
    said["nearest"], said["gap"] = (None, 0.0) if best.same else (best.id, float(f"{best.gap:.2g}"))
    said["gated"] = package == "diffusers" and name in FEED_FORWARD and feed_forward(name)[1]
    return said


def measure(day: str) -> dict[str, Any]:
    rows = everything()
    return {
        "date": day,
        "versions": {package: version(package).partition("+")[0] for package in (*PACKAGES, "torch")},
        "names": names(),
        "models": rows,
    }


if __name__ == "__main__":
    write("models", measure(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
