"""What readers receive: the staged site, its labs, data, search, downloads, formulas and theme."""
