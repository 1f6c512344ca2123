function gaussian(x) {
  return Math.exp(-x * x);
}
