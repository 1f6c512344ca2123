"""What a name on a line of its own becomes: one file a kind of block."""
