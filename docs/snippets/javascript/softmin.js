function softmin(x) {
  const smallest = Math.min(...x), powers = x.map((v) => Math.exp(smallest - v));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((p) => p / sum);
}
