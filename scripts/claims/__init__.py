"""Content: what people say, one file a topic."""
