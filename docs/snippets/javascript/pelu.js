function pelu(x, a = 1, b = 1) {
  return x > 0 ? a / b * x : a * Math.expm1(x / b);
}
