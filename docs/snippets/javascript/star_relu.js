function star_relu(x) {
  const r = Math.max(x, 0);
  return 0.8944271909999159 * r * r - 0.4472135954999579;
}
