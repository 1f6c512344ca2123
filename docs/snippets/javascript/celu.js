function celu(x, alpha = 1) {
  return x > 0 ? x : alpha * Math.expm1(x / alpha);
}
