"""Content: what decides the answers of exercises, one file a chapter."""
