"""A Jacobian is derived for every number of entries; a false step, a false end, a false matrix and a forgotten block are refused."""

import random
import re
from dataclasses import replace
from importlib import import_module
from itertools import combinations_with_replacement, pairwise, product
from typing import Any

import pytest
import sympy as sp

from activation_functions import ALL, Activation, crelu, entmax, glu, maxout, reglu, softmax, sparsemax
from mathematics.indices import Lines, Place, free_indices
from mathematics.jacobian import Chain, Jacobian, jacobian

REASON = "# 理由 | a reason"
MIXING = [f for f in ALL.values() if f.mixes]


def of(f: Activation) -> Jacobian:
    found: Jacobian = import_module(f"derivations.functions.{f.id}_derivative").derivation
    return found


def step(f: Activation, start: str, *then: str, **more: Any) -> None:
    """Check the steps by algebra alone."""
    made = jacobian(f, "\n".join([start, *(f"= {line} {REASON}" for line in then)]), **more)
    free = frozenset().union(*(free_indices(each.line) for each in made.steps))
    for a, b in pairwise(made.steps):
        made._same(a.line, b.line, free)


# ---- every function that mixes entries -------------------------------------------------------


@pytest.mark.parametrize("f", MIXING, ids=lambda f: f.id)
def test_each_jacobian_is_derived_and_is_that_of_the_code(f: Activation) -> None:
    made = of(f)
    assert set(made.check()) == {"every n", "start"}
    assert {"entry", "product"} <= {chain.kind for chain in made.chains}
    for chain in made.chains:  # each begins with what is asked, as it stands
        assert re.fullmatch(
            r"(sum\(|g \* |g\[i\] \* )*partial\((f|f\[i\]|f\[i \+ n\]|s|tau|sum\(.+\)), [xab]\[j\]\)( for [ij] in range\((2 \* )?n\)\))?", chain.steps[0].line
        )


@pytest.mark.parametrize("f", MIXING, ids=lambda f: f.id)
def test_every_line_holds_with_all_entries_written_out_too(f: Activation) -> None:
    """The same lines with two to four entries, none of them left to a remainder, at random numbers."""
    made, rng = of(f), random.Random(4)
    lines = made.lines
    for n in (2, 3, 4):
        for at in ({"i": 0, "j": 0, "w": 0}, {"i": 0, "j": 1, "w": 0}, {"i": 1, "j": 0, "w": 0}):
            few = len(lines.sides) < 3
            for chosen in combinations_with_replacement(lines.sides, n) if few else (lines.sides[k : k + n] for k in range(len(lines.sides) - n + 1)):
                if f.where and not any(chosen[0]):
                    continue  # the largest entry is above a threshold
                case = lines.explicit(n, at, {f"_{k}": side for k, side in enumerate(chosen)})
                for chain in made.chains:
                    first, *rest = [lines.read(each.line, case, others=False) for each in chain.steps]
                    for other in rest:
                        letters = sorted((first - other).free_symbols, key=str)
                        numbers = {letter: sp.Rational(rng.randint(-40, 40), 41) for letter in letters}
                        assert abs(sp.N((first - other).subs(numbers), 30)) < 1e-25, (chain, n, at)


def spoilt(made: Jacobian) -> list[tuple[str, Jacobian]]:
    """Each later line of the derivation made a little wrong, after the line before it."""
    found = []
    for chain in made.chains:
        for before, after in pairwise(chain.steps):
            wrong = after._replace(line=f"({after.line}) * (1 + 1 / 10**9) + 1 / 10**9")
            found.append((wrong.line, replace(made, chains=(Chain((before, wrong)),))))
    return found


@pytest.mark.parametrize("f", MIXING, ids=lambda f: f.id)
def test_a_slip_in_any_line_is_told_of_that_line(f: Activation) -> None:
    for line, made in spoilt(of(f)):
        with pytest.raises(ArithmeticError, match=re.escape(f"`{line}` does not follow")):
            made.check()


# ---- false steps -----------------------------------------------------------------------------

S = {"s": "sum(exp(x[k]) for k in range(n))"}
E = {"u[k]": "indicator(x[k] > tau)", "c": "sum(u[k] for k in range(n))"}


@pytest.mark.parametrize(
    ("f", "start", "end", "more"),
    [
        (softmax, "partial(f[i], x[j])", "f[i] * (1 - f[i])", {"letters": S}),  # the diagonal alone
        (softmax, "partial(f[i], x[j])", "-f[i] * f[j]", {"letters": S}),  # the rest alone
        (softmax, "partial(f[i], x[j])", "f[i] * (indicator(i == j) + f[j])", {"letters": S}),
        (softmax, "partial(s, x[j])", "s", {"letters": S}),
        (softmax, "sum(f[k] for k in range(n))", "2", {"letters": S}),
        (softmax, "sum(f[i] * f[k] for k in range(n))", "f[k]", {"letters": S}),  # an index that nothing binds
        (softmax, "sum(partial(f[i], x[j]) for j in range(n))", "f[i]", {"letters": S}),
        (softmax, "sum(x[k] * exp(x[k]) for k in range(n))", "sum(x[k] for k in range(n)) * s", {"letters": S}),  # a sum of products
        (softmax, "sum(sum(x[k] * x[l] for l in range(n)) for k in range(n))", "sum(x[k]**2 for k in range(n))", {}),
        (sparsemax, "partial(tau, x[j])", "1 / c", {"letters": E, "gap": "x[k] - tau"}),  # wrong below the threshold
        (sparsemax, "partial(f[i], x[j])", "indicator(i == j)", {"letters": E, "gap": "x[k] - tau"}),  # the threshold held
        (sparsemax, "sum(u[k] for k in range(n))", "n", {"letters": E, "gap": "x[k] - tau"}),
        (entmax, "partial(max(0, x[i] / 2 - tau), x[j])", "indicator(i == j) / 2", {"gap": "x[k] / 2 - tau"}),
        (maxout, "partial(f, x[j])", "1", {}),
        (maxout, "partial(f, x[j])", "0", {}),
        (glu, "partial(f[i], x[j + n])", "x[i] * sigma(x[i + n]) * sigma(-x[i + n])", {}),  # the delta forgotten
        (glu, "partial(f[i], x[j])", "indicator(i == j) * x[i]", {}),
        (reglu, "partial(f[i], x[j + n])", "indicator(i == j) * x[i]", {"gap": "x[k + n]"}),
        (crelu, "partial(f[i + n], x[j])", "indicator(i == j) * indicator(x[j] < 0)", {"gap": "x[k]"}),  # a sign
    ],
)
def test_false_steps(f: Activation, start: str, end: str, more: dict[str, Any]) -> None:
    with pytest.raises(ArithmeticError, match="does not follow"):
        step(f, start, end, **more)


def test_the_case_of_a_false_step_is_told() -> None:
    with pytest.raises(ArithmeticError, match="where i ≠ j"):
        step(softmax, "partial(f[i], x[j])", "f[i] * (1 - f[i])")
    with pytest.raises(ArithmeticError, match="where i = j"):
        step(softmax, "partial(f[i], x[j])", "-f[i] * f[j]")
    with pytest.raises(ArithmeticError, match="j below"):
        step(sparsemax, "partial(tau, x[j])", "1 / c", letters=E, gap="x[k] - tau")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("sum(sum(x[k] * x[l] for l in range(n)) for k in range(n))", "sum(x[k] for k in range(n))**2"),
        ("sum(sum(indicator(k == l) * x[l] for l in range(n)) for k in range(n))", "sum(x[k] for k in range(n))"),
        ("sum(partial(sum(x[l]**2 for l in range(n)), x[k]) for k in range(n))", "2 * sum(x[k] for k in range(n))"),
        ("sum(partial(f[k], x[k]) for k in range(n))", "1 - sum(f[k]**2 for k in range(n))"),  # the trace
        ("partial(log(sum(exp(x[k]) for k in range(n))), x[i])", "f[i]"),
    ],
)
def test_sums_within_sums(start: str, end: str) -> None:
    step(softmax, start, end)


# ---- a false end -----------------------------------------------------------------------------


def test_the_end_is_the_record_s_jacobian() -> None:
    made = replace(of(softmax), of=replace(softmax, jacobian="f[j] * (indicator(i == j) - f[j])"))
    with pytest.raises(ArithmeticError, match="is not the Jacobian of softmax"):
        made.check()


@pytest.mark.parametrize("f", MIXING, ids=lambda f: f.id)
def test_code_that_says_otherwise_is_refused(f: Activation) -> None:
    def off(x: Any, g: Any, *present: Any, **parameters: Any) -> Any:
        assert f.pullback is not None
        return f.pullback(x, g, *present, **parameters) + 1e-9

    with pytest.raises(ArithmeticError, match="the code gives"):
        replace(of(f), of=replace(f, pullback=off)).check()


def test_a_product_that_is_none_is_refused_by_numbers_too() -> None:
    made = of(softmax)
    (end,) = (chain for chain in made.chains if chain.kind == "product")
    other = Chain((end.steps[0], end.steps[-1]._replace(line="f[j] * g[j]")))
    wrong = replace(made, chains=(*made.chains[:-1], other))
    with pytest.raises(ArithmeticError, match="the product's last line gives"):
        wrong._agrees(3, random.Random(0))


def test_an_entry_that_is_none_is_refused_by_differences() -> None:
    made = of(softmax)
    first = made.chains[0]
    wrong = replace(made, chains=(Chain((first.steps[0], first.steps[-1]._replace(line="f[i] * (indicator(i == j) - f[i])"))),))
    with pytest.raises(ArithmeticError, match="by differences"):
        wrong._agrees(3, random.Random(0))


@pytest.mark.parametrize("f", [glu, crelu])
def test_a_block_that_no_chain_finds_is_missed(f: Activation) -> None:
    made = of(f)
    some = [chain for chain in made.chains if chain.kind == "entry"]
    with pytest.raises(ArithmeticError, match="no chain finds the entries"):
        replace(made, chains=tuple(chain for chain in made.chains if chain is not some[1])).check()


@pytest.mark.parametrize(("f", "matrix"), [(softmax, "diag(f) + f @ f.T"), (sparsemax, "diag(u) - u @ u.T"), (entmax, "diag(s) - s @ s.T / c**2")])
def test_a_matrix_with_other_entries(f: Activation, matrix: str) -> None:
    with pytest.raises(ArithmeticError, match="has another entry"):
        replace(of(f), matrix=matrix).check()


# ---- how chains are written ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chain", "message"),
    [
        ("partial(f[i], x[j])", "at least two lines"),
        ("= f[i] # 理由 | a reason", "starts without"),
        ("partial(f[i], x[j])\n= f[i]", "without a reason"),
        ("partial(f[i], x[j])\n= f[i] # only one language", "expected"),
    ],
)
def test_a_careless_chain(chain: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        jacobian(softmax, chain)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("max(0, x[i])", "nothing says on which side"),
        ("partial(f[i], s)", "a derivative is taken by an entry"),
        ("sum(exp(x[k] * s) for k in range(n))", "does not come apart"),
        ("sofmax(x[i])", "unknown word"),
    ],
)
def test_lines_that_cannot_be_read(line: str, message: str) -> None:
    lines = Lines(softmax, S)
    (case,) = lines.cases(frozenset("i"))
    with pytest.raises(ValueError, match=message):
        lines.read(line, case)


def test_every_way_to_coincide_and_every_side() -> None:
    assert [case.told for case in Lines(softmax).cases(frozenset("ij"))] == ["i = j", "i ≠ j"]
    assert len([*Lines(sparsemax, gap="x[k] - tau").cases(frozenset("ij"))]) == 2 + 4
    assert [case.at["w"] for case in Lines(maxout).cases(frozenset("j"))] == ["w", "w"]


def test_an_index_moves_by_whole_halves() -> None:
    n = sp.Symbol("n", positive=True)
    assert Place("i") + n == Place("i", 1) != Place("j", 1)
    assert Place("i", 1) - n == Place("i")
    assert [Place("i") < n, Place("i", 1) < n] == [True, False]
    with pytest.raises(ValueError, match="moved by n"):
        Place("i") + sp.Integer(1)


def test_indices_that_a_sum_binds_are_not_free() -> None:
    assert free_indices("sum(g[i] * f[j] for i in range(n))") == {"j"}
    assert free_indices("sum(partial(f[i], x[j]) for j in range(n))") == {"i"}


def test_every_pair_of_halves_is_asked_for() -> None:
    """The regular expression above cannot hide one: the halves of outputs and entries are counted here."""
    for f in MIXING:
        made = of(f)
        outputs, entries = range(2 if f.width == 2 else 1), range(2 if f.width == 0.5 else 1)
        assert {made._asked(chain) for chain in made.chains if chain.kind == "entry"} == set(product(outputs, entries))
        assert {made._half_of_product(chain) for chain in made.chains if chain.kind == "product"} == set(entries)
