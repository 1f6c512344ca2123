function rrelu(x, lower = 1 / 8, upper = 1 / 3) {
  return x > 0 ? x : (lower + upper) / 2 * x;
}
