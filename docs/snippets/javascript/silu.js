function silu(x) {
  return x < -800 ? 0 : x / (1 + Math.exp(-x));
}
