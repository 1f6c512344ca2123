function acon_c(x, p1 = 1, p2 = 0, beta = 1) {
  const d = (p1 - p2) * x, s = 1 / (1 + Math.exp(-beta * d));
  return (s === 0 ? 0 : d * s) + (p2 === 0 ? 0 : p2 * x); // no 0 times infinity
}
