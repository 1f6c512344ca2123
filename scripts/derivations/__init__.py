"""Content: one file a derivation written for a chapter or a page of derivations."""
