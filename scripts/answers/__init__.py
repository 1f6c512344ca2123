"""What a page may ask by name: each thing made once for each state of the code it comes from, and kept."""
