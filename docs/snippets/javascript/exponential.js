function exponential(x) {
  return Math.exp(x);
}
