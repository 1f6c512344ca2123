function elu(x, alpha = 1) {
  return x > 0 ? x : alpha * Math.expm1(x);
}
