function tanh(x) {
  return Math.tanh(x);
}
