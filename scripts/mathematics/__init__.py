"""What is true: formulas read, facts proved, derivations checked, claims judged. Only what computes or proves may enter."""

import mathematics.words  # noqa: F401  so that whoever reads a formula has all of its words
