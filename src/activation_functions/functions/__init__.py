"""One function, one file; the file's name is the function's id."""
