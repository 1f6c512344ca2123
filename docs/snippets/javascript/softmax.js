function softmax(x) {
  const largest = Math.max(...x), powers = x.map((v) => Math.exp(v - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((p) => p / sum);
}
