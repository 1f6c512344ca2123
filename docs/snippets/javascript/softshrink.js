function softshrink(x, lam = 0.5) {
  return x - Math.max(-lam, Math.min(x, lam));
}
