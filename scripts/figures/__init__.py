"""Content: one file a figure of a chapter."""
