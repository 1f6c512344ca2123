function swish(x, beta = 1) {
  const s = 1 / (1 + Math.exp(-beta * x));
  return s === 0 ? 0 : x * s; // no 0 times infinity
}
