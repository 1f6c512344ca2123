"""How a figure is drawn: the pen, the style, the typefaces, a function's own picture. What a figure shows stands in figures/."""
