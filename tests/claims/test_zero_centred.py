"""Being off centre: what the derivations say of the second-moment matrix holds of every matrix, and the judges survive what they say they survive."""

import numpy as np
import pytest
import sympy as sp
from flint import arb

from answers import names
from claims import zero_centred, zero_centred_means
from derivations.compensated_step import with_bias
from derivations.condition_with_bias import eigenvalues, second_moment
from mathematics.claim import Claim, Variation

CLAIMS = {name: claim for file in (zero_centred, zero_centred_means) for name, claim in vars(file).items() if isinstance(claim, Claim)}
CHANGES = [(name, change) for name, claim in CLAIMS.items() for change in claim.variations]
TURNED = {  # the changes that turn a verdict; all others leave it as it is
    ("only_a_staircase_leads_there", "Outputs of tanh, of either sign"): "wrong",
    ("only_a_staircase_leads_there", "Momentum"): "wrong",
    ("only_a_staircase_leads_there", "Adam"): "wrong",
    ("tanh_outputs_average_zero", "A bias of $2$ added to all three inputs"): "wrong",
    ("off_centre_is_slower", "Only with a bias"): "holds",
    ("off_centre_is_slower", "Outputs of tanh, centred to begin with"): "wrong",
    ("off_centre_is_slower", "Momentum"): "wrong",
    ("off_centre_is_slower", "Adam, fifty inputs"): "holds",
}


# ---- the matrix ------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_characteristic_polynomial_with_a_bias(n: int) -> None:
    """det(λI - H) is (λ - s²)^(n-1) times the quadratic of the derivation, for symbols m and s."""
    m, s, lam = sp.symbols("m s lam", positive=True)
    mean = sp.Matrix([m] * n + [1])
    moments = sp.diag(*[s**2] * n, 0) + mean * mean.T
    quadratic = lam**2 - (1 + s**2 + n * m**2) * lam + s**2
    assert sp.expand((lam * sp.eye(n + 1) - moments).det(method="berkowitz") - (lam - s**2) ** (n - 1) * quadratic) == 0


@pytest.mark.parametrize("n", [1, 2, 7, 50])
@pytest.mark.parametrize(("mean", "spread"), [(0.5, 12**-0.5), (0.399, 0.584), (-2.0, 0.1), (0.01, 3.0)])
def test_the_closed_form_is_what_numpy_finds(n: int, mean: float, spread: float) -> None:
    c = np.full(n, mean)
    found = np.linalg.eigvalsh(with_bias(spread**2 * np.eye(n), c))
    smallest, largest = (float(each) for each in eigenvalues(n, arb(mean), arb(spread) ** 2))
    assert (found[0], found[-1]) == pytest.approx((smallest, largest), rel=1e-9)
    inside = found[1:-1]
    assert inside == pytest.approx(np.full(n - 1, spread**2))
    assert smallest < min(1, spread**2) <= max(1, spread**2) < largest
    assert spread**2 / (1 + spread**2 + n * mean**2) < smallest < spread**2 / (1 + n * mean**2)


def test_the_numbers_of_uniform_inputs() -> None:
    assert np.linalg.cond(second_moment(2)) == pytest.approx(28.05, abs=0.005)
    assert np.linalg.eigvalsh(second_moment(50))[0] == pytest.approx(0.00614, abs=5e-6)
    assert np.linalg.cond(second_moment(50)[:50, :50]) == pytest.approx(151)


@pytest.mark.parametrize("seed", range(20))
def test_with_a_bias_centring_never_hurts_whatever_the_inputs(seed: int) -> None:
    """Any covariance, any means: the flattest is no flatter, the steepest no steeper, once the mean is taken away."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 6))
    root = rng.standard_normal((n, n)) * rng.uniform(0.05, 3, n)
    covariance, means = root @ root.T, rng.standard_normal(n) * rng.choice([0.1, 1, 5])
    raw, centred = (np.linalg.eigvalsh(with_bias(covariance, c)) for c in (means, 0 * means))
    assert raw[0] <= centred[0] * (1 + 1e-9)
    assert raw[-1] >= centred[-1] * (1 - 1e-9)
    plain = np.linalg.eigvalsh(covariance + np.outer(means, means))
    assert plain[0] >= np.linalg.eigvalsh(covariance)[0] * (1 - 1e-9) - 1e-12  # without a bias: never flatter off centre


def test_without_a_bias_the_condition_number_may_go_either_way() -> None:
    assert np.linalg.cond(np.diag([2.0, 1.0]) + np.outer([0, 1], [0, 1])) == pytest.approx(1)


# ---- the judges ------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "change"), CHANGES, ids=[f"{name}-{change.change.en}" for name, change in CHANGES])
def test_changes_turn_the_rulings_they_are_said_to_turn(made: None, name: str, change: Variation) -> None:
    said = names.claims()[name]
    (varied,) = (each["verdict"] for each in said["variations"] if each["change"] == list(change.change))
    assert varied == TURNED.get((name, change.change.en), said["ruling"])


def test_what_turns_is_there() -> None:
    assert TURNED.keys() <= {(name, change.change.en) for name, change in CHANGES}
