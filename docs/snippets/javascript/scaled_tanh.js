function scaled_tanh(x) {
  return 1.7159 * Math.tanh(x * (2 / 3));
}
