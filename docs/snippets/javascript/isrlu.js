function isrlu(x, alpha = 1) {
  const s = Math.sqrt(alpha);
  return x > 0 ? x : Math.tanh(Math.asinh(s * x)) / s; // x / sqrt(1 + alpha x^2) without a square
}
