"""What is true: formulas read, facts proved, derivations checked, claims judged. Only what computes or proves may enter."""
