function sparsemax(x) {
  const largest = Math.max(...x), z = x.map((v) => v - largest);
  let sum = -1, tau = -Infinity;
  [...z].sort((a, b) => b - a).forEach((v, k) => (tau = Math.max(tau, (sum += v) / (k + 1))));
  return z.map((v) => Math.max(v - tau, 0));
}
