"""What is computed does not depend on how new the processor is."""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from answers import cache, making, names
from project import instructions
from project.paths import ROOT

SUMS = "import numpy as np, math; x = np.random.default_rng(0).standard_normal((200, 200)); "
PARTS = {
    "tanh": "np.tanh(x)",
    "exp in float32": "np.exp(x.astype(np.float32))",
    "exp of the C library": "np.array([math.exp(each) for each in x.ravel()])",
    "a product of matrices": "x @ x",
}


def computed(**settings: str) -> dict[str, str]:
    """The bits of a few computations in an interpreter that starts in this environment."""
    code = SUMS + "; ".join(f"print(({part}).tobytes().hex())" for part in PARTS.values())
    said = subprocess.run([sys.executable, "-c", code], env=os.environ | settings, capture_output=True, text=True, check=True).stdout.split()
    return {name: hashlib.sha256(bits.encode()).hexdigest() for name, bits in zip(PARTS, said, strict=True)}


def started(**settings: str) -> dict[str, str]:
    """The settings with which a program that keeps to the plain instructions really runs."""
    code = "import sys, json, os; sys.path.insert(0, 'scripts'); from project import instructions; instructions.keep(); print(json.dumps(dict(os.environ)))"
    said = subprocess.run([sys.executable, "-c", code], env=os.environ | settings, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name: value for name, value in json.loads(said).items() if name in instructions.plain()}


def test_a_program_starts_again_with_the_plain_instructions() -> None:
    assert started() == started(NPY_DISABLE_CPU_FEATURES="X86_V4", OPENBLAS_CORETYPE="Haswell", GLIBC_TUNABLES="") == instructions.plain()


def test_the_plain_instructions_are_other_ones() -> None:
    """Each setting changes bits where the processor has anything newer; otherwise the settings would be words."""
    usual, plain = computed(NPY_DISABLE_CPU_FEATURES="", OPENBLAS_CORETYPE="", GLIBC_TUNABLES=""), computed(**instructions.plain())
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if "X86_V3" not in found or sys.platform != "linux":
        pytest.skip("a processor that has nothing newer")
    assert [name for name in PARTS if usual[name] == plain[name]] == []


def test_a_process_with_newer_instructions_lets_others_work() -> None:
    with instructions.workers(1) as pool:
        assert isinstance(pool, ProcessPoolExecutor)
        assert pool.submit(instructions.kept).result()


def test_what_is_kept_says_what_it_depends_on() -> None:
    note = cache._tools()
    assert sys.version in note
    assert all(f"{name}={value}" in note for name, value in instructions.plain().items())


def test_tests_do_not_make_things_with_the_instructions_of_their_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(_: str) -> None:
        raise AssertionError("made in this process")

    monkeypatch.setattr(instructions, "kept", lambda: False)
    monkeypatch.setattr(making, "_vectors", here)
    names._elsewhere.cache_clear()
    assert len(names._make(names.catalogue()["vectors_relu"])["vectors"]) > 80


def test_another_linear_algebra_leaves_the_simulated_condition_numbers(tmp_path: Path) -> None:
    """In float32 the two differ by 1e-7 and more."""
    code = (
        "import sys, numpy as np; from studies import condition_by_n as c; np.save(sys.argv[1], [c.run(0, samples=2000, **arm)['condition'] for arm in c.arms])"
    )
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT / "scripts")])
    found = []
    for core in ("Nehalem", "Haswell"):
        environment = os.environ | {"OPENBLAS_CORETYPE": core, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": path}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / f"{core}.npy")], env=environment, check=True)
        found.append(np.load(tmp_path / f"{core}.npy"))
    np.testing.assert_allclose(found[0], found[1], rtol=1e-11)
