function softpick(x, epsilon = 1e-8) {
  const m = Math.max(0, ...x), small = Math.exp(-m);
  const rises = x.map((v) => (v < 1 ? Math.expm1(v) * small : Math.exp(v - m) - small));
  const sum = rises.reduce((a, b) => a + Math.abs(b), epsilon * small);
  return rises.map((r) => (r < 0 ? 0 : r / sum));
}
