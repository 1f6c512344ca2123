function hard_tanh(x) {
  return Math.max(-1, Math.min(x, 1));
}
