"""Content: the derivative of each function, one file each."""
