function swiglu_clamped(x, alpha = 1.702, beta = 1, limit = 7) {
  const n = x.length / 2, gate = (b) => b / (1 + Math.exp(-alpha * b));
  return x.slice(0, n).map((a, i) => (Math.max(-limit, Math.min(a, limit)) + beta) * gate(Math.min(x[n + i], limit)));
}
