function softmax_sink(x, s = 0) {
  const largest = Math.max(s, ...x), powers = x.map((v) => Math.exp(v - largest));
  const sum = powers.reduce((a, b) => a + b, Math.exp(s - largest));
  return powers.map((p) => p / sum);
}
