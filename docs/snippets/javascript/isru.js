function isru(x, alpha = 1) {
  const s = Math.sqrt(alpha);
  return Math.tanh(Math.asinh(s * x)) / s; // x / sqrt(1 + alpha x^2) without a square
}
