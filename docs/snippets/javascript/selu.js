function selu(x, lam = 1.0507009873554805, alpha = 1.6732632423543772) {
  return lam * (x > 0 ? x : alpha * Math.expm1(x));
}
