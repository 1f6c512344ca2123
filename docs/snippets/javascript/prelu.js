function prelu(x, alpha = 0.25) {
  return x > 0 ? x : alpha * x;
}
