"""Runs code to copy: a snippet in each language as a function of inputs, a format and the slope that comes from behind."""

from __future__ import annotations

import inspect
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from activation_functions import ALL, Activation
from answers import snippets
from answers.snippets import called, text
from measured.calls import Points, library

Run = Callable[[Points, str, Any], tuple[Points, Points | None]]
"""Of inputs, a format and g: the values and, where the library differentiates, the gradient."""


def load(name: str, language: str) -> Callable[..., Any]:
    """The function that a snippet in Python defines."""
    scope: dict[str, Any] = {"__name__": f"{language}.{name}"}
    exec(compile(text(name, language), str(snippets.file(name, language)), "exec"), scope)
    function: Callable[..., Any] = scope[name]
    return function


def signature(f: Activation) -> list[tuple[str, Any]]:
    """Parameters and defaults, as a snippet in Python has them after x: those that shape the function, and its axis."""
    return [*([("axis", -1)] if f.mixes else []), *((name, p.default) for name, p in f.parameters.items())]


def misnamed(name: str, language: str) -> str:
    """What is wrong with the parameters of a snippet in Python; nothing if they are those of the module."""
    first, *rest = inspect.signature(load(name, language)).parameters.values()
    found, wanted = [(p.name, p.default) for p in rest], signature(ALL[name])
    return "" if first.name == "x" and found == wanted else f"it takes {first.name}, {found}; the module's function x, {wanted}"


def _numpy(name: str) -> Run:
    f = load(name, "numpy")

    def run(x: Points, dtype: str, _: Any) -> tuple[Points, Points | None]:
        with np.errstate(all="ignore"):
            return np.asarray(f(x.astype(dtype))), None

    return run


def _pytorch(name: str) -> Run:
    f, torch = load(name, "pytorch"), library("torch")

    def run(x: Points, dtype: str, g: Any) -> tuple[Points, Points | None]:
        u = torch.tensor(x).to(getattr(torch, dtype)).requires_grad_()
        y = f(u)
        assert y.dtype == u.dtype, f"{name}: {dtype} gives {y.dtype}"
        if not y.requires_grad:
            return y.double().numpy(), None
        y.backward(torch.as_tensor(g, dtype=y.dtype).expand(y.shape))
        return y.detach().double().numpy(), u.grad.double().numpy()

    return run


def _jax(name: str) -> Run:
    f, jax, jnp = load(name, "jax"), library("jax"), library("jnp")

    def run(x: Points, dtype: str, g: Any) -> tuple[Points, Points | None]:
        count = len(x)
        if not ALL[name].mixes:  # one length for all functions: what JAX compiles for one operation serves them all
            x = np.append(x, np.ones(-count % 256))
        u = jnp.asarray(x).astype(dtype)
        y, back = jax.vjp(f, u)
        assert y.dtype == u.dtype, f"{name}: {dtype} gives {y.dtype}"
        slope = back(jnp.broadcast_to(jnp.asarray(g).astype(dtype), y.shape))[0]
        found = np.asarray(y, np.float64), np.asarray(slope, np.float64)
        return found if ALL[name].mixes else (found[0][:count], found[1][:count])

    return run


def _tensorflow(name: str) -> Run:
    f, tf = load(name, "tensorflow"), library("tf")

    def run(x: Points, dtype: str, g: Any) -> tuple[Points, Points | None]:
        u = tf.cast(tf.constant(x), dtype)
        with tf.GradientTape() as tape:
            tape.watch(u)
            y = f(u)
        assert y.dtype == u.dtype, f"{name}: {dtype} gives {y.dtype}"
        slope = tape.gradient(y, u, output_gradients=tf.broadcast_to(tf.cast(g, dtype), y.shape))
        return tf.cast(y, "float64").numpy(), None if slope is None else tf.cast(slope, "float64").numpy()

    return run


def _c(name: str) -> Run:
    f, own = ALL[name], called(name, "c")
    settings = "".join(f", {float(p.default).hex()}" for p in f.parameters.values())
    if not f.mixes:
        body = f'while (scanf("%lf", &x) == 1) printf("%a\\n", {own}(x{settings}));'
    else:
        call = f"{own}(v, n, y{settings});" if f.width else f"y[0] = {own}(v, n{settings});"
        count = {1.0: "n", 0.5: "n / 2", 2.0: "2 * n", 0.0: "1"}[f.width]
        body = f'while (scanf("%lf", &x) == 1) v[n++] = x; {call} for (size_t i = 0; i < {count}; i++) printf("%a\\n", y[i]);'
    main = (
        f"\n#include <stdio.h>\n#include <stddef.h>\nint main(void) {{ double x, v[64], y[128]; size_t n = 0; (void)v; (void)y; (void)n; {body} return 0; }}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "snippet.c", Path(folder) / "snippet"
        source.write_text(text(name, "c") + main, "utf-8")
        subprocess.run(["gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-O2", "-o", str(program), str(source), "-lm"], check=True)
        binary = program.read_bytes()

    def run(x: Points, dtype: str, _: Any) -> tuple[Points, Points | None]:
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "snippet"
            program.write_bytes(binary)
            program.chmod(0o755)
            said = subprocess.run([str(program)], input="\n".join(map(repr, x.tolist())), capture_output=True, text=True, check=True).stdout.split()
        found = np.array([float.fromhex(word) for word in said])
        return found if f.width else found[0], None

    return run


def _javascript(name: str) -> Run:
    f = ALL[name]

    def run(x: Points, dtype: str, _: Any) -> tuple[Points, Points | None]:
        given = json.dumps([str(entry) for entry in x.tolist()])
        numbers = f"{given}.map((s) => s === 'inf' ? Infinity : s === '-inf' ? -Infinity : Number(s))"
        call = f"[].concat({name}({numbers}))" if f.mixes else f"{numbers}.map((x) => {name}(x))"
        program = f'"use strict";\n{text(name, "javascript")}\nconsole.log(JSON.stringify({call}.map(String)));'
        said = json.loads(subprocess.run(["node", "-"], input=program, capture_output=True, text=True, check=True).stdout)
        found = np.array([float(word.replace("Infinity", "inf")) for word in said])
        return found if f.width else found[0], None

    return run


RUNNERS: dict[str, Callable[[str], Run]] = {
    "numpy": _numpy,
    "pytorch": _pytorch,
    "jax": _jax,
    "tensorflow": _tensorflow,
    "c": _c,
    "javascript": _javascript,
}
TOOLS = {"c": "gcc", "javascript": "node"}


def found(language: str) -> bool:
    """Whether what runs it is on this machine."""
    return language not in TOOLS or shutil.which(TOOLS[language]) is not None
