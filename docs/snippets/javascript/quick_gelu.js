function quick_gelu(x) {
  return x < -500 ? 0 : x / (1 + Math.exp(-1.702 * x));
}
